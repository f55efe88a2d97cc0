//go:build !unix

package pipeline

// syncFolder does nothing: these systems do not open folders for syncing.
func syncFolder(string) error { return nil }

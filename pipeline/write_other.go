//go:build !unix

package pipeline

import "os"

func umask() os.FileMode { return 0 }

// syncFolder does nothing: these systems do not open folders for syncing.
func syncFolder(string) error { return nil }

//go:build !unix

package pipeline

import "time"

// This system does not tell processor time in the way of Unix.
func cpuTime() time.Duration   { return 0 }
func childTime() time.Duration { return 0 }

package worker

import (
	"bytes"
	"os"
	"strconv"
	"time"
)

// usage is what a process has used so far.
type usage struct {
	cpu    time.Duration
	memory int64 // resident bytes
}

// Fields of /proc/PID/stat behind the name in brackets, from 0 (proc(5)).
const (
	fieldUser   = 11
	fieldSystem = 12
	fieldPages  = 21
)

// tick is the unit of processor time there: 1/100 s on every Linux port of Go.
const tick = 10 * time.Millisecond

func usageOf(pid int) (usage, bool) {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return usage{}, false
	}
	fields := bytes.Fields(data[bytes.LastIndexByte(data, ')')+1:])
	if len(fields) <= fieldPages {
		return usage{}, false
	}
	number := func(i int) int64 {
		n, _ := strconv.ParseInt(string(fields[i]), 10, 64)
		return n
	}
	return usage{
		cpu:    time.Duration(number(fieldUser)+number(fieldSystem)) * tick,
		memory: number(fieldPages) * int64(os.Getpagesize()),
	}, true
}

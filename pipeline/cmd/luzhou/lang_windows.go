package main

import "syscall"

// chinese is the primary language in a language identifier of Windows ([MS-LCID]).
const (
	primaryLanguage = 0x3ff
	chinese         = 0x04
)

// systemLang is the language of the desktop.
func systemLang() string {
	id, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage").Call()
	if id&primaryLanguage == chinese {
		return "zh"
	}
	return "en"
}

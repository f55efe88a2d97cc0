//go:build !windows

package main

// systemLang is the language where no variable names one.
func systemLang() string { return "en" }

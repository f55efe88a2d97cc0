package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"luzhou/extract"
)

// The command line library speaks English and of its own types. This file gives
// its messages and headings in the language of the terminal.

// complaints are its errors about a call. The texts take the groups of the pattern.
var complaints = []struct {
	pattern *regexp.Regexp
	text    extract.Text
}{
	{regexp.MustCompile(`^unknown command "(.*)" for "`), extract.Text{ZH: "没有命令 %s", EN: "no command %s"}},
	{regexp.MustCompile(`^unknown flag: (.*)$`), extract.Text{ZH: "没有选项 %s", EN: "no flag %s"}},
	{regexp.MustCompile(`^unknown shorthand flag: .* in (.*)$`), extract.Text{ZH: "没有选项 %s", EN: "no flag %s"}},
	{regexp.MustCompile(`^flag needs an argument: (?:.* in )?(.*)$`), extract.Text{ZH: "选项 %s 缺少值", EN: "%s needs a value"}},
	{regexp.MustCompile(`^invalid argument "(.*)" for "(.*)" flag: `), extract.Text{ZH: "选项 %[2]s 的值 %[1]s 无效", EN: "value %s of %s not understood"}},
	{regexp.MustCompile(`^(?:requires|accepts) .*arg\(s\)`), extract.Text{ZH: "参数个数不对", EN: "wrong number of arguments"}},
}

// usageText says what is wrong with a call.
func usageText(err error) extract.Text {
	what := extract.Text{ZH: err.Error(), EN: err.Error()}
	for _, c := range complaints {
		if m := c.pattern.FindStringSubmatch(err.Error()); m != nil {
			var args []any
			for _, group := range m[1:] {
				args = append(args, group)
			}
			what = extract.Text{ZH: fmt.Sprintf(c.text.ZH, args...), EN: fmt.Sprintf(c.text.EN, args...)}
			break
		}
	}
	return extract.Text{ZH: what.ZH + "：用法见 luzhou help", EN: what.EN + ": see luzhou help"}
}

var headings = strings.NewReplacer(
	"Usage:", "用法：", "Available Commands:", "命令：", "Global Flags:", "通用选项：", "Flags:", "选项：", "[command]", "命令",
	`Use "{{.CommandPath}} [command] --help" for more information about a command.`, `各命令的用法：{{.CommandPath}} 命令 --help`)

// translate gives the help its headings, and what the library adds by itself its words.
func (a *app) translate(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.InitDefaultVersionFlag()
	if a.lang != "zh" {
		return
	}
	root.SetUsageTemplate(headings.Replace(root.UsageTemplate()))
	root.Flags().Lookup("version").Usage = "版本"
	words := map[string]string{"help": "显示用法", "completion": "输出命令行补全脚本"}
	for _, c := range append(root.Commands(), root) {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = words["help"]
		if short, ok := words[c.Name()]; ok {
			c.Short = short
		}
	}
}

// langOf finds the language that a call asks for, before the texts of its flags
// are made.
func langOf(args []string, otherwise string) string {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && (value == "zh" || value == "en") {
			return value
		}
	}
	return otherwise
}

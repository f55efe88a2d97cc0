// Command luzhou turns old annual disclosure reports into one consistent record
// and document each. This package parses the command line, calls the pipeline
// and maps the result to an exit status; `luzhou help` lists the subcommands.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
	"luzhou/pipeline/ledger"
	"luzhou/pipeline/worker"
)

// Exit statuses. A status once given never changes its meaning.
const (
	exitOK       = 0
	exitFailed   = 1  // could not work
	exitUsage    = 2  // wrong usage
	exitFindings = 3  // finished; some inputs have error findings or could not be read
	exitOutput   = 74 // an output could not be written; run again
	exitLocked   = 75 // another run holds the lock; try later
	exitSignal   = 128
)

// gcPercent lets the heap grow to three times what lives before it is swept: a
// report leaves little behind, and a tenth of the time went into sweeping.
const gcPercent = 200

func main() {
	debug.SetGCPercent(gcPercent)
	os.Exit(newApp(os.Stdin, os.Stdout, os.Stderr).run(os.Args[1:]))
}

// app is what the subcommands share for one call.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	lang           string
	status         int
	limits         worker.Limits // on each file of a batch
	terminal       bool          // a person sits at stderr
}

func newApp(stdin io.Reader, stdout, stderr *os.File) *app {
	return &app{stdin: stdin, stdout: stdout, stderr: stderr, lang: localeLang(), limits: pipeline.FileLimits, terminal: isTerminal(stderr)}
}

// isTerminal reports whether a file is a device of characters, save the one that
// swallows everything.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// run is the whole command; it returns the exit status.
func (a *app) run(args []string) (status int) {
	ctx, stop := a.catchSignals()
	defer stop()
	defer func() {
		if fault := recover(); fault != nil {
			a.complain("", extract.Text{ZH: fmt.Sprintf("程序出错（%v）：请把该文件交给开发者", fault),
				EN: fmt.Sprintf("fault in the program (%v): send the file to the developers", fault)})
			status = exitFailed
		}
	}()
	a.lang = langOf(args, a.lang)
	root := a.root()
	more := dropped(root, args)
	root.SetArgs(more)
	if err := root.ExecuteContext(ctx); err != nil {
		a.status = a.fail(err)
	}
	if len(more) != len(args) || len(args) == 0 {
		a.linger()
	}
	return a.status
}

// fail prints one line about an error and returns its exit status.
func (a *app) fail(err error) int {
	var quiet quietError
	var stop stopped
	var output *pipeline.OutputError
	var input *pipeline.InputError
	var usage *pipeline.UsageError
	var run *pipeline.RunError
	switch {
	case errors.As(err, &quiet):
		return quiet.status
	case errors.As(err, &stop):
		a.complain("", extract.Text{ZH: "已中断：再次运行可继续", EN: "stopped: run again to go on"})
		return exitSignal + int(stop.signal)
	case errors.Is(err, ledger.ErrLocked):
		a.complain("", pipeline.Explain(err))
		return exitLocked
	case errors.As(err, &run):
		a.complain("", run.Message)
		return exitFailed
	case errors.As(err, &output):
		a.complain(pathOf(err), pipeline.Explain(err))
		return exitOutput
	case errors.As(err, &input):
		a.complain(input.Path, pipeline.Explain(err))
		return exitFailed
	case errors.As(err, &usage):
		a.complain("", usage.Message)
		return exitUsage
	}
	a.complain("", usageText(err))
	return exitUsage
}

// quietError ends a command with a status after it printed its own line.
type quietError struct{ status int }

func (quietError) Error() string { return "" }

func pathOf(err error) string {
	var pathError *os.PathError
	if errors.As(err, &pathError) {
		return pathError.Path
	}
	var linkError *os.LinkError
	if errors.As(err, &linkError) {
		return linkError.New
	}
	return ""
}

// complain prints one line on standard error: luzhou: FILE: what: what to do.
func (a *app) complain(path string, what extract.Text) {
	line := a.say(what)
	if path != "" {
		line = oneLine(path) + ": " + line
	}
	fmt.Fprintln(a.stderr, "luzhou: "+oneLine(line))
}

// oneLine keeps line breaks, control characters and marks of direction in names
// and messages out of the output.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control) {
			return '?'
		}
		return r
	}, s)
}

func (a *app) say(t extract.Text) string {
	if a.lang == "zh" {
		return t.ZH
	}
	return t.EN
}

// localeLang is zh when the locale is Chinese, else en. Without a locale the
// system decides.
func localeLang() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return systemLang()
}

// root builds the command tree.
func (a *app) root() *cobra.Command {
	cobra.MousetrapHelpText = "" // it would send away who drops a folder on the program in Windows
	root := &cobra.Command{
		Use:           "luzhou",
		Short:         a.say(extract.Text{ZH: "把旧的政府信息公开年度报告整理成统一的文档和数据", EN: "turn old annual disclosure reports into consistent documents and data"}),
		Long:          a.say(longHelp),
		Version:       pipeline.Version,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetVersionTemplate("luzhou {{.Version}}\n")
	root.PersistentFlags().StringVar(&a.lang, "lang", a.lang, "zh | en")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if a.lang != "zh" && a.lang != "en" {
			return &pipeline.UsageError{Message: extract.Text{
				ZH: "没有语言 " + a.lang + "：可用 zh、en", EN: "no language " + a.lang + ": use zh or en"}}
		}
		return nil
	}
	root.AddCommand(a.convert(), a.scan(), a.verify(), a.worker(), a.check(), a.explain(), a.extract(), a.normalize(), a.render(), a.formats(), a.forms(), a.codes(), a.schema())
	a.translate(root)
	return root
}

var longHelp = extract.Text{
	ZH: `luzhou 读取旧的政府信息公开工作年度报告（Word、网页、纯文本），整理成统一的记录，
再输出为格式一致的 DOCX、PDF 和 JSON。不联网，原件不动。

只给一个文件夹（luzhou 文件夹），即 convert 文件夹 --out 文件夹-整理 --lang zh。

退出状态：0 正常；1 无法工作；2 用法错误；3 已完成，但有的文件有错误或被隔离；
74 输出写不下去（磁盘满等，可重新运行）；75 另一次运行正在使用输出文件夹，稍后再试；
130、143 被中断，可重新运行。`,
	EN: `luzhou reads old annual reports on open government information (Word, web page,
plain text), brings them into one record each, and prints that record as DOCX,
PDF and JSON of one look. It works offline and never touches the originals.

A folder alone (luzhou FOLDER) means convert FOLDER --out FOLDER-整理 --lang zh.

Exit status: 0 well; 1 could not work; 2 wrong usage; 3 finished, but some
inputs have error findings or are quarantined; 74 an output could not be
written (disk full and the like; run again); 75 another run holds the lock,
try later; 130, 143 stopped by a signal; run again.`,
}

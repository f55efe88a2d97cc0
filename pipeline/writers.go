package pipeline

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
	writecsv "luzhou/render/csv"
	writedocx "luzhou/render/docx"
	writehtml "luzhou/render/html"
	writejson "luzhou/render/json"
	writepdf "luzhou/render/pdf"
	writexlsx "luzhou/render/xlsx"
)

// Writer is one output format.
type Writer struct {
	Name  string // as --to and the ending of its files have it
	Info  extract.Text
	Write func(*normalize.Report, render.Layout) ([]byte, []extract.Finding, error)
}

// Writers lists the output formats.
var Writers = []Writer{
	{"docx", extract.Text{ZH: "Word 文档，可继续编辑", EN: "Word document for further editing"},
		func(_ *normalize.Report, l render.Layout) ([]byte, []extract.Finding, error) {
			data, err := writedocx.Write(l)
			return data, nil, err
		}},
	{"pdf", extract.Text{ZH: "PDF，字体已嵌入", EN: "PDF with embedded fonts"},
		func(_ *normalize.Report, l render.Layout) ([]byte, []extract.Finding, error) {
			return writepdf.Write(l, writepdf.Options{})
		}},
	{"json", extract.Text{ZH: "数据记录，含每个数字的出处", EN: "record with the place of every figure"},
		func(r *normalize.Report, _ render.Layout) ([]byte, []extract.Finding, error) {
			data, err := writejson.Write(r)
			return data, nil, err
		}},
	{"html", extract.Text{ZH: "网页，单个文件，可打印", EN: "web page in one file, fit to print"},
		func(_ *normalize.Report, l render.Layout) ([]byte, []extract.Finding, error) {
			data, err := writehtml.Write(l)
			return data, nil, err
		}},
	{"csv", extract.Text{ZH: "数字清单，每个数字一行，Excel 和 WPS 可直接打开", EN: "list of figures, one a row, for spreadsheets and programs"},
		func(r *normalize.Report, _ render.Layout) ([]byte, []extract.Finding, error) {
			data, err := writecsv.Write(r)
			return data, nil, err
		}},
	{"xlsx", extract.Text{ZH: "Excel 工作簿，一张表一个工作表", EN: "workbook with a sheet for each table"},
		func(r *normalize.Report, l render.Layout) ([]byte, []extract.Finding, error) {
			data, err := writexlsx.Write(r, l)
			return data, nil, err
		}},
}

// WithFaces returns the writers with the PDF one drawing in the faces of an
// office, from the font files in a folder. The findings tell which faces the
// folder lacks.
func WithFaces(writers []Writer, folder string) ([]Writer, []extract.Finding, error) {
	faces, findings, err := writepdf.ReadFaces(os.DirFS(folder))
	if err != nil {
		return nil, nil, &InputError{Path: folder, Err: err}
	}
	list := slices.Clone(writers)
	for i := range list {
		if list[i].Name == "pdf" {
			list[i].Write = func(_ *normalize.Report, l render.Layout) ([]byte, []extract.Finding, error) {
				return writepdf.Write(l, writepdf.Options{Faces: faces})
			}
		}
	}
	return list, findings, nil
}

// FindWriters returns the writers of a list of names such as docx,pdf, each once
// and in the order of Writers.
func FindWriters(names string) ([]Writer, error) {
	asked := map[string]bool{}
	for name := range strings.SplitSeq(names, ",") {
		w, ok := findWriter(strings.TrimSpace(name))
		if !ok {
			return nil, &UsageError{extract.Text{
				ZH: fmt.Sprintf("没有输出格式 %q：可用 %s", name, writerNames()),
				EN: fmt.Sprintf("no output format %q: use %s", name, writerNames())}}
		}
		asked[w.Name] = true
	}
	var list []Writer
	for _, w := range Writers {
		if asked[w.Name] {
			list = append(list, w)
		}
	}
	return list, nil
}

func findWriter(name string) (Writer, bool) {
	for _, w := range Writers {
		if w.Name == name {
			return w, true
		}
	}
	return Writer{}, false
}

func writerNames() string {
	var names []string
	for _, w := range Writers {
		names = append(names, w.Name)
	}
	return strings.Join(names, ", ")
}

// DocumentOptions says what a document shows besides the report.
type DocumentOptions struct {
	Annex bool // the annex 整理说明: source, findings, figures that were worked out
}

// LayOut lays a report out for the writers.
func LayOut(r *normalize.Report, o DocumentOptions) render.Layout {
	l := render.FromReport(r)
	if o.Annex {
		l = render.AddAnnex(l, r, "luzhou "+Version)
	}
	return l
}

// Render draws a report with one writer. A fault in a writer is an error.
func Render(w Writer, r *normalize.Report, l render.Layout) (data []byte, findings []extract.Finding, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("render %s: %v", w.Name, fault)
		}
	}()
	return w.Write(r, l)
}

// ReportSchema is the JSON Schema of the records that convert and normalize print.
func ReportSchema() []byte { return writejson.Schema() }

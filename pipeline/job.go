package pipeline

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/pipeline/page"
	"luzhou/pipeline/worker"
)

// job is what the parent asks of a child. Names may be any bytes and travel as
// parts of their own.
type job struct {
	Kind     jobKind
	Member   int      // of the archive; 0 when the file itself is the input
	SHA256   string   // of the content the parent saw; anything else is a file that changes
	Writers  []string // formats to write, when converting
	Document DocumentOptions
}

type jobKind string

const (
	jobConvert jobKind = "convert"
	jobScan    jobKind = "scan"  // read and normalize, write nothing
	jobCheck   jobKind = "check" // the same, and keep what other years are compared with
	jobMembers jobKind = "members"
)

// answer is what a child makes of an input; the outputs follow as parts, in the
// order of the writers.
type answer struct {
	Changed bool             // the content is not the one that was asked for
	Refused *extract.Refusal `json:",omitempty"`
	Format  string
	Year    int
	Body    string
	Form    string // of the tables
	None    bool   // no report in it
	Notes   []page.Note
	Record  *normalize.YearRecord `json:",omitempty"` // of a check
	Members []member

	detail   string // how the child ended; known to the parent only
	attempts int
}

// Serve is a child process: it does the jobs that the parent sends on in, until
// in closes.
func Serve(in io.Reader, out io.Writer, limits worker.Limits) error {
	return worker.Serve(in, out, limits, new(bench).work)
}

// bench is where jobs are done, one at a time.
type bench struct {
	wordings string // of the user, as last given
	options  normalize.Options
	fonts    string   // folder of the faces, as last given
	faced    []Writer // the writers with those faces
}

// work does one job: [job, path, name, wordings, font folder] gives [answer, outputs...].
func (b *bench) work(request worker.Message) worker.Message {
	var j job
	if len(request) != 5 || json.Unmarshal(request[0], &j) != nil {
		return reply(answer{Refused: refuse(FaultCrash)}, nil)
	}
	path, name := string(request[1]), string(request[2])
	if j.Kind == jobMembers {
		members, err := listMembers(path)
		if err != nil {
			return reply(answer{Refused: refusalOf(err)}, nil)
		}
		return reply(answer{Members: members}, nil)
	}
	data, err := readMember(path, j.Member)
	if err != nil {
		return reply(answer{Refused: refusalOf(err)}, nil)
	}
	if j.SHA256 != checksum(data) {
		return reply(answer{Changed: true}, nil)
	}
	if err := errors.Join(b.use(string(request[3])), b.draw(string(request[4]))); err != nil {
		return reply(answer{Refused: refuse(FaultCrash)}, nil) // the parent has read them before
	}
	return reply(b.do(j, name, data))
}

// use takes the user's own wordings, which seldom change.
func (b *bench) use(wordings string) error {
	if wordings == b.wordings {
		return nil
	}
	v, err := normalize.ParseVariants([]byte(wordings))
	if err == nil {
		b.wordings, b.options.Variants = wordings, v
	}
	return err
}

// draw takes the faces of a folder, which seldom change.
func (b *bench) draw(fonts string) error {
	if fonts == b.fonts {
		return nil
	}
	faced, _, err := WithFaces(Writers, fonts)
	if err == nil {
		b.fonts, b.faced = fonts, faced
	}
	return err
}

// writer finds an output format, drawing in the faces of the bench.
func (b *bench) writer(name string) Writer {
	for _, w := range b.faced {
		if w.Name == name {
			return w
		}
	}
	w, _ := findWriter(name)
	return w
}

func reply(a answer, outputs [][]byte) worker.Message {
	head, err := json.Marshal(a)
	if err != nil { // plain fields only
		panic(err)
	}
	return append(worker.Message{head}, outputs...)
}

// do runs the stages over one input.
func (b *bench) do(j job, name string, data []byte) (a answer, outputs [][]byte) {
	doc, err := Extract(name, data)
	if err != nil {
		a.Refused = refusalOf(err)
		return a, nil
	}
	report := b.options.FromDocument(doc)
	findings := report.Findings
	a.Format, a.Year, a.Body, a.None = doc.Source.Format, report.Year, report.Issuer, isNone(report)
	if tables := report.Tables(); len(tables) > 0 {
		a.Form = tables[0].Form.Generation
	}
	if j.Kind == jobCheck {
		record := normalize.NewYearRecord(report)
		a.Record = &record
	}
	if j.Kind == jobConvert && !a.None {
		layout := LayOut(report, j.Document)
		for _, w := range j.Writers {
			data, found, err := Render(b.writer(w), report, layout)
			if err != nil {
				a.Refused = renderFault(w, err)
				return a, nil
			}
			outputs, findings = append(outputs, data), append(findings, found...)
		}
	}
	for _, f := range findings {
		a.Notes = append(a.Notes, page.Note{Finding: f, Text: sourceText(doc, f.Pos)})
	}
	return a, outputs
}

func isNone(r *normalize.Report) bool {
	for _, f := range r.Findings {
		if f.Code == normalize.ReportNone {
			return true
		}
	}
	return false
}

// maxSourceText bounds the source text beside a finding, in characters.
const maxSourceText = 200

// sourceText is what the source has at a place: the cells of the row, or the paragraph.
func sourceText(doc *extract.Document, pos *extract.Pos) string {
	if pos == nil || pos.Block < 0 || pos.Block >= len(doc.Blocks) {
		return ""
	}
	block := doc.Blocks[pos.Block]
	text := ""
	switch {
	case block.Paragraph != nil:
		text = block.Paragraph.Text
	case pos.At != nil:
		table, at := innermost(block.Table, pos.At)
		var cells []string
		for i := range table.Cells {
			if c := &table.Cells[i]; c.Row == at.Row {
				cells = append(cells, strings.Join(strings.Fields(c.Text), " "))
			}
		}
		text = strings.Join(cells, " | ")
	}
	if r := []rune(text); len(r) > maxSourceText {
		return string(r[:maxSourceText]) + "…"
	}
	return text
}

// innermost follows a place into nested tables, as far as they exist.
func innermost(t *extract.Table, at *extract.At) (*extract.Table, *extract.At) {
	for at.Inner != nil && at.Inner.At != nil {
		next := nestedTable(t, at)
		if next == nil {
			break
		}
		t, at = next, at.Inner.At
	}
	return t, at
}

func nestedTable(t *extract.Table, at *extract.At) *extract.Table {
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Row == at.Row && c.Col == at.Col && at.Inner.Table < len(c.Tables) {
			return &c.Tables[at.Inner.Table]
		}
	}
	return nil
}

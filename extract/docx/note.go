package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"luzhou/extract"
)

// noteKind is footnotes or endnotes, each with a part and a count of its own.
type noteKind struct{ relation, properties, format string }

// The default formats are those of 17.11.17.
var noteKinds = []noteKind{
	{"footnotes", "footnotePr", "decimal"},
	{"endnotes", "endnotePr", "lowerRoman"},
}

// notes gathers the references to notes while the body is read.
type notes struct {
	refs     []noteRef
	inside   bool // reading a note itself
	sections [][2]noteCount
	section  int // sections finished before the current paragraph
}

// noteRef is a reference to a note, in the order of the text.
type noteRef struct {
	kind    int // index in noteKinds
	id      string
	custom  bool // the mark is typed, not counted
	mark    []byte
	block   int // -1 until its block is finished
	section int
}

// noteCount says how the notes of one kind are counted in a section.
type noteCount struct {
	format   string
	start    int
	restarts bool // in each section
}

// maxNotes bounds the references; a long book has a thousand.
const maxNotes = 100_000

// noteReference reads a reference. Its mark is not part of the text, where it
// would become a digit of the figure before it.
func (r *reader) noteReference(p *paragraph, f *run) {
	if r.notes.inside || !r.shown(p, f) || !r.oneMore(&r.used.notes, maxNotes) {
		return
	}
	ref := noteRef{id: r.x.attr("id"), block: -1, section: r.notes.section}
	if string(r.x.local) == "endnoteReference" {
		ref.kind = 1
	}
	if v := r.x.attr("customMarkFollows"); v != "" && v != "0" && v != "false" && v != "off" {
		ref.custom = true
	}
	r.notes.refs = append(r.notes.refs, ref)
	if ref.custom {
		f.note = len(r.notes.refs)
	}
}

// placeNotes gives the references met since the last block its number.
func (r *reader) placeNotes(block int) {
	for i := len(r.notes.refs) - 1; i >= 0 && r.notes.refs[i].block < 0; i-- {
		r.notes.refs[i].block = block
	}
}

// endSection reads a w:sectPr, which ends a section: its headers and footers,
// and how its notes are counted.
func (r *reader) endSection() {
	x := r.x
	var counts [2]noteCount
	for depth := x.depth; x.child(depth); {
		switch name := string(x.local); name {
		case "headerReference", "footerReference":
			r.margin(x.attr("id"))
		default:
			x.noteCount(&counts)
		}
	}
	r.notes.sections = append(r.notes.sections, counts)
}

// noteCount reads the current element if it is a w:footnotePr or w:endnotePr.
func (x *scanner) noteCount(counts *[2]noteCount) {
	for k, kind := range noteKinds {
		if string(x.local) != kind.properties {
			continue
		}
		for depth := x.depth; x.child(depth); {
			switch string(x.local) {
			case "numFmt":
				counts[k].format = x.attr("val")
			case "numStart":
				counts[k].start, _ = x.number("val")
			case "numRestart":
				counts[k].restarts = x.attr("val") == "eachSect"
			}
		}
	}
}

// readNotes makes the notes of the references and the notes parts.
func (r *reader) readNotes(doc *extract.Document) error {
	if len(r.notes.refs) == 0 {
		return nil
	}
	if err := r.countNotes(); err != nil {
		return err
	}
	var texts [2]map[string]string
	for k, kind := range noteKinds {
		var err error
		if texts[k], err = r.notesPart(kind.relation); err != nil {
			return err
		}
	}
	for _, ref := range r.notes.refs {
		text, ok := texts[ref.kind][ref.id]
		if !ok {
			r.tally.lostNotes++
		}
		if ref.custom {
			text = withoutMark(text, string(ref.mark))
		}
		doc.Notes = append(doc.Notes, extract.Note{Mark: string(ref.mark), Text: text, Pos: extract.Pos{Block: ref.block}})
	}
	return nil
}

// withoutMark takes a typed mark off the head of its note, where Word repeats it
// as it repeats counted ones. A figure or letter that runs on into the text
// (1 in 1989年) is no mark.
func withoutMark(text, mark string) string {
	rest, found := strings.CutPrefix(text, mark)
	if !found || mark == "" {
		return text
	}
	last, _ := utf8.DecodeLastRuneInString(mark)
	first, _ := utf8.DecodeRuneInString(rest)
	if isWord(last) && isWord(first) {
		return text
	}
	return strings.TrimLeft(rest, " \t")
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// countNotes writes the marks. What a section does not state the settings do.
func (r *reader) countNotes() error {
	var general [2]noteCount
	data, err := r.pkg.part(r.target("settings"))
	if err != nil {
		return err
	}
	if x := newScanner(data); x.next() {
		for root := x.depth; x.child(root); {
			x.noteCount(&general)
		}
	}
	var last [2]int
	section := -1
	for i := range r.notes.refs {
		ref := &r.notes.refs[i]
		count := general[ref.kind]
		if ref.section < len(r.notes.sections) {
			count = count.with(r.notes.sections[ref.section][ref.kind])
		}
		if ref.section != section {
			section = ref.section
			for k := range last {
				if section == 0 || ref.kind == k && count.restarts {
					last[k] = 0
				}
			}
		}
		if ref.custom {
			continue
		}
		if last[ref.kind] == 0 {
			last[ref.kind] = max(count.start, 1) - 1
		}
		last[ref.kind]++
		if count.format == "" {
			count.format = noteKinds[ref.kind].format
		}
		mark, _ := extract.FormatNumber(count.format, last[ref.kind])
		ref.mark = []byte(mark)
	}
	return nil
}

// with lets what a section states prevail.
func (c noteCount) with(section noteCount) noteCount {
	if section.format != "" {
		c.format = section.format
	}
	if section.start != 0 {
		c.start = section.start
	}
	c.restarts = c.restarts || section.restarts
	return c
}

// notesPart reads the text of every note of a kind, by its id.
func (r *reader) notesPart(kind string) (map[string]string, error) {
	data, err := r.pkg.part(r.target(kind))
	if err != nil || data == nil {
		return nil, err
	}
	body := r.x
	r.x, r.notes.inside = newScanner(data), true
	texts := map[string]string{}
	if r.x.next() {
		for root := r.x.depth; r.x.child(root); {
			id := r.x.attr("id")
			var f flow
			r.within(func() { r.blocks(&f) })
			r.finish(&f)
			f.blocks, r.boxes = append(f.blocks, r.boxes...), nil
			// Behind the mark that opens a note stands a space of its own.
			texts[id] = strings.TrimLeft(strings.Join(lines(f.blocks), "\n"), " \t")
		}
	}
	if r.refusal == nil {
		r.damagedPart(kind, r.x)
	}
	r.tally.entities += r.x.entities
	r.x, r.notes.inside = body, false
	return texts, nil
}

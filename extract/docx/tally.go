package docx

import (
	"bytes"

	"luzhou/extract"
)

// tally counts what the findings tell.
type tally struct {
	hidden, deletions, insertions, alternates      int
	comments, pictures, objects, chunks            int
	readings, drawn, fields, covered, formulas     int
	symbols                                        int
	clipped, boxes, swallowed, entities, lostNotes int
}

// margins gathers the headers and footers the sections refer to.
type margins struct {
	names   []string
	seen    map[string]bool
	targets map[string]string // part of each relationship
}

// margin notes a header or footer, once each.
func (r *reader) margin(id string) {
	if r.margins.targets == nil {
		r.margins.targets, r.margins.seen = map[string]string{}, map[string]bool{}
		for _, rel := range r.related {
			r.margins.targets[rel.id] = rel.target
		}
	}
	if name, ok := r.margins.targets[id]; ok && !r.margins.seen[name] {
		r.margins.seen[name] = true
		r.margins.names = append(r.margins.names, name)
	}
}

// filledMargins counts the headers and footers that have text.
func (r *reader) filledMargins() (n int) {
	for _, name := range r.margins.names {
		data, err := r.pkg.part(name)
		if refusal, ok := err.(*extract.Refusal); ok && r.refusal == nil {
			r.refusal = refusal
		}
		for x := newScanner(data); x.next(); {
			if x.kind == startTag && string(x.local) == "t" && len(bytes.TrimSpace(x.content(nil))) > 0 {
				n++
				break
			}
		}
	}
	return n
}

// findings tells what was lost, odd or damaged.
func (r *reader) findings(bodyErr error) []extract.Finding {
	t, list := &r.tally, []extract.Finding{}
	tell := func(code extract.Code, n int, args ...any) {
		if n > 0 {
			list = append(list, extract.Find(code, nil, args...))
		}
	}
	margins := r.filledMargins()
	counted := []struct {
		code extract.Code
		n    int
	}{
		{extract.HiddenDropped, t.hidden},
		{extract.DeletionsDropped, t.deletions},
		{extract.InsertionsKept, t.insertions},
		{extract.HeadersDropped, margins},
		{extract.CommentsDropped, t.comments},
		{extract.PicturesDropped, t.pictures},
		{extract.ObjectsDropped, t.objects},
		{extract.AlternateDropped, t.alternates},
		{extract.SpanClipped, t.clipped},
		{extract.ChunksUnread, t.chunks},
		{extract.FormulasFlattened, t.formulas},
		{extract.SymbolsUnknown, t.symbols},
	}
	for _, c := range counted {
		tell(c.code, c.n, c.n)
	}
	leftOut := []struct {
		n    int
		what extract.Text
	}{
		{t.readings, extract.Text{ZH: "注音", EN: "phonetic guides"}},
		{t.drawn, extract.Text{ZH: "图示中的文字", EN: "text of diagrams"}},
		{t.boxes, extract.Text{ZH: "表单复选框", EN: "check boxes of forms"}},
		{t.fields, extract.Text{ZH: "无结果的域", EN: "fields without a result"}},
		{t.covered, extract.Text{ZH: "被合并单元格掩盖的文字", EN: "text covered by merged cells"}},
	}
	for _, l := range leftOut {
		tell(extract.TextLeftOut, l.n, l.n, l.what)
	}
	for _, format := range r.numbering.unknown {
		tell(extract.NumberingUnknown, 1, format)
	}
	return append(list, r.damage(bodyErr)...)
}

// damage tells what of the package could not be read.
func (r *reader) damage(bodyErr error) (list []extract.Finding) {
	tell := func(code extract.Code, args ...any) { list = append(list, extract.Find(code, nil, args...)) }
	for _, kind := range []string{"styles", "numbering"} {
		if name := r.target(kind); name != "" && !r.pkg.has(name) {
			tell(extract.PartMissing, name)
		}
	}
	if r.numbering.lost > 0 {
		tell(extract.PartMissing, extract.Text{ZH: "列表编号的定义", EN: "definitions of list numbers"})
	}
	if n := r.tally.lostNotes; n > 0 {
		tell(extract.PartMissing, extract.Text{ZH: "脚注或尾注的文字", EN: "text of footnotes or endnotes"})
	}
	if r.pkg.bad > 0 {
		tell(extract.BytesUndecodable, r.pkg.bad, "UTF-8")
	}
	if r.pkg.cut {
		tell(extract.CutShort, extract.Text{ZH: "压缩包没有目录", EN: "the package has no directory"})
	}
	for _, name := range r.pkg.damaged {
		tell(extract.Damaged, name)
	}
	switch {
	case bodyErr == errCut:
		tell(extract.CutShort, extract.Text{ZH: "正文 XML 中断", EN: bodyErr.Error()})
	case bodyErr != nil:
		tell(extract.Damaged, extract.Text{ZH: "正文 XML 不合规范，其后的内容未读", EN: bodyErr.Error() + ", nothing behind it was read"})
	}
	if n := r.tally.entities; n > 0 {
		tell(extract.Damaged, extract.Text{ZH: "有未定义的实体", EN: "undefined entities"})
	}
	if r.tally.swallowed > 0 {
		tell(extract.Damaged, extract.Text{ZH: "域没有结尾，其中文字未收入", EN: "a field without end, its text left out"})
	}
	return list
}

package rtf

// skipped makes an action of a destination that holds no text of the body.
// count, if any, tells of it.
func skipped(count func(t *tally) *int) action {
	return action{do: func(r *reader, _ int, _ bool) {
		if count != nil && r.dest == toBody {
			*count(&r.tally)++
		}
		r.skipRest()
	}}
}

// into makes an action of a destination whose text goes elsewhere.
func into(d dest, begin func(r *reader), end func(r *reader)) action {
	return action{do: func(r *reader, _ int, _ bool) {
		if r.dest == toHeader || r.dest == toNowhere && d == toNumber {
			return
		}
		if begin != nil {
			begin(r)
		}
		r.dest, r.onClose = d, end
	}}
}

var destinations = map[string]action{
	"fonttbl":  into(toFonts, nil, func(r *reader) { r.table.current = nil }),
	"listtext": into(toNumber, func(r *reader) { r.number = r.number[:0] }, (*reader).endNumber),
	"pntext":   into(toNumber, func(r *reader) { r.number = r.number[:0] }, (*reader).endNumber),

	"listtable":         into(toNowhere, func(r *reader) { r.lists.inTable = true }, func(r *reader) { r.lists.inTable = false }),
	"listoverridetable": into(toNowhere, nil, func(r *reader) { r.lists.current = nil }),
	"leveltext":         into(toLevel, func(r *reader) { r.level = r.level[:0] }, func(r *reader) { r.lists.level().Text = levelText(r.level) }),

	"header":  header,
	"headerl": header, "headerr": header, "headerf": header,
	"footer": header, "footerl": header, "footerr": header, "footerf": header,

	"fldinst": {do: (*reader).beginInstruction},
	"field":   set(func(s *state, _ int) { s.fieldDone = false }),
	"fldrslt": mark(func(r *reader) {
		if r.fieldDone {
			r.dest = toNowhere
		}
	}),

	// A shape holds its text in \shptxt; \shprslt is a copy of it, of the shape
	// drawn for programs before Word 97, which \do is as well.
	"shpinst":        {do: toShape},
	"do":             {do: toShape},
	"sp":             {do: toShape},
	"shptxt":         {do: (*reader).beginShapeText},
	"dptxbxtext":     {do: (*reader).beginShapeText},
	"shprslt":        skipped(nil),
	"background":     skipped(nil),
	"shppict":        quiet(func(*state, int) {}),
	"nonshppict":     skipped(nil),
	"pict":           {do: (*reader).picture},
	"object":         {do: (*reader).object},
	"objdata":        skipped(nil),
	"result":         quiet(func(*state, int) {}),
	"annotation":     skipped(func(t *tally) *int { return &t.comments }),
	"nesttableprops": set(func(s *state, _ int) { s.nested = true }),
	"nonesttables":   skipped(nil),
	"upr":            {do: func(r *reader, _ int, _ bool) { r.outer, r.dest = r.dest, toNowhere }},
	"ud":             {do: func(r *reader, _ int, _ bool) { r.dest = r.outer }},

	"colortbl": skipped(nil), "stylesheet": skipped(nil), "info": skipped(nil), "revtbl": skipped(nil),
	"filetbl": skipped(nil), "rsidtbl": skipped(nil), "listpicture": skipped(nil), "fontemb": skipped(nil),
	"pntxta": skipped(nil), "pntxtb": skipped(nil), "template": skipped(nil), "private": skipped(nil),
	"xe": skipped(nil), "tc": skipped(nil), "tcn": skipped(nil), "rxe": skipped(nil), "txe": skipped(nil),
	"bkmkstart": skipped(nil), "bkmkend": skipped(nil), "comment": skipped(nil),
	"ftnsep": skipped(nil), "ftnsepc": skipped(nil), "ftncn": skipped(nil),
	"aftnsep": skipped(nil), "aftnsepc": skipped(nil), "aftncn": skipped(nil),
	"listname": skipped(nil), "liststylename": skipped(nil), "levelnumbers": skipped(nil),
	"objclass": skipped(nil), "objname": skipped(nil), "objalias": skipped(nil), "objsect": skipped(nil),
}

// header counts headers and footers that hold text.
var header = into(toHeader, func(r *reader) { r.headerText = false }, func(r *reader) {
	if r.headerText {
		r.tally.headers++
	}
})

// toShape drops the names and numbers of a drawing, but looks for its text.
func toShape(r *reader, _ int, _ bool) {
	switch r.dest {
	case toBody:
		r.dest, r.shape = toNowhere, true
	case toHeader:
		r.headerText = true
	}
}

// beginShapeText obeys \shptxt and \dptxbxtext.
func (r *reader) beginShapeText(n int, has bool) {
	if !r.shape {
		r.skipRest()
		return
	}
	r.shape = false
	r.beginBox(n, has)
}

// picture counts a picture. That of an object is part of the object.
func (r *reader) picture(int, bool) {
	if (r.dest == toBody || r.shape) && !r.inObject {
		r.tally.pictures++
	}
	r.skipRest()
}

func (r *reader) object(int, bool) {
	if r.dest == toBody && !r.inObject {
		r.tally.objects++
	}
	r.inObject = true
}

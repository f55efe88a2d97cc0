package rtf

import "bytes"

// formulaWords read a formula (section "Math") as a line of text. A part that
// stands above, below or under another gets a sign, so that a half does not
// read as 12.
var formulaWords = map[string]action{
	"mden": mathPart("/"),
	"msup": mathPart("^"),
	"msub": mathPart("_"),
	"mdeg": mark(func(r *reader) {
		if r.dest == toBody {
			r.onClose = func(r *reader) { r.sign("√") }
		}
	}),
	"mmathPict": skipped(nil), // a picture of the formula

	"mmathPr": skipped(nil), "moMathParaPr": skipped(nil), "mrPr": skipped(nil), "mctrlPr": skipped(nil), "margPr": skipped(nil),
	"maccPr": skipped(nil), "mbarPr": skipped(nil), "mboxPr": skipped(nil), "mborderBoxPr": skipped(nil), "mdPr": skipped(nil),
	"meqArrPr": skipped(nil), "mfPr": skipped(nil), "mfuncPr": skipped(nil), "mgroupChrPr": skipped(nil), "mlimLowPr": skipped(nil),
	"mlimUppPr": skipped(nil), "mmPr": skipped(nil), "mmcPr": skipped(nil), "mnaryPr": skipped(nil), "mphantPr": skipped(nil),
	"mradPr": skipped(nil), "msPrePr": skipped(nil), "msSubPr": skipped(nil), "msSubSupPr": skipped(nil), "msSupPr": skipped(nil),

	// Known, so that their groups are read.
	"mmath": quiet(func(*state, int) {}), "moMath": quiet(func(*state, int) {}), "moMathPara": quiet(func(*state, int) {}),
}

// mathPart makes an action of a part of a formula that the sign sets off.
func mathPart(sign string) action {
	return mark(func(r *reader) {
		if r.dest != toBody {
			return
		}
		f, before := r.flow, len(r.flow.text)
		r.sign(sign)
		after := len(f.text)
		r.onClose = func(*reader) {
			if len(f.text) == after && bytes.HasSuffix(f.text, []byte(sign)) {
				f.text = f.text[:before] // the part is empty
				r.tally.formulas--
			}
		}
	})
}

// sign writes a sign that the formula shows by place.
func (r *reader) sign(s string) {
	if r.shows() {
		r.flow.write([]byte(s))
		r.tally.formulas++
	}
}

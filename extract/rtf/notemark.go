package rtf

// noteFormats gives the number format of a note numbering word by its last part.
var noteFormats = map[string]string{
	"ar": "decimal", "alc": "lowerLetter", "auc": "upperLetter", "rlc": "lowerRoman", "ruc": "upperRoman",
	"chi": "chicago", "cnum": "decimalEnclosedCircle", "dbar": "decimalFullWidth", "dbnum": "ideographDigital",
	"dbnumd": "ideographDigital", "dbnumt": "chineseCounting", "dbnumk": "chineseLegalSimplified",
	"gbnum": "decimalEnclosedFullstop", "gbnumd": "decimalEnclosedParen", "gbnuml": "decimalEnclosedCircleChinese",
	"gbnumk": "ideographEnclosedCircle", "zodiac": "ideographTraditional", "zodiacd": "ideographZodiac",
}

// noteNumberWords are \ftnnar, \aftnnar, \sftnnar, \saftnnar and their kind.
var noteNumberWords = makeNoteNumberWords()

func makeNoteNumberWords() map[string]action {
	all := map[string]action{}
	for suffix, format := range noteFormats {
		foot := mark(func(r *reader) { r.marks.foot.format = format })
		end := mark(func(r *reader) { r.marks.end.format = format })
		all["ftnn"+suffix], all["sftnn"+suffix] = foot, foot
		all["aftnn"+suffix], all["saftnn"+suffix] = end, end
	}
	return all
}

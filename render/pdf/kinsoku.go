package pdf

import "strings"

// Characters that may not begin or end a line (禁则, after GB/T 15834-2011
// section 5.1.4 to 5.1.6 and the usual practice of typesetting).
const (
	noStart = "］｝｠°′″〃–。，、；：？！）》」』】〕〗”’…—～·％‰℃㎡㎥㎏㎞㎝㎜．々ー!),.:;?]}%"
	noEnd   = "［｛｟（《「『【〔〖“‘([{＄￥－−"
	// hangers have their ink in the left half of the square, so the right half
	// may stand beyond the end of a line.
	hangers = "。，、；：）》」』】〕〗”’"
	// weakAfter are the places inside a Latin word, such as a web address,
	// where it may be parted when the line would be torn open otherwise.
	weakAfter = "/.-_@?&=:"
)

// isHanzi tells characters apart that no rule of this file names.
func isHanzi(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// hangs tells whether r may stand beyond the end of a line by half.
func hangs(r rune) bool { return !isHanzi(r) && strings.ContainsRune(hangers, r) }

// opportunity says how well a line may end between two characters.
type opportunity int

const (
	never opportunity = iota
	ifTorn
	freely
)

// between judges the place between a and b.
func between(a, b glyph) opportunity {
	switch {
	case isHanzi(a.r) && isHanzi(b.r):
		return freely
	case a.r == noBreakSpace || b.r == noBreakSpace || b.r == ' ':
		return never
	case strings.ContainsRune(noEnd, a.r) || strings.ContainsRune(noStart, b.r):
		if a.r == ' ' {
			return freely
		}
		return never
	case a.r == ' ':
		return freely
	case isFullDigit(a.r) && isFullDigit(b.r):
		return never
	case !isLatin(a.r) || !isLatin(b.r):
		return freely
	case strings.ContainsRune(weakAfter, a.r) && isLetter(b.r):
		return ifTorn
	}
	return never
}

func isFullDigit(r rune) bool { return r >= '０' && r <= '９' || r == '．' }

// isLatin tells whether r belongs to a run that is kept whole: everything
// below the CJK blocks but general punctuation and signs.
func isLatin(r rune) bool { return r > ' ' && r < 0x2000 && r != '·' && r != '×' && r != '÷' }

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// stretches tells whether the gap after a may be widened or narrowed.
func stretches(a, b glyph) bool { return !isLatin(a.r) || !isLatin(b.r) }

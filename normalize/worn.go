package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A label that lost characters on its way, U+FFFD in their place, is known by
// those it kept, when they fit one label of the form and no other.

const (
	// maxLost is how many characters one U+FFFD may stand for.
	maxLost = 2
	// minKept is how many characters of a label must be left; half of it as well.
	minKept = 2
)

func isWorn(text string) bool { return strings.ContainsRune(text, utf8.RuneError) }

// worn finds the one label that a folded text with lost characters fits. Its
// number must agree when it has one; of several labels the parent decides.
func (l *labels) worn(folded, parent string) (item int, ok bool) {
	number, _, _ := splitNumber(folded)
	pattern := wornPattern(folded)
	var found []int
	for i, e := range l.entries {
		if (number == 0 || e.number == number) && fitsWorn(pattern, e.loose) {
			found = append(found, i)
		}
	}
	item, _, ok = l.choose(found, number, parent)
	return item, ok
}

// wornPattern is what is compared of a text with lost characters.
func wornPattern(folded string) []rune {
	_, _, rest := splitNumber(folded)
	return []rune(strings.Map(func(r rune) rune {
		if unicode.IsPunct(r) && r != '/' && r != '(' && r != ')' {
			return -1
		}
		return simple(r)
	}, rest))
}

// fitsWorn reports whether a label can be what a pattern was before it lost characters.
func fitsWorn(pattern []rune, label string) bool {
	words := []rune(label)
	if len(pattern) > 2*len(words) {
		return false
	}
	kept := 0
	for _, r := range pattern {
		if r != utf8.RuneError {
			kept++
		}
	}
	return kept >= minKept && 2*kept >= len(words) && matches(pattern, words)
}

// matches goes through the pattern with all places of the words that it can have
// come to, so that many lost characters take no longer than few.
func matches(pattern, words []rune) bool {
	at := make([]bool, len(words)+1)
	at[0] = true
	for _, p := range pattern {
		next := make([]bool, len(at))
		for i, reached := range at {
			switch {
			case !reached:
			case p == utf8.RuneError:
				for n := i; n <= min(i+maxLost, len(words)); n++ {
					next[n] = true
				}
			case i < len(words) && words[i] == p:
				next[i+1] = true
			}
		}
		at = next
	}
	return at[len(words)]
}

// wornParent finds the one label of merged cells that a text with lost
// characters fits.
func (x *lexicon) wornParent(folded string) (parent string) {
	pattern := wornPattern(folded)
	for p := range x.parents {
		if fitsWorn(pattern, p) {
			if parent != "" {
				return ""
			}
			parent = p
		}
	}
	return parent
}

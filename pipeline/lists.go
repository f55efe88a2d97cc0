package pipeline

import (
	"slices"

	"luzhou/extract"
	"luzhou/normalize"
	"luzhou/render"
)

// Codes lists every code of a finding or refusal the program can give.
func Codes() []extract.Kind {
	return slices.Concat(extract.Kinds(), normalize.Kinds(), render.Kinds())
}

package extract

// Limits on one input. Every reader refuses with RefusedLimit past them.
const (
	MaxInput    = 64 << 20  // bytes of a source file
	MaxExpanded = 256 << 20 // bytes of all parts of a package together, counted while inflating
	MaxNesting  = 64        // depth of nested elements that can hold text: tables, groups, text boxes
	MaxCells    = 1_000_000 // cells of all tables together
	MaxGridCols = 4096      // columns of one table
)

// Format is one source format.
type Format struct {
	Name string // as printed in Source.Format
	Info Text   // a sentence for the list of formats
	// Sniff reports whether the bytes are of this format. It looks at the
	// content only and may be wrong only for damaged files.
	Sniff func(data []byte) bool
	// Read gives the blocks, notes, charset and findings; the caller fills in
	// the rest of Source. The error is a *Refusal.
	Read func(data []byte) (*Document, error)
}

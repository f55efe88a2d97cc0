package normalize

import "luzhou/extract"

// reading is a table of the source read under one form: which printed cells
// belong to which row, and in which order the columns stand.
type reading struct {
	words    *dictionary
	table    *Table
	blocks   []blockReading
	findings []extract.Finding
	lined    bool // of a table that was put together from lines
	unknown  int  // labels the form does not have
	known    int  // labels it has
}

// blockReading is the part of a reading for one block.
type blockReading struct {
	order     []int           // columns of the form in printed order; nil until a header was read
	bare      []bool          // rows whose label stands without figures
	rows      []*printedRow   // per row of the form; nil when not met
	header    []printedRow    // rows since the last figure that may be a header
	headed    bool            // a header was met, readable or not
	unread    []printedRow    // one that was not readable
	over      []printedRow    // the one that gave the order
	piece     int             // the table that one stands in
	places    []int           // grid columns of its cells, in printed order; nil when they prove nothing or are not needed
	others    []int           // grid columns under its other words
	units     map[int]string  // unit of money that the header prints, per column
	some      []int           // columns of a header that lacks others, in printed order; nil when it does not
	unclear   extract.Finding // told when the rows do not fit them
	strange   []int           // columns in printed order with -1 for each that the form does not have; nil when there is none
	heads     []int           // columns named by a header of one row, repetitions included
	rowUnits  map[int]string  // of a listed form: the unit that each row prints
	first     *extract.Cell   // the first column's name in a header of one row; nil if not known
	emptyTwin []int           // rows that stand twice, once without figures
	again     bool            // the form stands once more, below an empty one
	lines     []*line         // nil when the columns are unknown
	sums      []sum           // of each line
	equations []equation      // between lines
	sound     bool            // some reading of the lines keeps the sums
	spare     int             // empty cells at the end of every row, past the columns
	padded    bool            // a line was certainly filled up with empty cells
	byPlace   []int           // columns that have their rows, or their own place, from what stands around them
	why       string          // what proves it
	lost      *lostLabel      // the one label that the header lacks; nil when it has all, or lacks more
	named     []placedColumn  // the columns that a header with a label lost names
}

func (d *dictionary) newReading(form *TableForm) *reading {
	r := &reading{words: d, table: NewTable(form), blocks: make([]blockReading, len(form.Blocks))}
	for b := range form.Blocks {
		r.blocks[b].bare = make([]bool, len(form.Blocks[b].Rows))
		r.blocks[b].rows = make([]*printedRow, len(form.Blocks[b].Rows))
	}
	return r
}

func (r *reading) add(code extract.Code, where string, pos *extract.Pos, args ...any) {
	r.findings = append(r.findings, kinds.Find(code, where, pos, args...))
}

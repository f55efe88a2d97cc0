package normalize

import (
	"slices"

	"luzhou/extract"
)

// A Generation is the set of forms one notice fixed.
type Generation struct {
	Key      string // gen_2019
	From, To int    // report years; To is 0 while in force
	Basis    string // number of the notice
	Free     bool   // the parts may be missing, renumbered or in any order
	Sections []SectionForm
}

// SectionForm is one part of the report.
type SectionForm struct {
	Key      string
	Title    string // without its number
	Variants []string
	Table    *TableForm // nil for a part of text
	Annexed  bool       // stands behind the parts, without a number; many reports lack it
}

// TableForm is the statistical table of one section. All its figures lie on
// two axes, rows and columns, in one or more blocks.
type TableForm struct {
	Section    string
	Generation string
	Blocks     []BlockForm
	Rules      []Rule
	Corner     string // remark printed in the corner of the header
	Listed     bool   // a list of indicators, each with its unit; other rows than the form's are to be expected
}

// BlockForm is a rectangle of figures with rows and columns of its own.
type BlockForm struct {
	Key     string // part of the figures' paths; empty when the table is one block
	Title   string // full-width title row; empty when there is none
	Stub    string // printed above the row labels
	Columns []Column
	Rows    []Row
	Heading string   // printed above all columns
	Group   string   // printed above some of the columns
	Grouped []string // keys of the columns under Group
	Across  bool     // the rows stand side by side as groups of columns over one row of figures
}

// FigureKind is what a column counts.
type FigureKind int

// Kinds of figure: a count; a count that may be negative; a decimal in the
// unit of the form; an amount of money whose unit the form leaves open.
const (
	Count FigureKind = iota
	SignedCount
	Amount
	Money
)

// Label is a printed label and the wordings it is known by. Wordings in
// Variants are as good as the label; those in Odd are mistakes worth a note.
type Label struct {
	Key      string
	Text     string
	Variants []string
	Odd      []string
}

// Column is a column of figures.
type Column struct {
	Label
	Kind FigureKind
	Unit string // fixed by the form; empty when open
}

// Row is a row of figures. Parents are the labels of the merged cells left of it.
type Row struct {
	Label
	Parents []string
	Kind    FigureKind // in a listed form: what the row counts
	Unit    string     // in a listed form: fixed by the form
}

// Axis says what a rule holds for.
type Axis int

// A rule holds for each row (its terms are columns) or for each column (its
// terms are rows).
const (
	EachRow Axis = iota
	EachColumn
)

// Rule says that the terms of Left add up to the terms of Right, or to no more. All rules of
// this kind are hard: breaking one is a contradiction in the report.
type Rule struct {
	ID    string
	Axis  Axis
	Left  []string // keys of columns or rows
	Right []string
	Most  bool // Left is at most Right
	Text  Text // what the form or its notice says
}

// Text is a sentence in Chinese and English.
type Text = extract.Text

// Generations lists the forms the program knows, oldest first.
var Generations = []*Generation{&form2014, &form2019, &form2021}

// FindTable returns the table form of a section in a generation.
func FindTable(generation, section string) *TableForm {
	for _, g := range Generations {
		if g.Key != generation {
			continue
		}
		for i := range g.Sections {
			if g.Sections[i].Key == section {
				return g.Sections[i].Table
			}
		}
	}
	return nil
}

// has reports whether the form has a part of that key.
func (g *Generation) has(section string) bool {
	return slices.ContainsFunc(g.Sections, func(s SectionForm) bool { return s.Key == section })
}

// text reports whether a part of the form holds text alone.
func (g *Generation) text(section string) bool {
	return slices.ContainsFunc(g.Sections, func(s SectionForm) bool { return s.Key == section && s.Table == nil })
}

// rowIndex returns the number of the row of that key, or -1.
func (b *BlockForm) rowIndex(key string) int {
	for i := range b.Rows {
		if b.Rows[i].Key == key {
			return i
		}
	}
	return -1
}

// columnIndex returns the number of the column of that key, or -1.
func (b *BlockForm) columnIndex(key string) int {
	for i := range b.Columns {
		if b.Columns[i].Key == key {
			return i
		}
	}
	return -1
}

// path returns the dotted path of a place in the table: the whole block when
// row and column are empty, a column over all rows when only row is.
func (t *TableForm) path(block *BlockForm, row, column string) string {
	parts := [4]string{t.Section, block.Key, row, column}
	size := len(parts)
	for _, part := range parts {
		size += len(part)
	}
	p := make([]byte, 0, size)
	for _, part := range parts {
		if part != "" && len(p) > 0 {
			p = append(p, '.')
		}
		p = append(p, part...)
	}
	return string(p)
}

// Package extract turns the bytes of one file into a Document: the paragraphs
// and tables the file shows, in order, with merged cells as spans and with the
// place of everything. It knows file formats and nothing of what a report is.
//
// This root package holds the Document and what all readers share: positions,
// findings, refusals, limits and the grid arithmetic of tables. Each format
// lives in a folder of its own and hands over one Format value. Unreadable
// input is a *Refusal; everything else that was lost or odd is a Finding.
package extract

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Document is what one file says.
type Document struct {
	Source   Source    `json:"source"`
	Blocks   []Block   `json:"blocks"`
	Notes    []Note    `json:"notes,omitempty"`
	Findings []Finding `json:"findings"`
}

// Source identifies the file a Document was read from.
type Source struct {
	Path    string `json:"path"`
	Format  string `json:"format"`            // name of the Format that read it
	Charset string `json:"charset,omitempty"` // character set the text was decoded from, where the format leaves a choice
	SHA256  string `json:"sha256"`            // of the bytes, in hexadecimal
	Bytes   int64  `json:"bytes"`
}

// Block is a paragraph or a table; exactly one of the two is set.
type Block struct {
	Paragraph *Paragraph
	Table     *Table
}

// Paragraph is a run of text that the file ends with a paragraph mark. A line
// break inside it is a newline.
type Paragraph struct {
	Text   string `json:"text"`
	Number string `json:"number,omitempty"` // text of its automatic list number, such as 一、; never part of Text
	Pos    Pos    `json:"pos"`
}

// Table is a grid of Rows by Cols with each merged cell once, at its top left.
// Cells stand in row order, then column order. A place no cell covers belongs
// to a row that starts late or ends early.
type Table struct {
	Rows  int    `json:"rows"`
	Cols  int    `json:"cols"`
	Cells []Cell `json:"cells"`
	After int    `json:"after,omitempty"` // of a nested table: how many lines of its cell's text stand before it
	Pos   Pos    `json:"pos"`
}

// Cell is one cell. Rows and columns count from 0.
type Cell struct {
	Row     int      `json:"row"`
	Col     int      `json:"col"`
	RowSpan int      `json:"row_span"`
	ColSpan int      `json:"col_span"`
	Text    string   `json:"text"`              // its paragraphs joined by newlines, without the text of nested tables
	Numbers []string `json:"numbers,omitempty"` // list numbers, one for each line of Text; nil when no line has one
	Pos     Pos      `json:"pos"`
	Tables  []Table  `json:"tables,omitempty"` // nested tables, in order
}

// Note is a footnote or endnote.
type Note struct {
	Mark string `json:"mark"` // as printed at the reference
	Text string `json:"text"`
	Pos  Pos    `json:"pos"` // of the block that refers to it
}

// ParagraphBlock makes a block of a paragraph.
func ParagraphBlock(text, number string) Block {
	return Block{Paragraph: &Paragraph{Text: text, Number: number}}
}

type jsonParagraph struct {
	Kind string `json:"kind"`
	Paragraph
}

type jsonTable struct {
	Kind string `json:"kind"`
	Table
}

// MarshalJSON writes the paragraph or table with its kind in front.
func (b Block) MarshalJSON() ([]byte, error) {
	switch {
	case b.Paragraph != nil:
		return json.Marshal(jsonParagraph{"paragraph", *b.Paragraph})
	case b.Table != nil:
		t := *b.Table
		if t.Cells == nil {
			t.Cells = []Cell{}
		}
		return json.Marshal(jsonTable{"table", t})
	}
	return nil, fmt.Errorf("extract: block without content")
}

// UnmarshalJSON reads what MarshalJSON writes.
func (b *Block) UnmarshalJSON(data []byte) error {
	var kind struct {
		Kind string `json:"kind"`
	}
	if err := json.Unmarshal(data, &kind); err != nil {
		return err
	}
	*b = Block{}
	switch kind.Kind {
	case "paragraph":
		b.Paragraph = new(Paragraph)
		return json.Unmarshal(data, b.Paragraph)
	case "table":
		b.Table = new(Table)
		return json.Unmarshal(data, b.Table)
	}
	return fmt.Errorf("extract: unknown block kind %q", kind.Kind)
}

// JoinLines makes Text and Numbers of a cell from its paragraphs. A paragraph
// of several lines carries its number on the first.
func JoinLines(paragraphs []Paragraph) (text string, numbers []string) {
	numbered := func(p Paragraph) bool { return p.Number != "" }
	if slices.ContainsFunc(paragraphs, numbered) {
		for _, p := range paragraphs {
			numbers = append(numbers, p.Number)
			for range strings.Count(p.Text, "\n") {
				numbers = append(numbers, "")
			}
		}
	}
	if len(paragraphs) == 1 {
		return paragraphs[0].Text, numbers
	}
	lines := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		lines[i] = p.Text
	}
	return strings.Join(lines, "\n"), numbers
}

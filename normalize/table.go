package normalize

import (
	"encoding/json"
	"fmt"

	"luzhou/extract"
)

// Table holds the figures of one form table: Values[block][row][column] in the
// order of its Form.
type Table struct {
	Form   *TableForm
	Values [][][]Value
	Extra  []ExtraRow
}

// ExtraRow is a row that the form does not know, kept as printed.
type ExtraRow struct {
	Label string       `json:"label"`
	After string       `json:"after"` // key of the row it stood below; empty at the top
	Cells []string     `json:"cells"`
	Pos   *extract.Pos `json:"pos,omitempty"`
}

// NewTable returns a table of the form in which every figure is missing.
func NewTable(form *TableForm) *Table {
	t := &Table{Form: form, Values: make([][][]Value, len(form.Blocks))}
	for b := range form.Blocks {
		rows, columns := len(form.Blocks[b].Rows), len(form.Blocks[b].Columns)
		t.Values[b] = make([][]Value, rows)
		all := make([]Value, rows*columns)
		for r := range rows {
			t.Values[b][r] = all[r*columns : (r+1)*columns : (r+1)*columns]
		}
	}
	return t
}

// Each calls f with the path and place of every figure, in the form's order. In
// a listed form the column counts what the row does.
func (t *Table) Each(f func(path string, column Column, v *Value)) {
	for b := range t.Form.Blocks {
		block := &t.Form.Blocks[b]
		for r, row := range block.Rows {
			for c, column := range block.Columns {
				if t.Form.Listed {
					column.Kind, column.Unit = row.Kind, row.Unit
				}
				f(t.Form.path(block, row.Key, column.Key), column, &t.Values[b][r][c])
			}
		}
	}
}

// eachRow calls f with the path, label and figures of every row.
func (t *Table) eachRow(f func(path string, row Row, values []Value)) {
	for b := range t.Form.Blocks {
		block := &t.Form.Blocks[b]
		for r, row := range block.Rows {
			f(t.Form.path(block, row.Key, ""), row, t.Values[b][r])
		}
	}
}

// Figure returns the figure of a dotted path such as requests.granted.total.
func (t *Table) Figure(path string) (v *Value, ok bool) {
	t.Each(func(p string, _ Column, value *Value) {
		if p == path {
			v, ok = value, true
		}
	})
	return v, ok
}

// MarshalJSON writes the figures as nested objects, keys in the form's order.
func (t *Table) MarshalJSON() ([]byte, error) {
	b := make([]byte, 0, 1<<12)
	key := func(k string) { b = append(appendString(b, k), ':') }
	b = appendString(append(b, `{"form":`...), t.Form.Generation)
	for i := range t.Form.Blocks {
		block := &t.Form.Blocks[i]
		b = append(b, ',')
		if block.Key != "" {
			key(block.Key)
			b = append(b, '{')
		}
		for r, row := range block.Rows {
			if r > 0 {
				b = append(b, ',')
			}
			key(row.Key)
			b = append(b, '{')
			for c, column := range block.Columns {
				if c > 0 {
					b = append(b, ',')
				}
				key(column.Key)
				b = t.Values[i][r][c].appendJSON(b)
			}
			b = append(b, '}')
		}
		if block.Key != "" {
			b = append(b, '}')
		}
	}
	if len(t.Extra) > 0 {
		extra, err := json.Marshal(t.Extra)
		if err != nil {
			return nil, err
		}
		b = append(append(b, `,"extra_rows":`...), extra...)
	}
	return append(b, '}'), nil
}

// readTable reads what MarshalJSON writes for a section.
func readTable(section string, data []byte) (*Table, error) {
	var head struct {
		Form  string     `json:"form"`
		Extra []ExtraRow `json:"extra_rows"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, err
	}
	form := FindTable(head.Form, section)
	if form == nil {
		return nil, fmt.Errorf("normalize: no form %q for %s", head.Form, section)
	}
	var tree map[string]json.RawMessage
	if err := json.Unmarshal(data, &tree); err != nil {
		return nil, err
	}
	delete(tree, "form")
	delete(tree, "extra_rows")
	t := NewTable(form)
	t.Extra = head.Extra
	figures := map[string]json.RawMessage{}
	if err := flattenFigures(section, tree, figures); err != nil {
		return nil, err
	}
	var failed error
	t.Each(func(path string, _ Column, v *Value) {
		if raw, ok := figures[path]; ok && failed == nil {
			failed = json.Unmarshal(raw, v)
		}
		delete(figures, path)
	})
	if failed != nil {
		return nil, failed
	}
	if len(figures) > 0 {
		return nil, fmt.Errorf("normalize: %d figures that form %s of %s does not have", len(figures), head.Form, section)
	}
	return t, nil
}

// flattenFigures collects the figures of a tree of objects by their paths.
func flattenFigures(path string, tree, figures map[string]json.RawMessage) error {
	for key, raw := range tree {
		here := path + "." + key
		var below map[string]json.RawMessage
		if err := json.Unmarshal(raw, &below); err != nil {
			return fmt.Errorf("normalize: %s: %w", here, err)
		}
		if _, leaf := below["state"]; leaf {
			figures[here] = raw
			continue
		}
		if err := flattenFigures(here, below, figures); err != nil {
			return err
		}
	}
	return nil
}

package normalize

import (
	"slices"
	"strings"
	"sync"
)

// dictionary knows the words of all forms: headings of parts, labels of tables,
// and the user's own wordings of either. It is read only.
type dictionary struct {
	headings map[string]string       // loose wording -> key of the part
	words    map[string][]string     // loose label of a form table -> the sections it occurs in, each once
	printed  map[string]string       // label as the forms print it -> the same made loose
	flat     map[string][]string     // loose label that holds its path -> the section it occurs in
	lexicons map[*TableForm]*lexicon // labels of one form
}

// builtIn is the dictionary of the forms alone.
var builtIn = sync.OnceValue(func() *dictionary { return newDictionary(nil) })

// newDictionary gathers the labels of the forms; more lists further wordings by
// the path of what they name, as in Variants.
func newDictionary(more map[string][]string) *dictionary {
	d := &dictionary{map[string]string{}, map[string][]string{}, map[string]string{}, map[string][]string{}, map[*TableForm]*lexicon{}}
	for _, g := range Generations {
		for _, s := range g.Sections {
			for _, text := range append(append([]string{s.Title}, s.Variants...), more["sections."+s.Key]...) {
				d.headings[loose(fold(text))] = s.Key
			}
			if s.Table != nil {
				d.addTableForm(s.Table.with(more))
			}
		}
	}
	return d
}

// with returns the form with further wordings of its rows and columns.
func (t *TableForm) with(more map[string][]string) labelledForm {
	f := labelledForm{form: t, blocks: make([]BlockForm, len(t.Blocks))}
	for b := range t.Blocks {
		block := t.Blocks[b]
		block.Columns, block.Rows = append([]Column{}, block.Columns...), append([]Row{}, block.Rows...)
		for i := range block.Columns {
			block.Columns[i].learn(more[t.path(&block, "", block.Columns[i].Key)])
		}
		for i := range block.Rows {
			block.Rows[i].learn(more[t.path(&block, block.Rows[i].Key, "")])
		}
		f.blocks[b] = block
	}
	return f
}

// labelledForm is a form and its blocks with all the wordings that are known.
type labelledForm struct {
	form   *TableForm
	blocks []BlockForm
}

func (l *Label) learn(wordings []string) {
	if len(wordings) > 0 {
		l.Variants = append(append([]string{}, l.Variants...), wordings...)
	}
}

func (d *dictionary) addTableForm(f labelledForm) {
	section := f.form.Section
	add := func(text string) {
		if w := loose(fold(text)); w != "" {
			if !slices.Contains(d.words[w], section) {
				d.words[w] = append(d.words[w], section)
			}
			d.printed[text] = w
		}
	}
	label := func(l Label) {
		add(l.Text)
		for _, list := range [][]string{l.Variants, l.Odd} {
			for _, text := range list {
				add(text)
			}
		}
	}
	add(f.form.Corner)
	for _, b := range f.blocks {
		for _, text := range []string{b.Title, b.Stub, b.Heading, b.Group} {
			add(text)
		}
		for _, c := range b.Columns {
			label(c.Label)
		}
		for _, r := range b.Rows {
			label(r.Label)
			for _, p := range r.Parents {
				add(p)
			}
			for from := range r.Parents { // the whole path, and the end of it
				d.flat[loose(fold(strings.Join(r.Parents[from:], "")+r.Text))] = []string{section}
			}
			for c := 0; b.Across && c < len(b.Columns); c++ { // a head of one row names both
				for _, name := range append([]string{r.Text}, r.Variants...) {
					d.flat[loose(fold(name+b.Columns[c].Text))] = []string{section}
					d.flat[loose(fold(strings.Join(r.Parents, "")+name+b.Columns[c].Text))] = []string{section}
				}
			}
		}
	}
	d.lexicons[f.form] = newLexicon(f.form, f.blocks)
}

// sectionsOf lists the sections whose forms have a label of that text.
func (d *dictionary) sectionsOf(text string) []string {
	w, ok := d.printed[text]
	if !ok {
		w = loose(fold(text))
	}
	if sections := d.words[w]; sections != nil {
		return sections
	}
	return d.flat[w]
}

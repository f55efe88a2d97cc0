package pipeline

import (
	"context"
	"path"
	"slices"
	"strings"

	"luzhou/extract"
)

// Seen is what a scan tells of one input.
type Seen struct {
	Name      string
	SHA256    string
	Size      int64
	Format    string // real format; empty when there is none
	Ending    string // what the name says, in lower case
	Misnamed  bool   // the ending belongs to another format
	Kind      string // the form of its tables, or one of the kinds below
	Same      string // an earlier input of the same content
	Refused   extract.Code
	Unsettled bool // it changed while it was read
}

// Kinds of inputs besides the keys of forms.
const (
	KindFree       = "free"         // a report without the tables of any form
	KindNone       = "not_a_report" // a document, but no report
	KindUnreadable = "unreadable"
)

// endings says which formats a name promises.
var endings = map[string][]string{
	"doc": {"doc"}, "wps": {"doc"}, "docx": {"docx"}, "docm": {"docx"}, "rtf": {"rtf"}, "odt": {"odt"},
	"htm": {"html"}, "html": {"html"}, "mht": {"mhtml"}, "mhtml": {"mhtml"}, "xml": {"wordml"}, "txt": {"text"}, "pdf": nil, "xls": nil, "xlsx": nil, "json": nil,
}

// Scan reads every input and writes nothing. The result is in input order; passed
// names the links that were passed over.
func Scan(ctx context.Context, sources []string, running Running) (list []Seen, passed []string, err error) {
	inputs, passed, err := findInputs(sources, "")
	if err != nil {
		return nil, nil, err
	}
	b := &batch{opts: ConvertOptions{Running: running}}
	all, err := b.lookAt(ctx, inputs, func(looked) bool { return false })
	if err != nil {
		return nil, nil, err
	}
	list = make([]Seen, len(all))
	first := map[string]int{}
	for i := range all {
		l := &all[i]
		list[i] = Seen{Name: l.Name, SHA256: l.sum, Size: l.size, Ending: ending(l.Name), Unsettled: l.left}
		if f, have := first[l.sum]; have {
			list[i].Same = list[f].Name
		} else if l.sum != "" {
			first[l.sum] = i
		}
	}
	err = b.parallel(ctx, len(all), func(child asker, i int) error {
		if list[i].Same != "" || all[i].left {
			return nil
		}
		return b.scanOne(ctx, child, all[i], &list[i])
	})
	for i := range list {
		if list[i].Same == "" {
			continue
		}
		s, f := &list[i], &list[first[list[i].SHA256]]
		s.Format, s.Kind, s.Refused = f.Format, f.Kind, f.Refused
		s.Misnamed = misnamed(s.Ending, s.Format)
	}
	return list, passed, err
}

func (b *batch) scanOne(ctx context.Context, child asker, l looked, s *Seen) error {
	a := answer{Refused: l.refused}
	if l.refused == nil {
		var err error
		if a, _, err = b.ask(ctx, child, job{Kind: jobScan, Member: l.Member, SHA256: l.sum}, l); err != nil {
			return err
		}
	}
	s.Format, s.Unsettled = a.Format, a.Changed
	switch {
	case a.Refused != nil:
		s.Kind, s.Refused = KindUnreadable, a.Refused.Code
	case a.None:
		s.Kind = KindNone
	case a.Form == "":
		s.Kind = KindFree
	default:
		s.Kind = a.Form
	}
	s.Misnamed = misnamed(s.Ending, s.Format)
	return nil
}

func ending(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
}

// misnamed reports whether a name promises another format. One without an ending,
// or with one that is not known, promises nothing.
func misnamed(ending, format string) bool {
	formats, known := endings[ending]
	return format != "" && known && !slices.Contains(formats, format)
}

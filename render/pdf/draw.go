package pdf

import (
	"errors"
	"reflect"
	"time"

	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	rows "github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/phpdave11/gofpdf"

	"luzhou/render"
)

// draw puts every page of the model on a maroto page: one row as high as the
// page, holding one component. Text is written with our own operators, since
// neither maroto nor its back end can place characters.
func draw(m model, meta render.Meta, used *fontSet) ([]byte, error) {
	cfg := config.NewBuilder().WithDimensions(render.PageWidth, render.PageHeight).WithCompression(false).Build()
	*cfg.Margins = entity.Margins{}
	document := maroto.New(cfg)
	sheets := make([]*sheet, len(m.Pages))
	for i := range m.Pages {
		sheets[i] = &sheet{content: content(m.Pages[i], used)}
		for _, k := range m.Marks {
			if k.Page == i {
				sheets[i].marks = append(sheets[i].marks, k)
			}
		}
		document.AddRows(rows.New(render.PageHeight).Add(col.New().Add(sheets[i])))
	}
	if len(sheets) > 0 {
		sheets[0].meta = &meta
	}
	out, err := document.Generate()
	if err != nil {
		return nil, err
	}
	for _, s := range sheets {
		if s.err != nil {
			return nil, s.err
		}
	}
	return out.GetBytes(), nil
}

// sheet is the component that fills one page.
type sheet struct {
	content string
	marks   []mark
	meta    *render.Meta // on the first page
	err     error
}

// Render implements core.Component.
func (s *sheet) Render(provider core.Provider, _ *entity.Cell) {
	canvas, err := backEnd(provider)
	if err != nil {
		s.err = err
		return
	}
	if s.meta != nil {
		describe(canvas, *s.meta)
	}
	for _, k := range s.marks {
		canvas.Bookmark(utf16Text(k.Text), k.Level, k.Y/millimetre)
	}
	canvas.RawWriteStr(s.content)
}

// GetHeight implements core.Component.
func (s *sheet) GetHeight(core.Provider, *entity.Cell) float64 { return render.PageHeight }

// SetConfig implements core.Component.
func (s *sheet) SetConfig(*entity.Config) {}

// GetStructure implements core.Component.
func (s *sheet) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: "sheet"})
}

// backEnd finds the gofpdf document inside maroto's provider, which offers no
// way to write operators or bookmarks. The field is unexported; its type is
// checked, and go.mod pins the version.
func backEnd(provider core.Provider) (*gofpdf.Fpdf, error) {
	v := reflect.ValueOf(provider)
	if v.Kind() == reflect.Pointer && v.Elem().Kind() == reflect.Struct {
		if field := v.Elem().FieldByName("fpdf"); field.IsValid() && field.Kind() == reflect.Interface && !field.IsNil() {
			if inner := field.Elem(); inner.Type() == reflect.TypeFor[*gofpdf.Fpdf]() {
				return (*gofpdf.Fpdf)(inner.UnsafePointer()), nil
			}
		}
	}
	return nil, errors.New("this version of maroto does not draw with gofpdf")
}

// epoch dates a document whose report has no date.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func describe(canvas *gofpdf.Fpdf, meta render.Meta) {
	issued, err := time.Parse(time.DateOnly, meta.Issued)
	if err != nil || issued.Year() < 1 {
		issued = epoch
	}
	canvas.SetCatalogSort(true)
	canvas.SetCreationDate(issued)
	canvas.SetModificationDate(issued)
	canvas.SetTitle(plain(meta.Title), true)
	canvas.SetAuthor(plain(meta.Author), true)
	canvas.SetSubject(plain(meta.Subject), true)
	canvas.SetProducer("luzhou", true)
}

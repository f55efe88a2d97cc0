package normalize

import (
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	s := newSample("gen_2019")
	row := s.row(t, "四、结转下年度继续办理")
	*row = []string{"四、结转下年度继续办理", "1", "0", "0", "0", "1"}
	r := FromDocument(s.whole())
	e, ok := r.Explain("requests.carried_out.total")
	if !ok || e.Figure.State != Inferred || e.Figure.Value != Int(1) || e.Row != "四、结转下年度继续办理" || e.Column != "总计" {
		t.Errorf("got %+v", e)
	}
	if len(e.Findings) != 1 || e.Findings[0].Code != RowShort {
		t.Errorf("findings %v", e.Findings)
	}
	if len(e.Sums) != 2 || !e.Sums[0].Holds || !e.Sums[1].Holds || e.Sums[1].Rule.ID != "s3.balance" {
		t.Errorf("sums %+v", e.Sums)
	}
	if want := "一、本年新收政府信息公开申请数量 5 + 二、上年结转政府信息公开申请数量 1 = 6"; e.Sums[1].Left != want {
		t.Errorf("left side %q, want %q", e.Sums[1].Left, want)
	}
	if _, ok := r.Explain("requests.nothing.total"); ok {
		t.Error("a figure that is not there was explained")
	}
}

func TestComputedTotals(t *testing.T) {
	s := newSample("gen_2019")
	row := s.row(t, "（一）予以公开")
	(*row)[len(*row)-1] = ""
	doc := s.whole()
	wantFigure(t, FromDocument(doc), "requests.granted.total", "", Blank)
	r := Options{Totals: true}.FromDocument(doc)
	wantFigure(t, r, "requests.granted.total", "4", Computed)
	if got := strings.Join(codes(r), ","); !strings.Contains(got, "figure.computed requests.granted.total") {
		t.Errorf("findings %s", got)
	}
}

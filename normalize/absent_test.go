package normalize

import (
	"slices"
	"testing"

	"luzhou/extract"
)

// TestColumnsAbsent takes a column out of part three, label and figures: the
// others are read, and the lost one is told.
func TestColumnsAbsent(t *testing.T) {
	take := func(s *sample, from int) {
		for i, row := range s.rows {
			switch {
			case i == 2:
				s.rows[i] = slices.Delete(row, from+1, from+2) // 商业企业 is the third cell
			case i > 2:
				s.rows[i] = slices.Delete(row, len(row)-7+from, len(row)-6+from)
			}
		}
	}
	t.Run("a part", func(t *testing.T) {
		s := newSample("gen_2019")
		take(s, 2)
		r := FromDocument(s.whole())
		if got, want := codes(r), []string{"column.missing requests.research_institution"}; !slices.Equal(got, want) {
			t.Errorf("findings %v, want %v", got, want)
		}
		wantFigure(t, r, "requests.granted.commercial_enterprise", "1", Printed)
		wantFigure(t, r, "requests.granted.research_institution", "", "")
		wantFigure(t, r, "requests.granted.total", "4", Printed)
	})
	t.Run("figures but no label", func(t *testing.T) { // that is another matter
		s := newSample("gen_2019")
		s.rows[2] = slices.Delete(s.rows[2], 3, 4)
		if got := codes(FromDocument(s.whole())); slices.Contains(got, "column.missing requests.research_institution") {
			t.Errorf("findings %v", got)
		}
	})
	t.Run("a total below its parts", func(t *testing.T) {
		s := newSample("gen_2019")
		take(s, 2)
		row := *s.row(t, "（一）予以公开")
		row[len(row)-1] = "3"
		wantFigure(t, FromDocument(s.whole()), "requests.granted.natural_person", "", Unplaced)
	})
}

// TestGroupLabelLost takes the label out that stands above five columns of a
// header with spans: the total moves beside 自然人. The sums speak against it.
func TestGroupLabelLost(t *testing.T) {
	s := newSample("gen_2019")
	s.upToThree()
	s.grid(s.rows, false)
	table := s.blocks[len(s.blocks)-1].Table
	for i := range table.Cells {
		c := &table.Cells[i]
		switch {
		case c.Row == 1 && c.Text == "法人或其他组织":
			c.Text, c.Row = "", 0 // gone; its place is taken by what stood behind it
		case c.Row == 1 && c.Text == "总计":
			c.Col = 4
		case c.Row == 2:
			c.Col++
		}
	}
	table.Cells = slices.DeleteFunc(table.Cells, func(c extract.Cell) bool { return c.Row == 0 && c.Text == "" })
	s.fromFour()
	r := FromDocument(s.document())
	if !slices.Contains(codes(r), "header.unclear requests") {
		t.Errorf("findings %v", codes(r))
	}
	wantFigure(t, r, "requests.granted.total", "", Unplaced)
	wantFigure(t, r, "requests.granted.commercial_enterprise", "", Unplaced)
}

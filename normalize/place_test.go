package normalize

import (
	"slices"
	"testing"
)

// applicantSums is s3.row_total over the seven columns of the form.
var applicantSums = []sum{{left: []int{0, 1, 2, 3, 4, 5}, right: 6}}

func ints(list ...int64) []*int64 {
	out := make([]*int64, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

func open(t *testing.T, cells []*int64, n int) *lineState {
	t.Helper()
	list, ok := new(slab).placements(cells, n, applicantSums)
	if !ok {
		t.Fatalf("placements of %d cells refused", len(cells))
	}
	return &lineState{readingSet: newReadingSet(list, -1), open: true, total: len(list), lone: -1}
}

func settled(values ...int64) *lineState {
	at := []int{0, 1, 2, 3, 4, 5, 6}
	return &lineState{readingSet: newReadingSet([]placement{new(slab).placeAt(ints(values...), 7, at)}, -1), lone: -1}
}

func (l *lineState) values() (list []int64, certain bool) {
	certain = true
	for c := range l.readings[0].columns {
		n, _, ok := l.agreed(c)
		list, certain = append(list, n), certain && ok
	}
	return list, certain
}

// balanced is the equation of the form for 一 + 二 = （七） + 四 in every column,
// over lines in that order.
func balanced() []equation {
	return []equation{{left: []int{0, 1}, right: []int{2, 3}}}
}

// TestSeedRows is the ragged part of the Luzhou report: five cells in seven
// columns. Worked out by hand, 10 of its 21 placements and 10 of its 15 merges
// keep the sums, and all 20 give the same figures.
func TestSeedRows(t *testing.T) {
	lines := []*lineState{settled(1, 0, 0, 0, 0, 0, 1), settled(0, 0, 0, 0, 0, 0, 0),
		open(t, ints(1, 0, 0, 0, 1), 7), open(t, ints(0, 0, 0, 0, 0), 7)}
	// 5 of the 15 merges join the total with a part; they are not listed
	if got := lines[2].total; got != 21+10 {
		t.Errorf("%d readings, want 31", got)
	}
	if !weigh(lines, applicantSums, balanced()) {
		t.Fatal("contradiction")
	}
	if got := len(lines[2].readings); got != 20 {
		t.Errorf("%d readings keep the sums, want 20", got)
	}
	if got, certain := lines[2].values(); !certain || !slices.Equal(got, []int64{1, 0, 0, 0, 0, 0, 1}) {
		t.Errorf("（七） is %v, certain %v", got, certain)
	}
	if got, certain := lines[3].values(); !certain || !slices.Equal(got, make([]int64, 7)) {
		t.Errorf("四 is %v, certain %v", got, certain)
	}
}

// TestMiddleFigureIsNotGuessed: a row alone, with a 3 in the middle, leaves even
// its ends open, for the two missing cells may be the first or the last.
func TestMiddleFigureIsNotGuessed(t *testing.T) {
	l := open(t, ints(2, 0, 3, 0, 5), 7)
	if !weigh([]*lineState{l}, applicantSums, nil) {
		t.Fatal("contradiction")
	}
	for c := range 7 {
		if n, _, ok := l.agreed(c); ok {
			t.Errorf("column %d is taken for certain to be %d", c, n)
		}
	}
}

// TestOtherRowsDecide: the same middle figure is certain when another row of
// its column says where it must be.
func TestOtherRowsDecide(t *testing.T) {
	lines := []*lineState{settled(2, 0, 0, 3, 0, 0, 5), settled(0, 0, 0, 0, 0, 0, 0), open(t, ints(2, 0, 3, 0, 5), 7), settled(0, 0, 0, 0, 0, 0, 0)}
	if !weigh(lines, applicantSums, balanced()) {
		t.Fatal("contradiction")
	}
	if got, certain := lines[2].values(); !certain || !slices.Equal(got, []int64{2, 0, 0, 3, 0, 0, 5}) {
		t.Errorf("（七） is %v, certain %v", got, certain)
	}
}

func TestContradictionIsRefused(t *testing.T) {
	// first and last fit the row, but no column of the rows above
	lines := []*lineState{settled(1, 0, 0, 0, 0, 0, 1), settled(0, 0, 0, 0, 0, 0, 0), open(t, ints(9, 0, 0, 0, 9), 7), settled(0, 0, 0, 0, 0, 0, 0)}
	if weigh(lines, applicantSums, balanced()) {
		t.Error("a row that breaks the balance was read")
	}
}

// TestSumsAloneGiveNoFigure: the balance asks for a 1 under 自然人 that no cell of
// the row holds. The row stays open there, though only one reading is left.
func TestSumsAloneGiveNoFigure(t *testing.T) {
	lines := []*lineState{settled(1, 0, 0, 0, 0, 0, 1), settled(1, 0, 0, 0, 0, 0, 1), settled(1, 0, 0, 0, 0, 0, 1), open(t, ints(0, 0, 0, 0, 0), 7)}
	if !weigh(lines, applicantSums, balanced()) {
		t.Fatal("contradiction")
	}
	for _, c := range []int{0, 6} {
		if n, _, ok := lines[3].agreed(c); ok {
			t.Errorf("column %d is taken for certain to be %d", c, n)
		}
	}
}

func TestPlacementsAreBounded(t *testing.T) {
	if _, ok := new(slab).placements(make([]*int64, 30), 60, nil); ok {
		t.Error("no bound on the readings")
	}
	if _, ok := new(slab).placements(make([]*int64, 8), 7, nil); ok {
		t.Error("more cells than columns were placed")
	}
}

// TestWeighIsSound builds tables with known figures, shortens a row, and expects
// every figure that is taken for certain to be the true one.
func TestWeighIsSound(t *testing.T) {
	state := uint64(1)
	next := func(n uint64) int64 { // small and repeatable is all that is needed
		state = state*6364136223846793005 + 1442695040888963407
		return int64(state >> 33 % n)
	}
	certain := 0
	for range 600 {
		var rows [4][]int64
		for i := range rows {
			rows[i] = make([]int64, 7)
		}
		for c := range 6 {
			rows[0][c], rows[1][c] = next(3)*next(2), next(2)*next(2)
			rows[3][c] = min(next(2), rows[0][c]+rows[1][c])
			rows[2][c] = rows[0][c] + rows[1][c] - rows[3][c]
			for i := range rows {
				rows[i][6] += rows[i][c]
			}
		}
		lines := make([]*lineState, 4)
		for i, r := range rows {
			lines[i] = settled(r...)
			var zeros []int
			for c := range 6 {
				if r[c] == 0 {
					zeros = append(zeros, c)
				}
			}
			if i >= 2 && len(zeros) >= 2 {
				short := slices.Clone(r)
				short = slices.Delete(short, zeros[len(zeros)-1], zeros[len(zeros)-1]+1)
				short = slices.Delete(short, zeros[0], zeros[0]+1)
				lines[i] = open(t, ints(short...), 7)
			}
		}
		if !weigh(lines, applicantSums, balanced()) {
			t.Fatalf("a true table is called contradictory: %v", rows)
		}
		for i, l := range lines {
			for c := range 7 {
				if n, _, ok := l.agreed(c); ok {
					certain++
					if n != rows[i][c] {
						t.Fatalf("row %d column %d is taken for %d, rows %v", i, c, n, rows)
					}
				}
			}
		}
	}
	if certain < 600*14 {
		t.Errorf("only %d figures were certain", certain)
	}
}

// TestCircle has two equations count each other up: a = b + 1 and b = a + 1.
func TestCircle(t *testing.T) {
	one := int64(1)
	row := func(cells ...*int64) *lineState {
		at := make([]int, len(cells))
		return &lineState{readingSet: newReadingSet([]placement{new(slab).placeAt(cells, 1, at)}, -1), lone: -1}
	}
	lines := []*lineState{row(), row(), row(&one)}
	weigh(lines, nil, []equation{{[]int{0}, []int{1, 2}}, {[]int{1}, []int{0, 2}}})
	if n, ok := lines[2].readings[0].columns[0].point(); !ok || n != 1 {
		t.Errorf("a printed figure became %d", n)
	}
}

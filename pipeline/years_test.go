package pipeline

import (
	"path/filepath"
	"slices"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
)

// TestPairOfYears reads two reports of one body: 2021 carries 2 requests out,
// 2022 takes 1 in. The form of part three changes between them.
func TestPairOfYears(t *testing.T) {
	sources := []string{
		filepath.Join(fixtures.Dir(), "made-2021", "qinghe-2021.html"),
		filepath.Join(fixtures.Dir(), "made-2022-mixed", "qinghe-2022.txt"),
	}
	list, err := Check(t.Context(), sources, CheckOptions{Bad: func(path string, why extract.Text) { t.Errorf("%s: %s", path, why.EN) }})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range list {
		if f.Severity >= extract.Warning {
			got = append(got, filepath.Base(f.File)+" "+string(f.Code)+" "+f.Where)
		}
	}
	want := []string{
		"qinghe-2022.txt year.broken requests.carried_in.natural_person",
		"qinghe-2022.txt year.broken requests.carried_in.total",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

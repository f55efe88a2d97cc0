package render

import (
	"encoding/json"
	"os"
	"testing"

	"luzhou/fixtures"
	"luzhou/normalize"
)

func TestLayoutGolden(t *testing.T) {
	for _, c := range fixtures.Cases(t, "") {
		t.Run(c.Name, func(t *testing.T) {
			data, err := os.ReadFile(c.Golden("report"))
			if err != nil {
				t.Fatal(err)
			}
			var report normalize.Report
			if err := json.Unmarshal(data, &report); err != nil {
				t.Fatal(err)
			}
			fixtures.Golden(t, c.Golden("layout"), FromReport(&report))
		})
	}
}

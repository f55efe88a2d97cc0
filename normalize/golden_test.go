package normalize

import (
	"encoding/json"
	"os"
	"testing"

	"luzhou/extract"
	"luzhou/fixtures"
)

func TestReportGolden(t *testing.T) {
	for _, c := range fixtures.Cases(t, "") {
		t.Run(c.Name, func(t *testing.T) {
			data, err := os.ReadFile(c.Golden("document"))
			if err != nil {
				t.Fatal(err)
			}
			var doc extract.Document
			if err := json.Unmarshal(data, &doc); err != nil {
				t.Fatal(err)
			}
			fixtures.Golden(t, c.Golden("report"), FromDocument(&doc))
		})
	}
}

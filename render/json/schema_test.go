package json

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"luzhou/fixtures"
)

func TestFixturesFollowTheSchema(t *testing.T) {
	for _, fixture := range fixtures.Cases(t, "") {
		data, err := os.ReadFile(fixture.Golden("report"))
		if err != nil {
			t.Fatal(err)
		}
		if problem := fixtures.CheckSchema(Schema(), data); problem != "" {
			t.Errorf("%s: %s", fixture.Name, problem)
		}
	}
}

// TestSchemaRefuses breaks a good report in one place at a time.
func TestSchemaRefuses(t *testing.T) {
	data, err := os.ReadFile(fixtures.Cases(t, "luzhou-txt")[0].Golden("report"))
	if err != nil {
		t.Fatal(err)
	}
	const figure = `"regulations": {
    "made": {
     "value": 0,
     "raw": "0",
     "state": "printed",`
	for name, edit := range map[string][2]string{
		"another version":       {`"luzhou.report/1"`, `"luzhou.report/2"`},
		"a year of words":       {`"year": 2020`, `"year": "2020"`},
		"a field less":          {`"signatory": "芦洲乡人民政府",`, ``},
		"a field more":          {`"year": 2020`, `"year": 2020, "mood": ""`},
		"a date with slashes":   {`"issued": "2021-01-28"`, `"issued": "2021/1/28"`},
		"a state nobody knows":  {figure, strings.Replace(figure, "printed", "guessed", 1)},
		"a blank with a value":  {figure, strings.Replace(figure, "printed", "blank", 1)},
		"a figure without one":  {figure, strings.Replace(figure, `"value": 0`, `"value": null`, 1)},
		"a figure of words":     {figure, strings.Replace(figure, `"value": 0`, `"value": "0"`, 1)},
		"a severity in words":   {`"severity": "info"`, `"severity": "note"`},
		"a place before all":    {`"block": 15`, `"block": -1`},
		"a table that is empty": {`"active_disclosure": {`, `"active_disclosure": {"art": {},`},
	} {
		broken := strings.Replace(string(data), edit[0], edit[1], 1)
		if broken == string(data) {
			t.Errorf("%s: the fixture has no %q", name, edit[0])
			continue
		}
		if !json.Valid([]byte(broken)) {
			t.Errorf("%s: the edit breaks the JSON", name)
		}
		if fixtures.CheckSchema(Schema(), []byte(broken)) == "" {
			t.Errorf("%s is not refused", name)
		}
	}
}

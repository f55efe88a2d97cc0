package docx

import (
	"encoding/json"
	"os"

	"luzhou/render"
)

// luzhouLayout is the report of Luzhou township for 2020 as the render stage lays
// it out.
func luzhouLayout() (l render.Layout) {
	data, err := os.ReadFile("../../fixtures/luzhou-txt/layout.golden")
	if err == nil {
		err = json.Unmarshal(data, &l)
	}
	if err != nil {
		panic(err)
	}
	return l
}

package normalize

import (
	"strings"
	"testing"
)

// Wide pieces above rows of narrow ones make more names than can be listed; two
// columns of one name are told from one all the same.
func TestHeadersOfTooManyWaysAreNotRead(t *testing.T) {
	wide := func(s string) string { return s + strings.Repeat("，", 300) }
	narrow := func(s string) string { return strings.Repeat(s+" ", 250) }
	var items []item
	for _, line := range []string{wide("法"), narrow("律"), wide("服"), narrow("务"), wide("机"), narrow("构")} {
		items = append(items, item{text: line})
	}
	steps := maxChainSteps
	if chains(headPieces(items, wideRunes), "法律服务机构", -1, &steps); steps >= 0 {
		t.Errorf("%d steps left", steps)
	}
	if found := nameChains(Label{Text: "法律服务机构"}, headPieces(items, wideRunes)); found != nil {
		t.Errorf("%d names", len(found))
	}
	items = []item{{text: "法律   法律"}, {text: "服务   服务"}, {text: "机构   机构"}}
	if found := nameChains(Label{Text: "法律服务机构"}, headPieces(items, wideRunes)); len(found) != 2 {
		t.Errorf("%d names", len(found))
	}
	if newDictionary(nil).isHeaderLine("requests", strings.Repeat("总计 ", 1000)) {
		t.Error("a header of a thousand words")
	}
}

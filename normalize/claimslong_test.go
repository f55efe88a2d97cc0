package normalize

import (
	"strings"
	"testing"
)

// Wrapped lines without a stop are one sentence; each of its clauses was read with
// all before it.
func TestSentencesWithoutEnd(t *testing.T) {
	text := strings.Repeat("收到政府信息公开申请5件，", 20000)
	list := clausesOf(&Report{Sections: []Section{{Key: "overview", Paragraphs: []string{text, "收到政府信息公开申请5件。"}}}})
	before := 0
	for _, c := range list {
		before = max(before, len(c.before))
	}
	if len(list) < 50 || len(list) > maxSentence/10 || before > maxSentence+100 {
		t.Errorf("%d clauses with up to %d bytes before them", len(list), before)
	}
	if last := list[len(list)-1]; last.before != "" {
		t.Errorf("the next paragraph is read as the end of that before: %q", last.before)
	}
}

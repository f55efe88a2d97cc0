package text

import (
	"slices"
	"testing"

	"luzhou/extract"
)

func TestPageMarks(t *testing.T) {
	tests := []struct {
		what, in string
		want     []string
		told     bool
	}{
		{"numbers", "甲\n1\n\f乙\n\n 2\n\f丙\n3\n\f", []string{"甲", "乙", "丙"}, true},
		{"numbers of two pages", "甲\n1\n\f乙\n2\n\f", []string{"甲", "乙"}, true},
		{"dashes", "甲\n - 4 -\n\f乙\n- 5 -\n\f丙\n— 6 —\n", []string{"甲", "乙", "丙"}, true},
		{"words", "甲\n第 1 页 共 2 页\n\f乙\n第 2 页 共 2 页\n", []string{"甲", "乙"}, true},
		{"the first page has none", "题\n\f甲\n2\n\f乙\n3\n\f丙\n4\n", []string{"题", "甲", "乙", "丙"}, true},
		{"no form feeds", "甲\n1\n乙\n2\n", []string{"甲", "1", "乙", "2"}, false},
		{"figures at the ends of pages", "甲\n1\n\f乙\n7\n\f丙\n3\n", []string{"甲", "1", "乙", "7", "丙", "3"}, false},
		{"figures of two pages that count up", "甲\n4\n\f乙\n5\n", []string{"甲", "4", "乙", "5"}, false},
		{"a page that ends with words", "甲\n1\n\f乙\n2\n\f丙\n2021年1月3日\n", []string{"甲", "1", "乙", "2", "丙", "2021年1月3日"}, false},
		{"running head", "题\n甲\n\f题\n乙\n\f题\n丙\n", []string{"题", "甲", "乙", "丙"}, true},
		{"a head of two pages", "题\n甲\n\f题\n乙\n", []string{"题", "甲", "题", "乙"}, false},
	}
	for _, test := range tests {
		t.Run(test.what, func(t *testing.T) {
			doc, err := Format.Read([]byte(test.in))
			if err != nil {
				t.Fatal(err)
			}
			told := slices.ContainsFunc(doc.Findings, func(f extract.Finding) bool { return f.Code == extract.TextLeftOut })
			if got := sketch(doc); !slices.Equal(got, test.want) || told != test.told {
				t.Errorf("%q, told %v, want %q", got, told, test.want)
			}
		})
	}
	doc, err := Format.Read([]byte("甲\n1\n\f乙\n2\n\f"))
	if err != nil || doc.Blocks[1].Paragraph.Pos.Line != 3 {
		t.Errorf("line %+v, want 3", doc.Blocks[1].Paragraph)
	}
}

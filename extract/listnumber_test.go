package extract

import (
	"strings"
	"testing"
)

func TestFormatNumber(t *testing.T) {
	cases := []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 12, "12"}, {"decimalZero", 7, "07"}, {"decimalZero", 123, "123"}, {"none", 3, ""},
		{"ordinal", 1, "1st"}, {"ordinal", 2, "2nd"}, {"ordinal", 3, "3rd"}, {"ordinal", 11, "11th"}, {"ordinal", 112, "112th"}, {"ordinal", 121, "121st"},
		{"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"}, {"upperRoman", 0, "0"},
		{"lowerLetter", 1, "a"}, {"upperLetter", 26, "Z"}, {"lowerLetter", 27, "aa"}, {"lowerLetter", 54, "bbb"},
		{"decimalFullWidth", 20, "２０"},
		{"decimalEnclosedCircle", 20, "⑳"}, {"decimalEnclosedCircle", 21, "21"},
		{"decimalEnclosedParen", 3, "⑶"}, {"decimalEnclosedFullstop", 1, "⒈"}, {"ideographEnclosedCircle", 10, "㊉"},
		{"ideographTraditional", 10, "癸"}, {"ideographTraditional", 11, "甲"}, {"ideographZodiac", 12, "亥"},
		{"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"},
		{"chineseCounting", 99, "九十九"},
		{"chineseCountingThousand", 100, "一百"}, {"chineseCountingThousand", 101, "一百〇一"}, {"chineseCountingThousand", 110, "一百一十"},
		{"chineseCountingThousand", 1005, "一千〇五"}, {"chineseCountingThousand", 1050, "一千〇五十"}, {"chineseCountingThousand", 10001, "一万〇一"},
		{"chineseCountingThousand", 20300, "二万〇三百"},
		{"chineseLegalSimplified", 15, "壹拾伍"}, {"ideographLegalTraditional", 2, "貳"},
		{"ideographDigital", 105, "一〇五"},
	}
	for _, c := range cases {
		got, ok := FormatNumber(c.format, c.n)
		if got != c.want || !ok {
			t.Errorf("FormatNumber(%s, %d): got %q, %v, want %q", c.format, c.n, got, ok, c.want)
		}
	}
	if got, ok := FormatNumber("thaiLetters", 3); got != "3" || ok {
		t.Errorf("unknown format: got %q, %v, want decimal and false", got, ok)
	}
}

func TestListCounter(t *testing.T) {
	level := func(format, text string, restart int) ListLevel { return ListLevel{1, format, text, false, restart} }
	outline := []ListLevel{level("chineseCounting", "%1、", -1), level("chineseCounting", "（%2）", -1), level("decimal", "%3.", -1)}
	cases := []struct {
		name   string
		levels []ListLevel
		at     []int
		want   string
	}{
		{"outline", outline, []int{0, 1, 1, 2, 2, 1, 2, 0, 1}, "一、 （一） （二） 1. 2. （三） 1. 二、 （一）"},
		{"levels above count from the first time they are needed", []ListLevel{level("decimal", "%1", -1), level("decimal", "%1.%2", -1)}, []int{1, 1, 0, 1}, "1.1 1.2 2 2.1"},
		{"never restarts", []ListLevel{level("decimal", "%1", -1), level("decimal", "%2", 0)}, []int{0, 1, 0, 1}, "1 1 2 2"},
		{"restarts after level 1 only", []ListLevel{level("decimal", "%1", -1), level("decimal", "%2", -1), level("decimal", "%3", 1)}, []int{0, 1, 2, 1, 2, 0, 2}, "1 1 1 2 2 2 1"},
		{"bullet", []ListLevel{{0, "bullet", "•", false, -1}}, []int{0, 0}, "• •"},
		{"percent sign alone", []ListLevel{level("decimal", "%x%1%", -1)}, []int{0}, "%x1%"},
		{"a level that is not defined", outline[:1], []int{0, 4, 0}, "一、  二、"},
	}
	for _, c := range cases {
		var counter ListCounter
		var got []string
		for _, at := range c.at {
			text, _ := counter.Next(c.levels, at)
			got = append(got, text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

func TestListCounterStart(t *testing.T) {
	levels := []ListLevel{{1, "decimal", "%1", false, -1}}
	var c ListCounter
	c.Next(levels, 0)
	c.SetStart(0, 5)
	c.SetStart(-1, 5)
	c.SetStart(9, 5)
	if got, _ := c.Next(levels, 0); got != "5" {
		t.Errorf("after SetStart(0, 5): got %q, want 5", got)
	}
	if got, _ := c.Next(levels, 0); got != "6" {
		t.Errorf("the one after: got %q, want 6", got)
	}
}

func TestListCounterLegal(t *testing.T) {
	levels := []ListLevel{{1, "chineseCounting", "%1、", false, -1}, {1, "chineseCounting", "%1.%2", true, -1}}
	var c ListCounter
	c.Next(levels, 0)
	if got, _ := c.Next(levels, 1); got != "1.1" {
		t.Errorf("got %q, want 1.1", got)
	}
}

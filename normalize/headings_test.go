package normalize

import (
	"fmt"
	"slices"
	"testing"
)

// partWords are headings of the six parts in words of their own.
var partWords = []string{"总体概况", "政府信息主动公开情况", "行政机关收到和处理政府信息公开申请情况", "行政复议、诉讼情况", "主要问题及改进情况", "其它需要报告的事项"}

// TestHeadingsByNumbers numbers headings in words of their own as the form does,
// but in other digits; the same digits number headings below the first part.
func TestHeadingsByNumbers(t *testing.T) {
	han := []string{"一", "二", "三", "四", "五", "六"}
	numbers := map[string]func(i int) string{
		"1、":  func(i int) string { return fmt.Sprintf("%d、", i+1) },
		"1．":  func(i int) string { return fmt.Sprintf("%d．", i+1) },
		"（一）": func(i int) string { return "（" + han[i] + "）" },
		"一、":  func(i int) string { return han[i] + "、" },
	}
	for name, number := range numbers {
		t.Run(name, func(t *testing.T) {
			s := newSample("gen_2019")
			s.text(sampleTitle, samplePreamble, number(0)+partWords[0], "工作顺利。")
			s.text(number(1) + partWords[1])
			s.table(s.active)
			s.text(number(2) + partWords[2])
			s.table(s.rows)
			s.text(number(3) + partWords[3])
			s.table(s.review)
			s.text(number(4)+partWords[4], "问题不少。", number(5)+partWords[5], "无", "青山镇人民政府", "2021年1月20日")
			wantParts(t, FromDocument(s.document()), partWords)
		})
	}
}

// TestSpacedNumbers ends the numbers of headings with a blank.
func TestSpacedNumbers(t *testing.T) {
	words := []string{"总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"}
	for _, numbers := range [][]string{{"一 ", "二 ", "三 ", "四 ", "五 ", "六 "}, {"1 ", "2 ", "3 ", "4 ", "5 ", "6 "}, {"1　", "2　", "3　", "4　", "5　", "6　"}} {
		s := newSample("gen_2019")
		s.text(sampleTitle, samplePreamble, numbers[0]+words[0], "工作顺利。", numbers[1]+words[1])
		s.table(s.active)
		s.text(numbers[2] + words[2])
		s.table(s.rows)
		s.text(numbers[3] + words[3])
		s.table(s.review)
		s.text(numbers[4]+words[4], "问题不少。", numbers[5]+words[5], "无", "青山镇人民政府", "2021年1月20日")
		wantParts(t, FromDocument(s.document()), words)
	}
}

// wantParts expects the six parts under these headings, and nothing to look at.
func wantParts(t *testing.T, r *Report, headings []string) {
	t.Helper()
	var got []string
	for _, s := range r.Sections {
		got = append(got, s.Heading)
	}
	if !slices.Equal(got, headings) {
		t.Errorf("headings %q, want %q", got, headings)
	}
	for _, code := range codes(r) {
		if code[:14] != "section.number" {
			t.Errorf("finding %s", code)
		}
	}
}

// TestTablesUnderOtherHeadings exchanges two tables: their labels place the
// figures, but the headings say otherwise.
func TestTablesUnderOtherHeadings(t *testing.T) {
	s := newSample("gen_2019")
	s.active, s.rows = s.rows, s.active
	r := FromDocument(s.whole())
	if got, want := codes(r), []string{"table.strayed active_disclosure", "table.strayed requests"}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
	wantFigure(t, r, "requests.granted.total", "4", Printed)
}

// TestTableTitledAsPart repeats the words of a heading right below it.
func TestTableTitledAsPart(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "一、总体情况", "好。", "二、主动公开政府信息情况")
	s.table(s.active)
	s.text("三、收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况")
	s.table(s.rows)
	s.fromFour()
	sameFigures(t, s.document())
}

// TestPartMissingByNumbers lacks the first part, and the others are numbered from 1.
func TestPartMissingByNumbers(t *testing.T) {
	s := newSample("gen_2019")
	s.text(sampleTitle, samplePreamble, "1、"+partWords[1])
	s.table(s.active)
	s.text("2、" + partWords[2])
	s.table(s.rows)
	s.text("3、" + partWords[3])
	s.table(s.review)
	s.text("4、"+partWords[4], "问题不少。", "5、"+partWords[5], "无", "青山镇人民政府", "2021年1月20日")
	r := FromDocument(s.document())
	var got []string
	for _, p := range r.Sections {
		got = append(got, p.Heading)
	}
	if !slices.Equal(got, partWords[1:]) || !slices.Contains(codes(r), "section.missing sections.overview") {
		t.Errorf("headings %q, findings %v", got, codes(r))
	}
}

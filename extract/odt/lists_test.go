package odt

import (
	"slices"
	"testing"

	"luzhou/extract"
)

const listStyles = `
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="•" style:num-suffix="."/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="壹, 贰, 叁, ..." style:num-prefix="（" style:num-suffix="）" text:start-value="3"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" style:num-format="" style:num-prefix="附件" style:num-suffix="："/></text:list-style>
<text:list-style style:name="L4"><text:list-level-style-number text:level="1" style:num-format="ア, イ, ウ, ..." loext:num-list-format="%1%"/></text:list-style>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
<style:style style:name="Heading 2" style:family="paragraph" style:default-outline-level="1" style:list-style-name=""/>
<style:style style:name="Plain" style:family="paragraph" style:parent-style-name="Heading 2"/>
<style:style style:name="ByStyle" style:family="paragraph" style:list-style-name="L2"/>
<style:style style:name="Child" style:family="paragraph" style:parent-style-name="ByStyle"/>`

// LibreOffice 7.4 prints these numbers when it saves this as text, with two
// exceptions: it numbers 无号 unless the style is one of its own headings, and
// shows a bullet for 样式, where ODF 1.2 goes by the style of the paragraph.
const listBody = `
<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="2">目的</text:h><text:h text:outline-level="1" text:style-name="Plain">无号</text:h><text:h text:outline-level="1">分则</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>甲</text:p><text:p>甲续</text:p>
 <text:list><text:list-item><text:p>子</text:p><text:list><text:list-item><text:p>点</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>子二</text:p></text:list-item></text:list></text:list-item>
 <text:list-item><text:p>乙</text:p><text:list><text:list-item><text:p>子三</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p>间隔</text:p>
<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>丙</text:p></text:list-item></text:list>
<text:list text:style-name="L1" xml:id="k"><text:list-item><text:p>重新</text:p></text:list-item><text:list-item text:start-value="9"><text:p>九</text:p></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>叁</text:p></text:list-item></text:list>
<text:list text:style-name="L1" text:continue-list="k"><text:list-header><text:p>表头</text:p></text:list-header><text:list-item><text:p>十</text:p></text:list-item></text:list>
<text:list text:style-name="L3"><text:list-item><text:p>附</text:p></text:list-item></text:list>
<text:list><text:list-item><text:p text:style-name="Child">样式</text:p></text:list-item></text:list>
<text:numbered-paragraph text:list-id="n" text:style-name="L1"><text:p>单一</text:p></text:numbered-paragraph><text:p>隔</text:p>
<text:numbered-paragraph text:list-id="n" text:style-name="L1" text:level="1"><text:h>单二</text:h></text:numbered-paragraph>`

func TestListNumbers(t *testing.T) {
	check(t, []byte(flat(listStyles, listBody)), `
一、|总则
|目的
|无号
二、|分则
一、|甲
|甲续
一.1.|子
•|点
一.2.|子二
二、|乙
二.1.|子三
|间隔
三、|丙
一、|重新
九、|九
（叁）|叁
|表头
十、|十
附件：|附
（叁）|样式
一、|单一
|隔
二、|单二
`)
}

func TestUnknownFormatIsTold(t *testing.T) {
	doc := check(t, []byte(flat(listStyles, `<text:list text:style-name="L4"><text:list-item><text:p>a</text:p></text:list-item></text:list>`)), "1|a\n")
	if got := codes(doc); !slices.Equal(got, []extract.Code{extract.NumberingUnknown}) {
		t.Errorf("findings %v, want the unknown format", got)
	}
}

func TestNumbersOfCells(t *testing.T) {
	doc, err := Format.Read([]byte(flat(listStyles, `<table:table><table:table-row><table:table-cell><text:p>甲</text:p><text:list text:style-name="L1"><text:list-item><text:p>乙</text:p></text:list-item></text:list></table:table-cell></table:table-row></table:table>`)))
	if err != nil {
		t.Fatal(err)
	}
	if c := doc.Blocks[0].Table.Cells[0]; c.Text != "甲\n乙" || !slices.Equal(c.Numbers, []string{"", "一、"}) {
		t.Errorf("got %q %q", c.Text, c.Numbers)
	}
}

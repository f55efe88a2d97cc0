package odt

import (
	"slices"
	"testing"

	"luzhou/extract"
)

func region(id, kind string) string {
	return `<text:changed-region xml:id="` + id + `" text:id="` + id + `"><text:` + kind + `/></text:changed-region>`
}

func start(id string) string { return `<text:change-start text:change-id="` + id + `"/>` }
func end(id string) string   { return `<text:change-end text:change-id="` + id + `"/>` }

// LibreOffice 7.4 saves like this while changes are shown.
func TestDeletionsLeftInPlace(t *testing.T) {
	doc := check(t, []byte(flat("", `<text:tracked-changes>`+region("d1", "deletion")+region("i1", "insertion")+region("d2", "deletion")+region("d3", "deletion")+`</text:tracked-changes>
<text:p>新`+start("i1")+`增`+end("i1")+`改`+start("d1")+`旧`+end("d1")+`</text:p>
<text:p>前`+start("d2")+`删</text:p><text:p>全删</text:p><text:p>删`+end("d2")+`后</text:p>
<table:table><table:table-row><table:table-cell><text:p>1`+start("d1")+`2`+end("d1")+`</text:p></table:table-cell><table:table-cell><text:p>`+start("d1")+`3`+end("d1")+`</text:p></table:table-cell></table:table-row></table:table>
<text:p>不`+start("d3")+`闭</text:p>`)), `
|新增改
|前后
table 1x2 after 0
 0,0 1x1 "1"
 0,1 1x1 ""
|不闭
`)
	if got, want := codes(doc), []extract.Code{extract.InsertionsKept, extract.DeletionsDropped}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}

// A table inside of a shape stands in a namespace of LibreOffice.
func TestTableOfShape(t *testing.T) {
	check(t, []byte(flat("", `<text:p>图<draw:custom-shape><text:p>字</text:p>
<loext:table><loext:table-row><loext:table-cell><text:p>一</text:p></loext:table-cell><loext:table-cell><text:p>二</text:p></loext:table-cell></loext:table-row></loext:table>
</draw:custom-shape></text:p>`)), `
|图
|字
table 1x2 after 0
 0,0 1x1 "一"
 0,1 1x1 "二"
`)
}

func TestSymbolFonts(t *testing.T) {
	doc := check(t, []byte(flat(`<office:font-face-decls/>
<style:style style:name="W" style:family="text"><style:text-properties style:font-name="Wingdings"/></style:style>
<style:style style:name="B" style:family="text" style:parent-style-name="W"/>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0A7;"><style:text-properties fo:font-family="Wingdings"/></text:list-level-style-bullet></text:list-style>`,
		`<text:p><text:span text:style-name="B">&#xF0FE;<text:span>&#xF041;</text:span></text:span>&#xF0FE;是</text:p>
<text:list text:style-name="L"><text:list-item><text:p>点</text:p></text:list-item></text:list>`)), "\n|☑\uF041\uF0FE是\n▪|点\n")
	if got, want := codes(doc), []extract.Code{extract.SymbolsUnknown}; !slices.Equal(got, want) {
		t.Errorf("findings %v, want %v", got, want)
	}
}

package render

import "luzhou/extract"

// Codes of the findings of this stage.
const (
	GlyphMissing extract.Code = "font.missing_glyph"
	FaceMissing  extract.Code = "font.face_missing"
	FaceUnusable extract.Code = "font.face_unusable"
	TypeShrunk   extract.Code = "table.type_shrunk"
	WordBroken   extract.Code = "table.word_broken"
)

var kinds = extract.NewKindTable([]extract.Kind{
	{Code: GlyphMissing, Severity: extract.Warning,
		Meaning: extract.Text{ZH: "字体中没有的字符以〓代替。", EN: "Characters that no font has are printed as 〓."},
		Message: extract.Text{ZH: "字体中没有字符 %s（%d 处），以〓代替", EN: "no font has %s (%d places), printed as 〓"}},
	{Code: FaceMissing, Severity: extract.Info,
		Meaning: extract.Text{ZH: "指定的字体文件夹中没有某种公文字体，改用内置字体。", EN: "The font folder lacks one of the faces of official documents; the embedded one is used."},
		Message: extract.Text{ZH: "字体文件夹中没有%s，改用内置字体", EN: "the font folder holds no %s; the embedded face is used"}},
	{Code: FaceUnusable, Severity: extract.Info,
		Meaning: extract.Text{ZH: "指定的字体文件夹中某个字体文件不能使用，改用内置字体。", EN: "A font of the font folder cannot be used; the embedded one is."},
		Message: extract.Text{ZH: "字体文件 %s（%s）不能使用：%s，改用内置字体", EN: "font file %s (%s) cannot be used: %s; the embedded face is"}},
	{Code: TypeShrunk, Severity: extract.Info,
		Meaning: extract.Text{ZH: "表格列太窄，单元格改用小字号排印。", EN: "A column is narrow, so cells were set in smaller type."},
		Message: extract.Text{ZH: "列宽不足，%d 个单元格改用小字号，最小 %.1f 磅", EN: "%d cells set in smaller type to fit their columns, down to %.1f points"}},
	{Code: WordBroken, Severity: extract.Warning,
		Meaning: extract.Text{ZH: "表格列太窄，数字或单词被拆成几行。", EN: "A column is too narrow, so a figure or word was broken over lines."},
		Message: extract.Text{ZH: "列宽不足，%d 个单元格中的数字或单词被拆行", EN: "a figure or word was broken over lines in %d cells"}},
})

// Kinds lists the codes of this stage in alphabetical order.
func Kinds() []extract.Kind { return kinds.List() }

// Find makes a finding about the part of the report that where names.
func Find(code extract.Code, where string, args ...any) extract.Finding {
	return kinds.Find(code, where, nil, args...)
}

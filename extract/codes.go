package extract

// Codes of the findings of this stage.
const (
	ScriptsDropped    Code = "source.scripts"
	HiddenDropped     Code = "source.hidden"
	DeletionsDropped  Code = "source.deletions"
	InsertionsKept    Code = "source.insertions"
	HeadersDropped    Code = "source.headers"
	CommentsDropped   Code = "source.comments"
	PicturesDropped   Code = "source.pictures"
	ObjectsDropped    Code = "source.objects"
	CharsetGuessed    Code = "source.charset_guessed"
	CharsetLied       Code = "source.charset_lied"
	CharsetTwice      Code = "source.charset_twice"
	CharactersLost    Code = "source.characters_lost"
	BytesUndecodable  Code = "source.undecodable"
	Damaged           Code = "source.damaged"
	CutShort          Code = "source.cut_short"
	SpanClipped       Code = "source.span_clipped"
	CellsOverlap      Code = "source.cells_overlap"
	PartMissing       Code = "source.part_missing"
	TextLeftOut       Code = "source.text_left_out"
	NumberingUnknown  Code = "source.numbering_unknown"
	AlternateDropped  Code = "source.alternate"
	SymbolsUnknown    Code = "source.symbols"
	ChunksUnread      Code = "source.chunks"
	FormulasFlattened Code = "source.formulas"
	ColumnsInferred   Code = "source.columns_inferred"
)

// Codes of the refusals: reasons why a file gives no Document.
const (
	RefusedEmpty     Code = "refused.empty"
	RefusedFormat    Code = "refused.format"
	RefusedEncrypted Code = "refused.encrypted"
	RefusedOldWord   Code = "refused.old_word"
	RefusedDamaged   Code = "refused.damaged"
	RefusedLimit     Code = "refused.limit"
	RefusedUnsafe    Code = "refused.unsafe"
)

var kinds = NewKindTable([]Kind{
	{ScriptsDropped, Info,
		Text{"脚本和样式不属于正文，已略去。", "Scripts and styles are not part of the text and were dropped."},
		Text{"略去脚本或样式 %d 处", "%d scripts or styles dropped"}},
	{HiddenDropped, Info,
		Text{"隐藏文字未显示，已略去。", "Hidden text is not shown and was left out."},
		Text{"略去隐藏文字 %d 处", "hidden text left out in %d places"}},
	{DeletionsDropped, Info,
		Text{"修订中已删除的文字未收入。", "Text deleted in tracked changes was left out."},
		Text{"略去修订删除的文字 %d 处", "tracked deletions left out in %d places"}},
	{InsertionsKept, Info,
		Text{"修订中新插入的文字已收入。", "Text inserted in tracked changes was kept."},
		Text{"收入修订插入的文字 %d 处", "tracked insertions kept in %d places"}},
	{HeadersDropped, Info,
		Text{"页眉和页脚不并入正文。", "Headers and footers are not mixed into the text."},
		Text{"有页眉或页脚 %d 个，未并入正文", "%d headers or footers not mixed into the text"}},
	{CommentsDropped, Info,
		Text{"批注不属于正文，已略去。", "Comments are not part of the text and were left out."},
		Text{"略去批注 %d 条", "%d comments left out"}},
	{PicturesDropped, Info,
		Text{"图片只计数，不读取其中的文字。", "Pictures are counted; text inside them is not read."},
		Text{"有图片 %d 幅，未读取", "%d pictures not read"}},
	{ObjectsDropped, Info,
		Text{"嵌入对象未读取。", "Embedded objects were not read."},
		Text{"有嵌入对象 %d 个，未读取", "%d embedded objects not read"}},
	{CharsetGuessed, Info,
		Text{"文件未说明字符集，由内容判定。", "The file names no character set; it was found from the content."},
		Text{"未说明字符集，按 %s 读取", "no character set named, read as %s"}},
	{CharsetLied, Info,
		Text{"文件说明的字符集与内容不符，以内容为准。", "The character set the file names does not fit its bytes; the bytes decided."},
		Text{"说明的字符集 %s 与内容不符，按 %s 读取", "the named character set %s does not fit the bytes, read as %s"}},
	{CharsetTwice, Info,
		Text{"文字曾按错误的字符集读取后再次保存（乱码），已还原。", "The text was once read in a wrong character set and saved again; that was taken back."},
		Text{"文字曾按错误的字符集读取后保存（%s），已还原 %d 处", "the text was read in a wrong character set and saved (%s); taken back in %d places"}},
	{CharactersLost, Warning,
		Text{"乱码中有些字符已丢失，以替换符代之，其旁的数字或单元格也可能缺失。", "Characters were lost when the text was read in a wrong character set; they were replaced, and digits or cells beside them may be missing."},
		Text{"有 %d 处字符在乱码中丢失", "characters lost in %d places where the text was read in a wrong character set"}},
	{BytesUndecodable, Warning,
		Text{"有些字节不能译成字符，以替换符代之。", "Some bytes are no characters of the character set and were replaced."},
		Text{"有 %d 处字节不能按 %s 译成字符", "%d places cannot be decoded as %s"}},
	{Damaged, Warning,
		Text{"文件有损坏之处，能读的部分已读出。", "The file is damaged; what could be read was read."},
		Text{"文件损坏：%s", "the file is damaged: %s"}},
	{CutShort, Warning,
		Text{"文件末尾缺失，已读出其余部分。", "The end of the file is missing; the rest was read."},
		Text{"文件末尾不完整（%s）", "the file ends early (%s)"}},
	{SpanClipped, Info,
		Text{"单元格的跨度超出表格，已截到表格边界。", "A cell's span reaches past the table and was clipped to it."},
		Text{"截短单元格跨度 %d 处", "%d cell spans clipped"}},
	{CellsOverlap, Warning,
		Text{"两个单元格占用同一位置，均予保留。", "Two cells claim the same place; both were kept."},
		Text{"有 %d 个单元格与别的单元格重叠", "%d cells overlap others"}},
	{PartMissing, Warning,
		Text{"文件内部缺少某一部分。", "A part inside the file is missing."},
		Text{"缺少部件 %s", "part %s is missing"}},
	{TextLeftOut, Info,
		Text{"有些内容不属于正文，未收入。", "Some content does not belong to the body and was left out."},
		Text{"略去 %d 处%s", "left out in %d places: %s"}},
	{NumberingUnknown, Info,
		Text{"列表编号的格式不认识，按阿拉伯数字计。", "The format of a list number is not known; decimal was used."},
		Text{"不认识的编号格式 %s", "unknown number format %s"}},
	{AlternateDropped, Info,
		Text{"同一内容有两种写法时只取一种。", "Of content stored in two alternative forms one was taken."},
		Text{"有 %d 处内容存为两种形式，取其一", "%d places stored in two forms, one was taken"}},
	{ColumnsInferred, Info,
		Text{"文件未记录纵向合并，单元格所在的列由其余各行推定。", "The file does not say which cells are merged downwards; columns were worked out from the other rows."},
		Text{"有 %d 行的列位置系推定", "the columns of %d rows were worked out"}},
	{ChunksUnread, Warning,
		Text{"文件内嵌入的另一份文档未读取。", "Another document embedded in the text was not read."},
		Text{"有嵌入的文档 %d 处，其内容未读取", "%d embedded documents not read"}},
	{FormulasFlattened, Info,
		Text{"公式排成一行文字，分式用斜线表示。", "A formula was written as a line of text, a fraction with a stroke."},
		Text{"公式 %d 处写成一行", "formulas written in a line in %d places"}},
	{SymbolsUnknown, Warning,
		Text{"符号字体中的某些字形不能确定是哪个字符，保留其代码。", "Some glyphs of symbol fonts are no certain character; their codes were kept."},
		Text{"符号字体中有 %d 个字形不能确定", "%d glyphs of symbol fonts are not known"}},
	{RefusedEmpty, Error,
		Text{"文件是空的。", "The file is empty."},
		Text{"文件为空：请核对原件", "the file is empty: check the original"}},
	{RefusedFormat, Error,
		Text{"内容不是能读的任何格式。", "The content is of no format that can be read."},
		Text{"不是可读的文档格式（%s）：可读格式见 luzhou formats", "not a readable document format (%s): see luzhou formats"}},
	{RefusedEncrypted, Error,
		Text{"文件加密或受权限保护。", "The file is encrypted or rights-protected."},
		Text{"文件已加密（%s）：请先用原程序去除密码", "the file is encrypted (%s): remove the password with the program that set it"}},
	{RefusedOldWord, Error,
		Text{"Word 95 或更早的文件不能读。", "Files of Word 95 and older are not read."},
		Text{"Word 95 或更早的格式（%s）：请先另存为 Word 97-2003 格式", "Word 95 or older (%s): save it as Word 97-2003 first"}},
	{RefusedDamaged, Error,
		Text{"文件损坏，无法读出。", "The file is damaged beyond reading."},
		Text{"文件损坏，无法读取（%s）：请核对原件", "damaged beyond reading (%s): check the original"}},
	{RefusedLimit, Error,
		Text{"文件超出本程序的限度。", "The file exceeds a limit of this program."},
		Text{"超出限度（%s）：请检查文件是否正常", "over a limit (%s): check whether the file is sound"}},
	{RefusedUnsafe, Error,
		Text{"压缩包内有不安全的路径。", "The package holds an unsafe path."},
		Text{"包内路径不安全（%s）：拒绝读取", "unsafe path inside the package (%s): refused"}},
})

// MarkdownMarks is what TextLeftOut tells of text written in Markdown.
var MarkdownMarks = Text{"行中的 Markdown 标记", "marks of Markdown in lines"}

// Kinds lists the codes of this stage in alphabetical order.
func Kinds() []Kind { return kinds.List() }

// Find makes a finding on the source. The arguments fill the message of the
// code; words among them are given as Text, in both languages.
func Find(code Code, pos *Pos, args ...any) Finding {
	return kinds.Find(code, "", pos, args...)
}

// Refusal is the error of a reader that gives no Document.
type Refusal struct {
	Code    Code
	Message Text // what is wrong and what to do
}

// Refuse makes a Refusal. The arguments fill the message of the code as in Find.
func Refuse(code Code, args ...any) *Refusal {
	return &Refusal{code, kinds.kind(code).message(args)}
}

func (r *Refusal) Error() string { return r.Message.EN }

// Is makes two refusals of one code equal for errors.Is.
func (r *Refusal) Is(target error) bool {
	t, ok := target.(*Refusal)
	return ok && t.Code == r.Code
}

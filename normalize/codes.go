package normalize

import "luzhou/extract"

// Codes of the findings of this stage.
const (
	ReportNone       extract.Code = "report.none"
	ReportSeveral    extract.Code = "report.several"
	ContentOutside   extract.Code = "content.outside"
	TitleMissing     extract.Code = "title.missing"
	YearDoubtful     extract.Code = "year.doubtful"
	PeriodMissing    extract.Code = "period.missing"
	PeriodDoubtful   extract.Code = "period.doubtful"
	SignatureMissing extract.Code = "signature.missing"
	DateDoubtful     extract.Code = "date.doubtful"
	IssuerDiffers    extract.Code = "issuer.differs"
	SectionMissing   extract.Code = "section.missing"
	SectionOrder     extract.Code = "section.order"
	SectionRepeated  extract.Code = "section.repeated"
	SectionNumber    extract.Code = "section.number"
	SectionSequence  extract.Code = "section.sequence"
	TableMissing     extract.Code = "table.missing"
	TableRepeated    extract.Code = "table.repeated"
	TableStrayed     extract.Code = "table.strayed"
	LinesJoined      extract.Code = "lines.joined"
	TableJoined      extract.Code = "table.joined"
	TableTransposed  extract.Code = "table.transposed"
	TableHeaped      extract.Code = "table.heaped"
	TableTidy        extract.Code = "table.tidy"
	TableOther       extract.Code = "table.other"
	FormMixed        extract.Code = "form.mixed"
	FormOld          extract.Code = "form.old"
	HeaderMissing    extract.Code = "header.missing"
	HeaderUnclear    extract.Code = "header.unclear"
	HeaderShort      extract.Code = "header.short"
	ColumnsReordered extract.Code = "columns.reordered"
	ColumnMissing    extract.Code = "column.missing"
	ColumnUnknown    extract.Code = "column.unknown"
	RowsReordered    extract.Code = "rows.reordered"
	RowMissing       extract.Code = "row.missing"
	BlockMissing     extract.Code = "block.missing"
	SectionEmpty     extract.Code = "section.empty"
	RowRepeated      extract.Code = "row.repeated"
	RowTwice         extract.Code = "row.twice"
	RowUnknown       extract.Code = "row.unknown"
	RowsListed       extract.Code = "row.listed"
	RowsAbsent       extract.Code = "row.absent"
	RowShort         extract.Code = "row.short"
	RowSplit         extract.Code = "row.split"
	RowUnplaced      extract.Code = "row.unplaced"
	LabelOdd         extract.Code = "label.odd"
	LabelNear        extract.Code = "label.near"
	FigureForm       extract.Code = "figure.form"
	FigureBlank      extract.Code = "figure.blank"
	FigureDash       extract.Code = "figure.dash"
	FigureIllegible  extract.Code = "figure.illegible"
	FigureSpans      extract.Code = "figure.spans"
	FigureTwice      extract.Code = "figure.twice"
	FigureComputed   extract.Code = "figure.computed"
	FigureFraction   extract.Code = "figure.fraction"
	FigureNegative   extract.Code = "figure.negative"
	UnitUnknown      extract.Code = "unit.unknown"
	UnitPrinted      extract.Code = "unit.printed"
	UnitOdd          extract.Code = "unit.odd"
	SumBroken        extract.Code = "sum.broken"
	ClaimDiffers     extract.Code = "claim.differs"
	ClaimItems       extract.Code = "claim.items"
	YearBroken       extract.Code = "year.broken"
	YearDiffers      extract.Code = "year.differs"
	ReportTwice      extract.Code = "report.twice"
)

func say(zh, en string) Text { return Text{ZH: zh, EN: en} }

var kinds = extract.NewKindTable([]extract.Kind{
	{Code: ReportNone, Severity: extract.Warning,
		Meaning: say("文件中没有年度报告。", "The file holds no annual report."),
		Message: say("未找到政府信息公开工作年度报告", "no annual report on open government information was found")},
	{Code: ReportSeveral, Severity: extract.Error,
		Meaning: say("一个文件中有几份报告，不取任何数字。", "The file holds several reports; no figure is taken."),
		Message: say("文件中不止一份报告：请拆分后再读", "the file holds more than one report: split it first")},
	{Code: ContentOutside, Severity: extract.Info,
		Meaning: say("报告以外的内容（网站导航、页脚等）未收入。", "Content outside the report, such as site navigation, was left out."),
		Message: say("报告以外的文字 %d 行、表格 %d 个未收入，首行：%s", "%d lines and %d tables outside the report left out, first: %s")},
	{Code: TitleMissing, Severity: extract.Warning,
		Meaning: say("没有找到报告标题。", "No title of the report was found."),
		Message: say("未找到标题", "no title found")},
	{Code: YearDoubtful, Severity: extract.Warning,
		Meaning: say("报告年度不能确定，或标题、统计期限、落款相互矛盾。", "The report year is not certain, or title, period and date contradict each other."),
		Message: say("年度存疑：%s", "the year is doubtful: %s")},
	{Code: PeriodMissing, Severity: extract.Info,
		Meaning: say("没有写明数据的统计期限。", "The period of the figures is not told."),
		Message: say("未写明统计期限", "the period of the figures is not told")},
	{Code: PeriodDoubtful, Severity: extract.Warning,
		Meaning: say("统计期限不是报告年度的全年。", "The period of the figures is not the whole report year."),
		Message: say("统计期限为 %s 至 %s，报告年度为 %d", "the period is %s to %s, the report year %d")},
	{Code: SignatureMissing, Severity: extract.Info,
		Meaning: say("没有落款单位或日期。", "The signing body or the date is missing."),
		Message: say("未找到落款%s", "no %s under the report")},
	{Code: DateDoubtful, Severity: extract.Warning,
		Meaning: say("落款日期不完整，或没有这一天。", "The date under the report is not complete, or there is no such day."),
		Message: say("落款日期写作“%s”", "the date is printed as %q")},
	{Code: IssuerDiffers, Severity: extract.Warning,
		Meaning: say("标题与落款或正文中的单位不一致，均予保留。", "Title and signature or text name different bodies; all are kept."),
		Message: say("标题中的单位是“%s”，%s“%s”", "the title names %q, %s %q")},
	{Code: SectionMissing, Severity: extract.Warning,
		Meaning: say("缺少格式规定的一个部分。", "A part that the form asks for is missing."),
		Message: say("缺少“%s”部分", "the part %q is missing")},
	{Code: SectionOrder, Severity: extract.Warning,
		Meaning: say("各部分的次序与格式规定不同，按原文次序保留。", "The parts do not stand in the order of the form; the order of the source is kept."),
		Message: say("各部分的次序为：%s", "the parts stand in this order: %s")},
	{Code: SectionRepeated, Severity: extract.Warning,
		Meaning: say("同一部分的标题出现不止一次。", "The heading of a part occurs more than once."),
		Message: say("“%s”出现 %d 次", "the heading %q occurs %d times")},
	{Code: SectionNumber, Severity: extract.Info,
		Meaning: say("标题编号与格式不同（如 1、 代替 一、），按格式编号。", "A heading is numbered otherwise than in the form, such as 1、 for 一、; the form's number is used."),
		Message: say("编号 %s 与格式不同", "numbered %s, not as in the form")},
	{Code: SectionSequence, Severity: extract.Info,
		Meaning: say("标题编号不接上一个标题的编号。", "The number of a heading does not go on from that of the heading before."),
		Message: say("编号 %s 不接上一个标题的 %d", "numbered %s behind %d")},
	{Code: TableMissing, Severity: extract.Warning,
		Meaning: say("没有找到格式规定的统计表，可能是图片或附件。", "A table that the form asks for was not found; it may be a picture or an attachment."),
		Message: say("未找到“%s”统计表", "the table of part %q was not found")},
	{Code: TableRepeated, Severity: extract.Warning,
		Meaning: say("同一统计表出现两次，数字不同时不取。", "A table stands twice; figures that differ are not taken."),
		Message: say("统计表出现 %d 次", "the table stands %d times")},
	{Code: TableStrayed, Severity: extract.Warning,
		Meaning: say("统计表不在自己的部分，而在另一个有统计表的部分之下。", "A table does not stand in its own part, but below the heading of another that has a table."),
		Message: say("统计表在“%s”之下", "the table stands below %q")},
	{Code: LinesJoined, Severity: extract.Info,
		Meaning: say("段落按页面宽度折成的行已并成段落。", "Paragraphs that were broken into lines as wide as a page were put together."),
		Message: say("并入上一行的有 %d 行", "%d lines put to the lines above them")},
	{Code: TableJoined, Severity: extract.Info,
		Meaning: say("分成几段的统计表已合并。", "A table in several pieces was joined."),
		Message: say("统计表由 %d 段合并而成", "the table was joined from %d pieces")},
	{Code: TableHeaped, Severity: extract.Info,
		Meaning: say("几行写在同一行的单元格内，每格分行书写，已分开。", "Several rows stood in the cells of one, a line each; they were taken apart."),
		Message: say("有 %d 行表格各含几行数据，已分开", "%d rows of the table held several rows each and were taken apart")},
	{Code: TableTidy, Severity: extract.Info,
		Meaning: say("统计表每行只有一个数字，并写明所属的行和列。", "The table has a row for each figure, which names its row and column."),
		Message: say("每行一个数字，已按行列名称归位", "a row for each figure; labels placed the figures")},
	{Code: TableTransposed, Severity: extract.Info,
		Meaning: say("统计表的行和列与格式相反，按名称归位。", "Rows and columns of the table are exchanged; labels placed the figures."),
		Message: say("行列与格式相反", "rows and columns are exchanged")},
	{Code: TableOther, Severity: extract.Info,
		Meaning: say("不属于任何格式的表格原样保留。", "A table of no form is kept as it is."),
		Message: say("有一个 %d 行 %d 列的其他表格，原样保留", "another table of %d rows and %d columns is kept as it is")},
	{Code: FormMixed, Severity: extract.Info,
		Meaning: say("各部分的统计表采用不同年份的格式。", "The tables of the parts follow forms of different years."),
		Message: say("本部分采用 %s 格式，报告年度应为 %s", "this part follows form %s, the report year has %s")},
	{Code: FormOld, Severity: extract.Warning,
		Meaning: say("报告按 2019 年以前的体例写成，没有规定的统计表。", "The report is written in the manner of the years before 2019, without the tables that the form asks for."),
		Message: say("%d 年度的报告按旧体例写成，没有统计表", "the report on %d is written in the old manner, without tables")},
	{Code: HeaderMissing, Severity: extract.Warning,
		Meaning: say("统计表没有表头，列按格式的次序读取。", "The table has no header; columns were read in the order of the form."),
		Message: say("没有表头，按格式的列序读取", "no header, columns read in the order of the form")},
	{Code: HeaderUnclear, Severity: extract.Warning,
		Meaning: say("统计表的表头不能辨认，数字不能归列。", "The header of the table cannot be made out; figures cannot be placed in columns."),
		Message: say("表头不能辨认：%s", "the header cannot be made out: %s")},
	{Code: HeaderShort, Severity: extract.Warning,
		Meaning: say("表头缺少一列的名称；其余各列都在格式规定的次序，缺名的一列按剩下的位置读取，标为推定。",
			"The header lacks the label of a column; all others stand in the form's order, so the column left over was taken for it and marked as inferred."),
		Message: say("表头缺少“%s”，按剩下的位置读取", "the header lacks %q, the place left over was taken")},
	{Code: ColumnsReordered, Severity: extract.Info,
		Meaning: say("列的次序与格式不同，按列名归位。", "The columns stand in another order than in the form; their labels placed the figures."),
		Message: say("列的次序为：%s", "the columns stand in this order: %s")},
	{Code: ColumnMissing, Severity: extract.Warning,
		Meaning: say("统计表缺少格式规定的一列；其余各列按列名归位。", "A column that the form asks for is missing; the labels placed the others."),
		Message: say("缺少“%s”一列", "column %q is missing")},
	{Code: ColumnUnknown, Severity: extract.Info,
		Meaning: say("格式中没有的一列未收入，原文见此。", "A column that the form does not know is left out; its cells are told here."),
		Message: say("格式中没有的列，各格为：%s", "a column the form does not have, its cells: %s")},
	{Code: RowsReordered, Severity: extract.Info,
		Meaning: say("行的次序与格式不同，按行名归位。", "The rows stand in another order than in the form; their labels placed the figures."),
		Message: say("“%s”不在格式规定的位置", "row %q stands out of order")},
	{Code: RowMissing, Severity: extract.Warning,
		Meaning: say("统计表缺少格式规定的一行。", "A row that the form asks for is missing."),
		Message: say("缺少“%s”一行", "row %q is missing")},
	{Code: BlockMissing, Severity: extract.Warning,
		Meaning: say("统计表缺少格式规定的一段，或其中没有数字。", "A block of rows that the form asks for is missing or holds no figure."),
		Message: say("缺少“%s”各行", "the rows of %q are missing")},
	{Code: SectionEmpty, Severity: extract.Warning,
		Meaning: say("标题之下没有内容。", "There is nothing below a heading."),
		Message: say("“%s”之下没有内容", "nothing stands below the heading %q")},
	{Code: RowRepeated, Severity: extract.Warning,
		Meaning: say("同一行出现两次，数字不同时不取。", "A row stands twice; figures that differ are not taken."),
		Message: say("“%s”出现不止一次：%s", "row %q stands more than once: %s")},
	{Code: RowTwice, Severity: extract.Info,
		Meaning: say("同一行出现两次，数字相同。", "A row stands twice with the same figures."),
		Message: say("“%s”出现两次，数字相同", "row %q stands twice with the same figures")},
	{Code: RowUnknown, Severity: extract.Info,
		Meaning: say("格式中没有的一行原样保留。", "A row that the form does not know is kept as printed."),
		Message: say("格式中没有“%s”一行，原文：%s", "the form has no row %q, printed: %s")},
	{Code: RowsListed, Severity: extract.Info,
		Meaning: say("统计表中没有内置含义的各行按原文保留。", "Rows of the list of indicators that have no built-in meaning are kept as printed."),
		Message: say("统计表中有 %d 行按原文保留", "%d rows of the list are kept as printed")},
	{Code: RowsAbsent, Severity: extract.Info,
		Meaning: say("统计表没有某些指标。", "The list lacks some of the indicators."),
		Message: say("没有这些指标：%s", "these indicators are not in the list: %s")},
	{Code: RowShort, Severity: extract.Info,
		Meaning: say("一行的数字少于列数，各种读法只容许一种结果，已标为推定。", "A row has fewer figures than columns; all readings allow one result, which is marked as inferred."),
		Message: say("%d 个数字对 %d 列（%s）：%d 种读法中 %d 种合乎勾稽关系，结果相同", "%d figures for %d columns (%s): of %d readings %d keep the sums, all with the same result")},
	{Code: RowSplit, Severity: extract.Info,
		Meaning: say("一行断成几段，各段的格数合起来与列数相同，已合并。", "A row was broken into parts whose cells together are as many as the columns; they were joined."),
		Message: say("由 %d 段合成一行", "a row joined from %d parts")},
	{Code: RowUnplaced, Severity: extract.Warning,
		Meaning: say("一行的数字不能确定属于哪一列，未定的数字留空。", "The columns of a row's figures are not certain; figures in doubt stay empty."),
		Message: say("%d 个数字对 %d 列（%s）：%s", "%d figures for %d columns (%s): %s")},
	{Code: LabelOdd, Severity: extract.Info,
		Meaning: say("名称有常见笔误，按格式的名称理解。", "A label has a known mistake and was read as the form's."),
		Message: say("“%s”按“%s”理解", "%q read as %q")},
	{Code: LabelNear, Severity: extract.Info,
		Meaning: say("名称与格式相差几个字，由编号和上级确定。", "A label differs from the form by a few characters; its number and parent decided."),
		Message: say("“%s”按“%s”理解", "%q read as %q")},
	{Code: FigureForm, Severity: extract.Info,
		Meaning: say("数字不是纯阿拉伯数字（全角、千分位、带单位等），已读出。", "A figure is not in plain digits (full width, thousands, a unit) and was read."),
		Message: say("数字写作 %s", "figures printed as %s")},
	{Code: FigureBlank, Severity: extract.Info,
		Meaning: say("空白不等于 0，照原样留空。", "A blank is not 0 and stays blank."),
		Message: say("空白：%s", "blank: %s")},
	{Code: FigureDash, Severity: extract.Info,
		Meaning: say("横线、斜线或“无”不等于 0，照原样保留。", "A dash, slash or 无 is not 0 and is kept as it is."),
		Message: say("写作横线、斜线或“无”：%s", "printed as a dash, slash or 无: %s")},
	{Code: FigureIllegible, Severity: extract.Warning,
		Meaning: say("单元格内容不是数字，不作猜测。", "The text of a cell is no figure; it is not guessed."),
		Message: say("不能读作数字：%s", "no figure: %s")},
	{Code: FigureSpans, Severity: extract.Warning,
		Meaning: say("一个数字的单元格跨几行，不知属于哪一行，不取。", "The cell of a figure covers several rows; it is not known which row it is of, so it is not taken."),
		Message: say("单元格跨几行：%s", "a cell covers several rows: %s")},
	{Code: FigureTwice, Severity: extract.Info,
		Meaning: say("同一列的数字和列名重复印出，数字相同。", "A column and its figure are printed several times, with the same figure."),
		Message: say("同一列重复印出：%s", "a column is printed several times: %s")},
	{Code: FigureComputed, Severity: extract.Info,
		Meaning: say("空白的合计按要求由各项算出，已标明。", "A blank total was worked out from its parts on request, and is marked so."),
		Message: say("合计空白，由各项算出：%s = %s", "the total is blank, worked out: %s = %s")},
	{Code: FigureFraction, Severity: extract.Warning,
		Meaning: say("件数不是整数。", "A count is not a whole number."),
		Message: say("件数不是整数：%s", "a count is not whole: %s")},
	{Code: FigureNegative, Severity: extract.Error,
		Meaning: say("不得为负的数字是负数（n.non_negative）。", "A figure that cannot be negative is (n.non_negative)."),
		Message: say("数字为负：%s", "negative: %s")},
	{Code: UnitUnknown, Severity: extract.Info,
		Meaning: say("金额没有写明单位，不作猜测。", "An amount has no unit; none is guessed."),
		Message: say("金额 %s 未写明单位", "the amount %s has no unit")},
	{Code: UnitPrinted, Severity: extract.Info,
		Meaning: say("单位由表头或单元格注明，与格式不同。", "The unit is printed in the header or the cell, other than in the form."),
		Message: say("单位写作 %s", "the unit is printed as %s")},
	{Code: UnitOdd, Severity: extract.Warning,
		Meaning: say("单位与所计的数不符，或两处单位不同；数字照录。", "A unit is not one of what the column counts, or two places name different units; the figure is kept as printed."),
		Message: say("单位存疑：%s", "the unit is doubtful: %s")},
	{Code: SumBroken, Severity: extract.Error,
		Meaning: say("数字不合勾稽关系，照原样保留。", "Figures break a sum of the form; they are kept as printed."),
		Message: say("%s（%s）：%s = %s，而 %s = %s", "%s (%s): %s = %s, but %s = %s")},
	{Code: ClaimDiffers, Severity: extract.Warning,
		Meaning: say("正文所说的数字与统计表不同。", "A number in the text differs from the table."),
		Message: say("正文称 %s（“%s”），与统计表不同", "the text says %s (%s), the table differs")},
	{Code: ClaimItems, Severity: extract.Info,
		Meaning: say("正文称公开了信息，统计表第（一）项却全为 0；该表只计规章和规范性文件，二者并不矛盾。",
			"The text tells of published items where the table has only zeros; it counts regulations and normative documents alone, so this is no contradiction."),
		Message: say("正文称主动公开信息 %d 条，表中各数为 0", "the text tells of %d published items, the table has zeros")},
	{Code: YearBroken, Severity: extract.Warning,
		Meaning: say("与上一年报告的数字衔接不上（x.carry）。", "A figure does not go on from the report of the year before (x.carry)."),
		Message: say("%s：%s，应为 %s，本年写作 %s", "%s: %s, so %s, but this year prints %s")},
	{Code: YearDiffers, Severity: extract.Info,
		Meaning: say("与上一年报告推算的数字不同（x.items、x.in_force），各单位口径不一。", "A figure differs from what the year before leads to expect (x.items, x.in_force); bodies count differently."),
		Message: say("%s：%s，应为 %s，本年写作 %s", "%s: %s, so %s, but this year prints %s")},
	{Code: ReportTwice, Severity: extract.Warning,
		Meaning: say("同一单位同一年度有两份报告。", "Two reports are of the same body and year."),
		Message: say("%d 年度的报告不止一份", "more than one report for %d")},
})

// Kinds lists the codes of this stage in alphabetical order.
func Kinds() []extract.Kind { return kinds.List() }

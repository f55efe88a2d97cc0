// Package normalize reads what a Document means: it finds the annual report in
// it, files text and tables under the parts of the form, places every figure,
// and checks the sums. In goes a Document, out comes a Report with its findings.
// It refuses nothing: a document without a report gives an empty Report that
// says so. It knows the forms and no file format.
//
// The way of a report: lines.go puts paragraphs and layout tables into one row of
// lines and tables; body.go, title.go, sign.go and missing.go find title, parts and
// signature; whole.go takes a report apart that is one table; lined.go makes tables
// of lines; parts.go with captions.go files what stands under each part; stacked.go with
// header.go, units.go and beside.go, across.go with pieces.go, matrix.go and listed.go
// read a table under a form; lost.go reads one whose header lacks a label;
// fill.go, cells.go, place.go and solve.go decide which cell is which figure; slid.go,
// loose.go and twice.go find figures that may as well be others; check.go,
// claims.go and years.go hold the figures against each other.
//
// The words of the forms and what they are called here:
//
//	总体情况                          overview
//	主动公开政府信息情况                    active_disclosure
//	  第二十条第（一）项 … 第（九）项           art20_1 … art20_9
//	收到和处理政府信息公开申请情况               requests
//	  本年新收 / 上年结转                  new_requests / carried_in
//	  予以公开 / 部分公开                  granted / partially_granted
//	  不予公开 / 无法提供 / 不予处理 / 其他处理    denied / unable / not_handled / other_handling
//	  （七）总计 / 结转下年度                result_total / carried_out
//	  自然人 … 总计                     natural_person … total
//	政府信息公开行政复议、行政诉讼情况             review_and_litigation
//	  行政复议 / 未经复议直接起诉 / 复议后起诉      review / litigation_direct / litigation_after_review
//	  结果维持 / 结果纠正 / 其他结果 / 尚未审结     upheld / corrected / other_result / pending
//	存在的主要问题及改进情况                  problems
//	其他需要报告的事项                     other_matters
//	政府信息公开情况统计表（2014 年至 2018 年）    statistics
package normalize

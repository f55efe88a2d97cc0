package pipeline

import (
	"cmp"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
	"luzhou/pipeline/page"
)

// maxInfos is how many findings of severity info the page lists one by one.
const maxInfos = 20_000

// writePage writes the page for people; findings are read from the ledger one
// input at a time.
func (b *batch) writePage(entries []ledger.Entry) error {
	counts := map[string]int{}
	infos := 0
	order := make([]int, len(entries))
	for i := range entries {
		order[i] = i
		counts[entries[i].Outcome]++
		infos += entries[i].Findings.Info
	}
	slices.SortStableFunc(order, func(i, k int) int { return compareWorst(&entries[i], &entries[k]) })
	sheet := page.Sheet{Version: Version, Workbook: b.workbook(), Codes: Codes(), Rows: len(entries), NoInfo: infos > maxInfos}
	for _, o := range Outcomes {
		sheet.Outcomes = append(sheet.Outcomes, page.Outcome{Key: string(o), Text: o.Text(), Count: counts[string(o)]})
	}
	sheet.Row = func(i int) (page.Row, error) { return b.pageRow(entries[order[i]], sheet.NoInfo) }
	return writeStream(filepath.Join(b.opts.Out, pageName), func(w io.Writer) error { return page.Write(w, sheet) })
}

// compareWorst puts first what most needs a look; names keep their order.
func compareWorst(x, y *ledger.Entry) int {
	return cmp.Or(
		cmp.Compare(rank(y), rank(x)),
		cmp.Compare(y.Findings.Error, x.Findings.Error),
		cmp.Compare(y.Findings.Warning, x.Findings.Warning))
}

func rank(e *ledger.Entry) int {
	switch Outcome(e.Outcome) {
	case Quarantined:
		return 5
	case NotAReport:
		return 2
	case Duplicate:
		return 0
	}
	switch {
	case e.Findings.Error > 0:
		return 4
	case e.Findings.Warning > 0:
		return 3
	}
	return 1
}

func (b *batch) pageRow(e ledger.Entry, noInfo bool) (page.Row, error) {
	row := page.Row{Entry: e}
	record := b.books.Records[e.Name]
	if record == nil {
		return row, nil
	}
	if len(record.Why) > 0 {
		if err := json.Unmarshal(record.Why, &row.Why); err != nil {
			return row, err
		}
	}
	if e.Outcome == string(Quarantined) {
		row.Notes = []page.Note{{Finding: extract.Finding{
			Code: extract.Code(e.Reason), Severity: extract.Error, Message: row.Why.ZH, MessageEN: row.Why.EN}}}
		return row, nil
	}
	if noInfo && e.Findings.Warning+e.Findings.Error == 0 {
		return row, nil
	}
	data, _, err := b.books.Kept(e.Name)
	if err != nil || len(data) == 0 {
		return row, err
	}
	if err := json.Unmarshal(data, &row.Notes); err != nil {
		return row, err
	}
	row.Notes = slices.DeleteFunc(row.Notes, func(n page.Note) bool { return noInfo && n.Severity == extract.Info })
	slices.SortStableFunc(row.Notes, func(x, y page.Note) int { return cmp.Compare(y.Severity, x.Severity) })
	return row, nil
}

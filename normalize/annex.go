package normalize

// AnnexHeading is the line above the annex with which this program may end the
// documents it writes. The annex tells of the making of the document; it is no
// part of the report.
const AnnexHeading = "附：整理说明"

// splitAnnex cuts off the annex, its heading included.
func splitAnnex(items []item) (report, annex []item) {
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].table == nil && items[i].text == AnnexHeading {
			return items[:i:i], items[i:]
		}
	}
	return items, nil
}

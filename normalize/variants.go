package normalize

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Variants are the user's own wordings of headings and labels, read from a text
// file with one wording a line:
//
//	# comment
//	requests.granted = （一）同意公开
//	requests.total = 合计数
//	active_disclosure.art20_1.made = 本年新制作件数
//	sections.problems = 工作中的不足及改进
//
// The name in front is the place that a finding names (its where): of a part,
// a row or a column.
type Variants struct {
	Digest string // SHA-256 of the file
	words  *dictionary
}

// ParseVariants reads a file of wordings. The error names the line.
func ParseVariants(data []byte) (*Variants, error) {
	more, n := map[string][]string{}, 0
	places := variantPlaces()
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		place, wording, ok := strings.Cut(line, "=")
		place, wording = strings.TrimSpace(place), strings.TrimSpace(wording)
		switch {
		case !ok || loose(fold(wording)) == "":
			return nil, &VariantError{n, say("应为“名称 = 写法”", "want PLACE = WORDING")}
		case !slices.Contains(places, place):
			return nil, &VariantError{n, say("没有名称 "+place+"：名称见检查结果的 where", "no place "+place+": places are those that findings name")}
		}
		more[place] = append(more[place], wording)
	}
	sum := sha256.Sum256(data)
	return &Variants{hex.EncodeToString(sum[:]), newDictionary(more)}, nil
}

// VariantError is a line of a file of wordings that cannot be read.
type VariantError struct {
	Line    int
	Message Text
}

func (e *VariantError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message.EN) }

// variantPlaces lists the parts, rows and columns that can be given wordings.
func variantPlaces() (list []string) {
	for _, g := range Generations {
		for _, s := range g.Sections {
			list = append(list, "sections."+s.Key)
			if s.Table == nil {
				continue
			}
			for b := range s.Table.Blocks {
				block := &s.Table.Blocks[b]
				for _, c := range block.Columns {
					list = append(list, s.Table.path(block, "", c.Key))
				}
				for _, r := range block.Rows {
					list = append(list, s.Table.path(block, r.Key, ""))
				}
			}
		}
	}
	return list
}

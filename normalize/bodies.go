package normalize

import (
	"maps"
	"slices"
	"strings"
)

// This file finds the reports of one body among many, for one body writes its
// name in more than one way: 柳河街道, 柳河街道办事处, 龙湾市柳河街道办事处.

// endings are the ways to write the last words of a name, the short one last.
var endings = [][2]string{{"人民政府", ""}, {"街道办事处", "街道"}, {"管理委员会", "管委会"}, {"委员会", "委"}}

// bodyKey is a name without what one body writes now and leaves out then.
func bodyKey(name string) string {
	key := fold(name)
	for _, e := range endings {
		if short, ok := strings.CutSuffix(key, e[0]); ok && short != "" {
			return short + e[1]
		}
	}
	return key
}

// bodyNames lists the names a report gives its body.
func bodyNames(r *Report) (names []string) {
	for _, name := range []string{r.Issuer, r.Signatory, bodyInTitle(r.Title)} {
		if key := bodyKey(name); key != "" && !slices.Contains(names, key) {
			names = append(names, key)
		}
	}
	return names
}

// sameBodies gives each record the name of the first body it is certainly of.
// Bodies that share a name are one when they have no year in common; two of which
// both reported on one year are two.
func sameBodies(records []YearRecord) {
	groups := map[string][]int{} // body -> its records
	var order []string
	byName := map[string][]string{} // name -> the bodies that use it, or that it ends
	for i, r := range records {
		if groups[r.Body] == nil {
			order = append(order, r.Body)
		}
		groups[r.Body] = append(groups[r.Body], i)
		for _, name := range r.Names {
			if !slices.Contains(byName[name], r.Body) {
				byName[name] = append(byName[name], r.Body)
			}
		}
	}
	for _, body := range order {
		for at := range body { // 柳河街道 is also the end of 龙湾市柳河街道
			if end := body[at:]; at > 0 && groups[end] != nil && areaName.MatchString(body[:at]) && !slices.Contains(byName[end], body) {
				byName[end] = append(byName[end], body)
			}
		}
	}
	years := func(body string) (list []int) {
		for _, i := range groups[body] {
			list = append(list, records[i].Year)
		}
		return list
	}
	into := map[string]string{} // body -> the body it was found to be
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		var bodies []string
		var all []int
		apart := true
		for _, body := range byName[name] {
			for into[body] != "" {
				body = into[body]
			}
			if body == "" || slices.Contains(bodies, body) {
				continue
			}
			for _, y := range years(body) {
				apart = apart && !slices.Contains(all, y)
			}
			bodies, all = append(bodies, body), append(all, years(body)...)
		}
		if !apart || len(bodies) < 2 {
			continue
		}
		for _, body := range bodies[1:] {
			into[body] = bodies[0]
			groups[bodies[0]] = append(groups[bodies[0]], groups[body]...)
		}
	}
	for i := range records {
		for body := into[records[i].Body]; body != ""; body = into[body] {
			records[i].Body = body
		}
	}
}

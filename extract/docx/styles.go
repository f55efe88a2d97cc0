package docx

// style is what a style says about the things read here. Only paragraph
// styles number and only paragraph and character styles hide.
type style struct {
	basedOn string
	number  numberRef
	vanish  toggle
}

// numberRef is a w:numPr: the list a paragraph belongs to and its level, each
// only when stated.
type numberRef struct {
	num, level       int
	hasNum, hasLevel bool
}

// or fills what r does not state from a less specific place.
func (r numberRef) or(less numberRef) numberRef {
	if !r.hasNum {
		r.num, r.hasNum = less.num, less.hasNum
	}
	if !r.hasLevel {
		r.level, r.hasLevel = less.level, less.hasLevel
	}
	return r
}

// toggle is an on/off property that may be unstated.
type toggle int8

const (
	unstated toggle = iota
	off
	on
)

func (t toggle) or(less toggle) toggle {
	if t == unstated {
		return less
	}
	return t
}

// styles is the styles part.
type styles struct {
	byID      map[string]style
	joined    map[string]style // with the styles they are based on
	paragraph string           // the default paragraph style
}

// maxDefinitions bounds what a part of definitions can allocate. Word itself
// stops at some four thousand styles.
const maxDefinitions = 1 << 16

// maxBasedOn bounds a chain of styles, which may loop in a damaged file.
const maxBasedOn = 32

// of joins a style with those it is based on.
func (s *styles) of(id string) style {
	if st, ok := s.joined[id]; ok {
		return st
	}
	own, ok := s.byID[id]
	if !ok {
		return own
	}
	for range maxBasedOn {
		base, found := s.byID[own.basedOn]
		if !found {
			break
		}
		own = style{base.basedOn, own.number.or(base.number), own.vanish.or(base.vanish)}
	}
	s.joined[id] = own
	return own
}

// chain lists a style and those it is based on.
func (s *styles) chain(id string) []string {
	var list []string
	for range maxBasedOn {
		st, ok := s.byID[id]
		if !ok {
			break
		}
		list = append(list, id)
		id = st.basedOn
	}
	return list
}

func readStyles(x *scanner) *styles {
	s := &styles{byID: map[string]style{}, joined: map[string]style{}}
	if !x.next() {
		return s
	}
	for root := x.depth; x.child(root); {
		if x.space != wordSpace || string(x.local) != "style" {
			continue
		}
		id := x.attr("styleId")
		def, isDefault := x.raw("default")
		if isDefault && x.attr("type") == "paragraph" && string(def) != "0" && string(def) != "false" && string(def) != "off" {
			s.paragraph = id
		}
		st := x.style()
		if _, twice := s.byID[id]; !twice {
			s.byID[id] = st
		}
		if len(s.byID) > maxDefinitions {
			x.err = errMany
		}
	}
	return s
}

func (x *scanner) style() style {
	var st style
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "basedOn":
			st.basedOn = x.attr("val")
		case "pPr":
			for inner := x.depth; x.child(inner); {
				if string(x.local) == "numPr" {
					st.number = x.numPr()
				}
			}
		case "rPr":
			for inner := x.depth; x.child(inner); {
				if string(x.local) == "vanish" {
					st.vanish = x.toggle()
				}
			}
		}
	}
	return st
}

func (x *scanner) toggle() toggle {
	if x.on() {
		return on
	}
	return off
}

// numPr reads the list reference of a paragraph or style.
func (x *scanner) numPr() numberRef {
	var r numberRef
	for depth := x.depth; x.child(depth); {
		switch string(x.local) {
		case "numId":
			r.num, r.hasNum = x.number("val")
		case "ilvl":
			r.level, r.hasLevel = x.number("val")
		}
	}
	return r
}

package extract

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	pos := &Pos{Block: 3}
	got := Find(TextLeftOut, pos, 2, Text{"注音", "phonetic guides"})
	want := Finding{TextLeftOut, Info, "", pos, "略去 2 处注音", "left out in 2 places: phonetic guides"}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestSeverityJSON(t *testing.T) {
	for s, want := range map[Severity]string{Info: `"info"`, Warning: `"warning"`, Error: `"error"`} {
		got, err := json.Marshal(s)
		if err != nil || string(got) != want {
			t.Errorf("Marshal(%d): got %s, %v, want %s", int(s), got, err, want)
		}
		var back Severity
		if err := json.Unmarshal(got, &back); err != nil || back != s {
			t.Errorf("Unmarshal(%s): got %v, %v", got, back, err)
		}
	}
	if _, err := json.Marshal(Severity(0)); err == nil {
		t.Error("Marshal(0): got no error")
	}
	for _, bad := range []string{`""`, `"fatal"`, `1`} {
		var s Severity
		if err := json.Unmarshal([]byte(bad), &s); err == nil {
			t.Errorf("Unmarshal(%s): got %v, want an error", bad, s)
		}
	}
	if got := Severity(9).String(); got != "Severity(9)" {
		t.Errorf("String: got %q", got)
	}
}

func TestRefusal(t *testing.T) {
	var err error = fmt.Errorf("a.doc: %w", Refuse(RefusedUnsafe, "../x"))
	if !errors.Is(err, &Refusal{Code: RefusedUnsafe}) || errors.Is(err, &Refusal{Code: RefusedLimit}) {
		t.Error("errors.Is does not go by the code")
	}
	var r *Refusal
	if !errors.As(err, &r) || !strings.Contains(r.Message.ZH, "../x") || !strings.Contains(r.Error(), "../x") {
		t.Errorf("got %v, want both messages to name the path", r)
	}
}

func TestKinds(t *testing.T) {
	verb := regexp.MustCompile(`%[a-z]`)
	list := Kinds()
	if !slices.IsSortedFunc(list, func(a, b Kind) int { return strings.Compare(string(a.Code), string(b.Code)) }) {
		t.Error("Kinds is not in the order of the codes")
	}
	for _, k := range list {
		if k.Severity < Info || k.Severity > Error {
			t.Errorf("%s: severity %v", k.Code, k.Severity)
		}
		for _, s := range []string{k.Meaning.ZH, k.Meaning.EN, k.Message.ZH, k.Message.EN} {
			if s == "" {
				t.Errorf("%s: a sentence is missing", k.Code)
			}
		}
		if zh, en := verb.FindAllString(k.Message.ZH, -1), verb.FindAllString(k.Message.EN, -1); !slices.Equal(zh, en) {
			t.Errorf("%s: the messages take %v and %v", k.Code, zh, en)
		}
		if strings.HasPrefix(string(k.Code), "refused.") != (k.Severity == Error) {
			t.Errorf("%s: severity %v", k.Code, k.Severity)
		}
	}
}

func TestKindTablePanics(t *testing.T) {
	mustPanic := func(what string, f func()) {
		t.Helper()
		defer func() {
			if recover() == nil {
				t.Errorf("%s: no panic", what)
			}
		}()
		f()
	}
	mustPanic("code twice", func() { NewKindTable([]Kind{{Code: "a"}, {Code: "a"}}) })
	mustPanic("unknown code", func() { Find("no.such", nil) })
}

package pipeline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows lists what each folder may import of the project, nearest folder first;
// a trailing /... stands for every folder below.
var arrows = []struct {
	from string
	to   []string
}{
	{"extract/mhtml", []string{"extract", "extract/charset", "extract/html"}},
	{"extract/wordml", []string{"extract", "extract/charset", "extract/docx", "extract/tags"}},
	{"extract/odt", []string{"extract", "extract/charset", "extract/tags"}},
	{"extract/docx", []string{"extract", "extract/charset", "extract/html", "extract/mhtml"}},
	{"extract/text", []string{"extract", "extract/charset", "extract/markdown"}},
	{"extract/html", []string{"extract", "extract/charset", "extract/markdown", "extract/text"}},
	{"extract/tags", nil},
	{"extract/markdown", nil},
	{"extract/charset", []string{"extract"}},
	{"extract/*", []string{"extract", "extract/charset"}},
	{"extract", nil},
	{"normalize", []string{"extract"}},
	{"render/pdf/fonts", nil},
	{"render/pdf", []string{"render", "extract", "render/pdf/fonts"}},
	{"render/*", []string{"render", "normalize", "extract"}},
	{"render", []string{"normalize", "extract"}},
	{"pipeline/cmd/luzhou", []string{"pipeline", "pipeline/worker", "pipeline/ledger", "extract", "normalize", "render"}},
	{"pipeline/worker", nil},
	{"pipeline/ledger", nil},
	{"pipeline/page", []string{"extract", "pipeline/ledger"}},
	{"pipeline", []string{"extract", "extract/...", "normalize", "render", "render/...", "pipeline/worker", "pipeline/ledger", "pipeline/page"}},
	{"fixtures", nil},
}

// fences says which folder alone may import a module. Roots of the stages
// import the standard library only.
var fences = map[string][]string{
	"github.com/PuerkitoBio/goquery":   {"extract/html"},
	"golang.org/x/net":                 {"extract/html"},
	"golang.org/x/text":                {"extract/charset"},
	"github.com/richardlehane/mscfb":   {"extract/doc"},
	"github.com/unidoc/unioffice":      {"render/docx"},
	"github.com/johnfercher/go-tree":   {"render/pdf"}, // in the interface of maroto's components
	"github.com/johnfercher/maroto/v2": {"render/pdf"},
	"github.com/phpdave11/gofpdf":      {"render/pdf"},
	"github.com/spf13/cobra":           {"pipeline/cmd/luzhou"},
	"github.com/xuri/excelize/v2":      {"render/xlsx"},
	"github.com/rogpeppe/go-internal":  {"pipeline/cmd/luzhou"},
}

func TestLayers(t *testing.T) {
	const root = ".."
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") {
			return err
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		folder := path.Dir(filepath.ToSlash(rel))
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		isTest := strings.HasSuffix(file, "_test.go")
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if problem := judge(folder, name, isTest); problem != "" {
				t.Errorf("%s imports %s: %s", rel, name, problem)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// encoder is the module with which tests write their samples in old character sets.
const encoder = "golang.org/x/text"

// judge says what is wrong with an import, "" when nothing is. Tests may import
// any folder of the project, but no fenced module.
func judge(folder, name string, isTest bool) string {
	if to, ours := strings.CutPrefix(name, "luzhou/"); ours {
		if isTest {
			return ""
		}
		if to == "fixtures" {
			return "only tests may"
		}
		for _, a := range arrows {
			if match(a.from, folder) {
				if slices.ContainsFunc(a.to, func(p string) bool { return match(p, to) }) {
					return ""
				}
				return "no such arrow"
			}
		}
		return "no arrow begins at " + folder
	}
	first, _, _ := strings.Cut(name, "/")
	if !strings.Contains(first, ".") {
		return ""
	}
	for module, folders := range fences {
		if name == module || strings.HasPrefix(name, module+"/") {
			if slices.Contains(folders, folder) || isTest && module == encoder {
				return ""
			}
			return "only " + strings.Join(folders, ", ") + " may"
		}
	}
	return "no folder is named for this module"
}

func match(pattern, folder string) bool {
	if base, ok := strings.CutSuffix(pattern, "/..."); ok {
		return strings.HasPrefix(folder, base+"/")
	}
	ok, _ := path.Match(pattern, folder)
	return ok
}

// TestTopLevel keeps the top level of the project as agreed.
func TestTopLevel(t *testing.T) {
	want := []string{".ci", ".git", ".gitignore", "LICENSE", "Makefile", "README.md", "extract", "fixtures", "go.mod", "go.sum",
		"luzhou", "normalize", "out", "pipeline", "render"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(want, e.Name()) {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}

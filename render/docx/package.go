package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/unidoc/unioffice/schema/soo/pkg/content_types"
	"github.com/unidoc/unioffice/schema/soo/pkg/relationships"
)

// Names of the parts.
const (
	typesPart      = "[Content_Types].xml"
	packageRels    = "_rels/.rels"
	documentPart   = "word/document.xml"
	documentRels   = "word/_rels/document.xml.rels"
	stylesName     = "word/styles.xml"
	settingsName   = "word/settings.xml"
	fontsName      = "word/fontTable.xml"
	footerOddPart  = "word/footer1.xml"
	footerEvenPart = "word/footer2.xml"
	footnotesPart  = "word/footnotes.xml" // only where there are notes
	corePart       = "docProps/core.xml"
	appName        = "docProps/app.xml"
)

const (
	relsType     = "application/vnd.openxmlformats-package.relationships+xml"
	wordType     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	officeRel    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	coreRel      = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	coreType     = "application/vnd.openxmlformats-package.core-properties+xml"
	extendedType = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
)

// partInfo is a part of the package as the other parts name it: its content
// type and the relationship that leads to it.
type partInfo struct {
	name, contentType, relation string
}

// The parts in their order in the file, without the types and relationships:
// those that the package leads to, and those that the document leads to.
var (
	mainPart      = partInfo{documentPart, wordType + "document.main+xml", officeRel + "officeDocument"}
	documentParts = []partInfo{
		{stylesName, wordType + "styles+xml", officeRel + "styles"},
		{settingsName, wordType + "settings+xml", officeRel + "settings"},
		{fontsName, wordType + "fontTable+xml", officeRel + "fontTable"},
		{footerOddPart, wordType + "footer+xml", officeRel + "footer"},
		{footerEvenPart, wordType + "footer+xml", officeRel + "footer"},
	}
	notesPart     = partInfo{footnotesPart, wordType + "footnotes+xml", officeRel + "footnotes"}
	propertyParts = []partInfo{
		{corePart, coreType, coreRel},
		{appName, extendedType, officeRel + "extended-properties"},
	}
)

// relationID is the identifier by which another part refers to the named one.
func relationID(part string) string {
	return "rId" + strings.TrimSuffix(path.Base(part), path.Ext(part))
}

// contentTypes lists the parts. NewContentTypes of unioffice would list its own too.
func contentTypes(parts []partInfo) *content_types.Types {
	types := content_types.NewTypes()
	for _, d := range [][2]string{{"rels", relsType}, {"xml", "application/xml"}} {
		types.Default = append(types.Default, &content_types.Default{
			CT_Default: content_types.CT_Default{ExtensionAttr: d[0], ContentTypeAttr: d[1]},
		})
	}
	for _, p := range parts {
		types.Override = append(types.Override, &content_types.Override{
			CT_Override: content_types.CT_Override{PartNameAttr: "/" + p.name, ContentTypeAttr: p.contentType},
		})
	}
	return types
}

// relations lead from a part in folder to the listed parts.
func relations(folder string, list []partInfo) *relationships.Relationships {
	rels := relationships.NewRelationships()
	for _, p := range list {
		rels.Relationship = append(rels.Relationship, &relationships.Relationship{
			CT_Relationship: relationships.CT_Relationship{
				IdAttr:     relationID(p.name),
				TypeAttr:   p.relation,
				TargetAttr: strings.TrimPrefix(p.name, folder),
			},
		})
	}
	return rels
}

// constants are the parts that are the same in every document, packed, and the
// order of all files.
type constants struct {
	parts map[string]packed
	order []string // readers look for the types first
}

// A document with notes has more in some of its constant parts.
var (
	constantParts      = sync.OnceValues(func() (constants, error) { return packConstants(false) })
	constantNotedParts = sync.OnceValues(func() (constants, error) { return packConstants(true) })
)

func packConstants(noted bool) (constants, error) {
	related := documentParts
	if noted {
		related = append(slices.Clone(related), notesPart)
	}
	packages := append([]partInfo{mainPart}, propertyParts...)
	all := slices.Concat([]partInfo{mainPart}, related, propertyParts)
	done := constants{map[string]packed{}, []string{typesPart, packageRels, documentPart, documentRels}}
	for _, p := range all[1:] {
		done.order = append(done.order, p.name)
	}
	for _, p := range []struct {
		name, tag string
		content   any
	}{
		{typesPart, "Types", contentTypes(all)},
		{packageRels, "Relationships", relations("", packages)},
		{documentRels, "Relationships", relations("word/", related)},
		{stylesName, "w:styles", stylesPart(noted)},
		{settingsName, "w:settings", settingsPart(noted)},
		{fontsName, "w:fonts", fontTable()},
		{footerOddPart, "w:ftr", footer(oddID)},
		{footerEvenPart, "w:ftr", footer(evenID)},
		{appName, "Properties", appPart()},
	} {
		data, err := part(p.tag, p.content)
		if err != nil {
			return constants{}, err
		}
		if done.parts[p.name], err = compress(data); err != nil {
			return constants{}, err
		}
	}
	return done, nil
}

// fileDate is 1 January 1980, the first day a zip file can tell, in the form of
// MS-DOS; zipVersion is 2.0, which has folders and Deflate.
const (
	fileDate   = 1<<5 | 1
	zipVersion = 20
)

// packed is a part as it stands in the zip file.
type packed struct {
	data []byte
	size int
	crc  uint32
}

// pack returns the package with the given parts and the constant ones.
func pack(own map[string][]byte) ([]byte, error) {
	find := constantParts
	if own[footnotesPart] != nil {
		find = constantNotedParts
	}
	constant, err := find()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range constant.order {
		p, ok := constant.parts[name]
		if !ok {
			if p, err = compress(own[name]); err != nil {
				return nil, err
			}
		}
		if err := store(z, name, p); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func store(z *zip.Writer, name string, p packed) error {
	f, err := z.CreateRaw(&zip.FileHeader{
		Name:               name,
		Method:             zip.Deflate,
		CreatorVersion:     zipVersion,
		ReaderVersion:      zipVersion,
		ModifiedDate:       fileDate, // CreateRaw looks at no other date
		CRC32:              p.crc,
		CompressedSize64:   uint64(len(p.data)),
		UncompressedSize64: uint64(p.size),
	})
	if err != nil {
		return err
	}
	_, err = f.Write(p.data)
	return err
}

// deflaters are kept because each holds over half a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, flate.BestSpeed) // fails only for a level that does not exist
	return w
}}

func compress(data []byte) (packed, error) {
	var b bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	if _, err := w.Write(data); err != nil {
		return packed{}, err
	}
	if err := w.Close(); err != nil {
		return packed{}, err
	}
	return packed{data: b.Bytes(), size: len(data), crc: crc32.ChecksumIEEE(data)}, nil
}

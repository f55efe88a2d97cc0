package pipeline

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"luzhou/extract"
	"luzhou/extract/charset"
	"luzhou/normalize"
)

// Extract reads a document of any known format. path is only recorded. The
// error is a *extract.Refusal.
func Extract(path string, data []byte) (*extract.Document, error) {
	if len(data) == 0 {
		return nil, extract.Refuse(extract.RefusedEmpty)
	}
	if len(data) > extract.MaxInput {
		return nil, tooLarge()
	}
	format, ok := Detect(data)
	if !ok {
		return nil, extract.Refuse(extract.RefusedFormat, describe(data))
	}
	doc, err := readSafely(format, data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	doc.Source.Path, doc.Source.Format = path, format.Name
	doc.Source.SHA256, doc.Source.Bytes = hex.EncodeToString(sum[:]), int64(len(data))
	if doc.Blocks == nil {
		doc.Blocks = []extract.Block{}
	}
	if doc.Findings == nil {
		doc.Findings = []extract.Finding{}
	}
	return doc, nil
}

func tooLarge() *extract.Refusal {
	return extract.Refuse(extract.RefusedLimit, fmt.Sprintf("%d MB", extract.MaxInput>>20))
}

// readSafely turns a panic of a reader into a refusal: a fault of ours costs one
// file, and the message says that it is ours.
func readSafely(format extract.Format, data []byte) (doc *extract.Document, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			doc, err = nil, extract.Refuse(extract.RefusedDamaged, extract.Text{
				ZH: fmt.Sprintf("%s 读取程序出错：%v", format.Name, fault), EN: fmt.Sprintf("fault in the %s reader: %v", format.Name, fault)})
		}
	}()
	if doc, err = format.Read(data); err == nil {
		charset.Mend(doc)
	}
	return doc, err
}

// Normalize reads a report from a document of any known format, or from a
// Document as JSON.
func Normalize(path string, data []byte) (*normalize.Report, error) {
	return NormalizeWith(path, data, normalize.Options{})
}

// NormalizeWith is Normalize under options.
func NormalizeWith(path string, data []byte, opts normalize.Options) (*normalize.Report, error) {
	if trimmed := bytes.TrimLeft(data, " \t\r\n"); bytes.HasPrefix(trimmed, []byte("{")) && bytes.Contains(trimmed, []byte(`"blocks"`)) {
		var doc extract.Document
		if err := json.Unmarshal(trimmed, &doc); err != nil {
			return nil, extract.Refuse(extract.RefusedFormat, err.Error())
		}
		return opts.FromDocument(&doc), nil
	}
	doc, err := Extract(path, data)
	if err != nil {
		return nil, err
	}
	return opts.FromDocument(doc), nil
}

// describe says in a few words what unreadable bytes look like.
func describe(data []byte) extract.Text {
	for _, k := range foreign {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			return k.name
		}
	}
	return extract.Text{ZH: "内容无法识别", EN: "content not recognised"}
}

var foreign = []struct {
	magic string
	name  extract.Text
}{
	{"%PDF", extract.Text{ZH: "PDF 文件", EN: "a PDF file"}},
	{"\x89PNG", extract.Text{ZH: "PNG 图片", EN: "a PNG picture"}},
	{"\xff\xd8\xff", extract.Text{ZH: "JPEG 图片", EN: "a JPEG picture"}},
	{"GIF8", extract.Text{ZH: "GIF 图片", EN: "a GIF picture"}},
	{"PK\x03\x04", extract.Text{ZH: "不是文档的压缩包", EN: "a zip archive that is no document"}},
	{"PK\x05\x06", extract.Text{ZH: "空的压缩包", EN: "an empty zip archive"}},
	{"Rar!", extract.Text{ZH: "RAR 压缩包", EN: "a RAR archive"}},
	{"7z\xbc\xaf", extract.Text{ZH: "7z 压缩包", EN: "a 7z archive"}},
	{"\xd0\xcf\x11\xe0", extract.Text{ZH: "不是 Word 的 OLE2 文件", EN: "an OLE2 file that is not Word"}},
}

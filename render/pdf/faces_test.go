package pdf

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"luzhou/extract"
	"luzhou/render"
)

// named gives the embedded face in a file another family name, by a name table
// at its end. A family in Chinese goes in as Unicode, as font makers do.
func named(t *testing.T, file, family string) []byte {
	t.Helper()
	data, err := os.ReadFile("fonts/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var text []byte
	for _, u := range utf16.Encode([]rune(family)) {
		text = binary.BigEndian.AppendUint16(text, u)
	}
	table := []byte{0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 8, 4, 0, 1, 0, byte(len(text)), 0, 0}
	entry := tableEntry(t, data, "name")
	binary.BigEndian.PutUint32(entry[8:], uint32(len(data)))
	binary.BigEndian.PutUint32(entry[12:], uint32(len(table)+len(text)))
	return append(append(data, table...), text...)
}

// tableEntry is the entry of a table in the directory of a font.
func tableEntry(t *testing.T, data []byte, name string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if entry := data[12+16*i:]; string(entry[:4]) == name {
			return entry
		}
	}
	t.Fatalf("no table %s", name)
	return nil
}

// forbidden is a font whose maker forbids to embed it.
func forbidden(t *testing.T, data []byte) []byte {
	os2 := binary.BigEndian.Uint32(tableEntry(t, data, "OS/2")[8:])
	binary.BigEndian.PutUint16(data[os2+8:], 2)
	return data
}

// collection puts a header of two fonts before a font: both are the same one,
// whose tables move by the length of the header.
func collection(data []byte) []byte {
	head := []byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x02\x00\x00\x00\x14\x00\x00\x00\x14")
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		offset := data[12+16*i+8:]
		binary.BigEndian.PutUint32(offset, binary.BigEndian.Uint32(offset)+uint32(len(head)))
	}
	return append(head, data...)
}

func TestReadFaces(t *testing.T) {
	cubic := append([]byte("OTTO"), named(t, "hei.ttf", "SimHei")[4:]...)
	faces, findings, err := ReadFaces(fstest.MapFS{
		"simfang.ttf":    {Data: named(t, "kai.ttf", "仿宋")},
		"below/kai.TTC":  {Data: collection(named(t, "kai.ttf", "KaiTi"))},
		"simhei.otf":     {Data: cubic},
		"fzxbs.ttf":      {Data: forbidden(t, named(t, "xiaobiaosong.ttf", "FZXiaoBiaoSong-B05S"))},
		"letter.txt":     {Data: []byte("仿宋")},
		"broken.ttf":     {Data: []byte("ttcf")},
		"fangsong_2.ttf": {Data: nil},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(faces) != 2 || faces[render.FangSong] == nil || faces[render.Kai] == nil {
		t.Errorf("faces %v, want 仿宋 and 楷体", faces)
	}
	var got []string
	for _, f := range findings {
		got = append(got, string(f.Code)+" "+f.Message)
	}
	want := []string{
		"font.face_unusable 字体文件 fzxbs.ttf（小标宋）不能使用：字体许可不允许嵌入子集，改用内置字体",
		"font.face_unusable 字体文件 simhei.otf（黑体）不能使用：不是 TrueType 轮廓，改用内置字体",
		"font.face_missing 字体文件夹中没有宋体，改用内置字体",
	}
	if !slices.Equal(got, want) {
		t.Errorf("findings\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	data, findings, err := Write(luzhouLayout(), Options{Faces: faces})
	if err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
	checkTexts(t, luzhouLayout(), pageTexts(t, data))
	if bytes.Contains(data, []byte("FandolFang")) || !bytes.Contains(data, []byte("FandolHei")) {
		t.Error("not drawn with the faces of the folder and, where it has none, the embedded ones")
	}
}

func TestReadFacesWithoutFolder(t *testing.T) {
	if _, _, err := ReadFaces(os.DirFS("no such folder")); err == nil {
		t.Error("no error")
	}
	faces, findings, err := ReadFaces(fstest.MapFS{})
	if err != nil || len(faces) != 0 || len(findings) != len(officeFaces) || findings[0].Severity != extract.Info {
		t.Errorf("empty folder: %v, %v, %v", faces, findings, err)
	}
}

package pdf

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"luzhou/extract"
	"luzhou/render"
	"luzhou/render/pdf/fonts"
)

// Faces are type faces by what a document uses them for.
type Faces map[render.Face]*fonts.Face

// officeFaces tells by which names the offices of China know each face, the one
// to prefer first.
var officeFaces = []struct {
	face  render.Face
	names []string
}{
	{render.XiaoBiaoSong, []string{"方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong", "华文中宋", "STZhongsong"}},
	{render.FangSong, []string{"仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong"}},
	{render.Hei, []string{"黑体", "SimHei", "华文黑体", "STHeiti"}},
	{render.Kai, []string{"楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "华文楷体", "STKaiti"}},
	{render.Song, []string{"宋体", "SimSun", "新宋体", "NSimSun", "华文宋体", "STSong"}},
}

// maxFontFile bounds the font files that are read whole.
const maxFontFile = 128 << 20

// source is where a font of a known name stands.
type source struct {
	path   string
	member int // of a collection
}

// ReadFaces takes the faces of official documents from the fonts in a folder
// and the folders below, by the names inside the files. A face that is not there
// or not usable is left out with a finding, which says why; Write then draws
// it with the embedded one. The error is one of the folder itself.
func ReadFaces(folder fs.FS) (Faces, []extract.Finding, error) {
	known, err := findFonts(folder)
	if err != nil {
		return nil, nil, err
	}
	faces := Faces{}
	var findings []extract.Finding
	for _, office := range officeFaces {
		finding := render.Find(render.FaceMissing, "", string(office.face))
		for _, name := range office.names {
			at, ok := known[strings.ToLower(name)]
			if !ok {
				continue
			}
			face, err := readFace(folder, at)
			if err == nil {
				faces[office.face] = face
				break
			}
			finding = render.Find(render.FaceUnusable, "", at.path, string(office.face), reason(err))
		}
		if faces[office.face] == nil {
			findings = append(findings, finding)
		}
	}
	return faces, findings, nil
}

// findFonts lists the fonts of a folder by each of their names in lower case. Of
// two fonts of one name it takes the one whose path comes first.
func findFonts(folder fs.FS) (map[string]source, error) {
	known := map[string]source{}
	err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil && path == "." {
			return err
		}
		if err != nil || d.IsDir() {
			return nil // a folder or file that cannot be read holds no usable font
		}
		for member, names := range families(folder, path) {
			for _, name := range names {
				name = strings.ToLower(strings.TrimSpace(name))
				if _, taken := known[name]; !taken {
					known[name] = source{path, member}
				}
			}
		}
		return nil
	})
	return known, err
}

var fontEndings = []string{".ttf", ".ttc", ".otf", ".otc"}

// families lists the names of the fonts of a file; none if it is no font.
func families(folder fs.FS, path string) [][]string {
	if len(path) < 4 || !slices.Contains(fontEndings, strings.ToLower(path[len(path)-4:])) {
		return nil
	}
	f, err := folder.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	r, ok := f.(io.ReaderAt)
	if !ok {
		return nil
	}
	lists, _ := fonts.Families(r)
	return lists
}

func readFace(folder fs.FS, at source) (*fonts.Face, error) {
	info, err := fs.Stat(folder, at.path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFontFile {
		return nil, fonts.ErrFont
	}
	data, err := fs.ReadFile(folder, at.path)
	if err != nil {
		return nil, err
	}
	return fonts.Parse(data, at.member)
}

// reason says why a font cannot be used.
func reason(err error) extract.Text {
	switch {
	case errors.Is(err, fonts.ErrOutlines):
		return extract.Text{ZH: "不是 TrueType 轮廓", EN: "its outlines are not TrueType"}
	case errors.Is(err, fonts.ErrRights):
		return extract.Text{ZH: "字体许可不允许嵌入子集", EN: "its licence forbids to embed a part of it"}
	case errors.Is(err, fonts.ErrFont):
		return extract.Text{ZH: "文件损坏或过大", EN: "it is damaged or too large"}
	}
	return extract.Text{ZH: "无法读取", EN: "it cannot be read"}
}

// Package fonts holds the type faces of official documents and cuts from a
// face the few characters one document needs.
//
// In goes a TrueType font, or one of the embedded faces; out comes a Face that
// knows which characters it has and how wide they are, and from it a Subset:
// a small font program whose glyphs are numbered in order of first use.
// Fonts with cubic (CFF) outlines are refused. The embedded faces are made by
// make.py from Fandol (GPL-3 with font exception) and Noto Serif SC (OFL-1.1).
package fonts

import (
	_ "embed"
	"sync"
)

var (
	//go:embed xiaobiaosong.ttf
	xiaoBiaoSong []byte
	//go:embed fangsong.ttf
	fangSong []byte
	//go:embed hei.ttf
	hei []byte
	//go:embed kai.ttf
	kai []byte
	//go:embed song.ttf
	song []byte
)

// The embedded faces, each parsed at its first use and shared from then on.
var (
	XiaoBiaoSong = embedded(xiaoBiaoSong)
	FangSong     = embedded(fangSong)
	Hei          = embedded(hei)
	Kai          = embedded(kai)
	Song         = embedded(song) // has all of GBK; what to fall back on
)

func embedded(data []byte) func() *Face {
	return sync.OnceValue(func() *Face {
		face, err := Parse(data, 0)
		if err != nil {
			panic("fonts: embedded face: " + err.Error())
		}
		return face
	})
}

package main

import (
	"github.com/spf13/cobra"

	"luzhou/extract"
	"luzhou/pipeline"
)

// fontDirFlag adds --font-dir to a command that draws documents.
func (a *app) fontDirFlag(c *cobra.Command, folder *string) {
	c.Flags().StringVar(folder, "font-dir", "", a.say(extract.Text{
		ZH: "PDF 改用此文件夹中的字体（TrueType：方正小标宋、仿宋、黑体、楷体、宋体）",
		EN: "draw PDFs in the fonts of this folder (TrueType: FZXiaoBiaoSong, FangSong, SimHei, KaiTi, SimSun)"}))
}

// writers returns the writers of a list of names such as docx,pdf, drawing in
// the fonts of a folder if one is given. It tells what the folder lacks.
func (a *app) writers(names, fontDir string) ([]pipeline.Writer, error) {
	list, err := pipeline.FindWriters(names)
	if err != nil || fontDir == "" {
		return list, err
	}
	list, findings, err := pipeline.WithFaces(list, fontDir)
	for _, f := range findings {
		a.complain(fontDir, extract.Text{ZH: f.Message, EN: f.MessageEN})
	}
	return list, err
}

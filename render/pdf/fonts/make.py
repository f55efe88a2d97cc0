#!/usr/bin/env python3
"""Make the embedded faces from their published packages.

Sources, fetched by hand into one folder (the argument):
  Debian package texlive-lang-chinese (FandolSong-Bold, FandolFang-Regular,
    FandolHei-Regular, FandolKai-Regular; version 0.3 of 2015-07-18), unpacked with
    `apt-get download texlive-lang-chinese && dpkg -x texlive-lang-chinese_*.deb tl`
  npm package @expo-google-fonts/noto-serif-sc 0.4.3, unpacked with
    `npm pack @expo-google-fonts/noto-serif-sc@0.4.3 && tar xzf expo-*.tgz`
Needs python3-fonttools. Same input, same bytes: no time is stamped.

The Fandol faces have cubic (CFF) outlines and become quadratic (TrueType),
because the PDF back end reads nothing else. Every face loses its hints, its
vertical and its layout tables: the PDF writer places characters itself. The
fallback leaves out the hanzi that all the others have, and gains ballot boxes.
"""
import gzip
import pathlib
import shutil
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

HERE = pathlib.Path(__file__).parent
FANDOL = "tl/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/"
FACES = {"xiaobiaosong": FANDOL + "FandolSong-Bold.otf",
         "fangsong": FANDOL + "FandolFang-Regular.otf",
         "hei": FANDOL + "FandolHei-Regular.otf",
         "kai": FANDOL + "FandolKai-Regular.otf",
         "song": "package/400Regular/NotoSerifSC_400Regular.ttf"}
LICENCES = {"LICENSE-fandol": "tl/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz",
            "README-fandol": "tl/usr/share/doc/texlive-doc/fonts/fandol/README",
            "LICENSE-noto": "package/LICENSE_FONT"}
MAX_ERROR = 1.0  # of the curves, in thousandths of the em

# Blocks that every face keeps as far as it has them.
BLOCKS = [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2044), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F)]
# Blocks of the fallback: Greek, Cyrillic, arrows, signs, boxes, kana, squared
# and circled characters, vertical and full-width forms.
MORE = [(0x180, 0x24F), (0x2C6, 0x2DD), (0x370, 0x45F), (0x2190, 0x23FF), (0x2460, 0x27BF), (0x2E80, 0x2FDF),
        (0x3000, 0x33FF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF)]
DROP = ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "DSIG", "fpgm", "prep", "cvt ", "gasp", "STAT",
        "VDMX", "hdmx", "LTSH", "kern", "meta", "FFTM"]


def in_charset(code, charset):
    try:
        return bool(chr(code).encode(charset))
    except UnicodeEncodeError:
        return False


def wanted(font, charset, blocks):
    return [c for c in font.getBestCmap()
            if c <= 0xFFFF and (in_charset(c, charset) or any(a <= c <= b for a, b in blocks))]


def cut(font, codes):
    options = Options()
    options.drop_tables = DROP
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def add_boxes(font):
    """Draw the ballot boxes, which forms use and the face lacks, from its square, root and times signs."""
    cmap, glyphs = font.getBestCmap(), font.getGlyphSet()
    square, sign = cmap[0x25A1], {0x2610: None, 0x2611: cmap[0x221A], 0x2612: cmap[0xD7]}
    for code, inner in sign.items():
        name, pen = "uni%04X" % code, TTGlyphPen(glyphs)
        pen.addComponent(square, (1, 0, 0, 1, 0, 0))
        if inner:
            pen.addComponent(inner, fitted(font["glyf"][inner], font["glyf"][square]))
        glyph = pen.glyph()
        font["glyf"][name], font["hmtx"][name] = glyph, font["hmtx"][square]
        glyph.recalcBounds(font["glyf"])
        for table in font["cmap"].tables:
            table.cmap[code] = name


def fitted(inner, outer):
    """Shrink and shift inner to fill seven tenths of outer."""
    width, height = outer.xMax - outer.xMin, outer.yMax - outer.yMin
    scale = 0.7 * min(width / (inner.xMax - inner.xMin), height / (inner.yMax - inner.yMin))
    return (scale, 0, 0, scale, (outer.xMin + outer.xMax - scale * (inner.xMin + inner.xMax)) / 2,
            (outer.yMin + outer.yMax - scale * (inner.yMin + inner.yMax)) / 2)


def to_truetype(font):
    """Turn the CFF outlines of font into glyf and loca."""
    order, glyphs, source = font.getGlyphOrder(), {}, font.getGlyphSet()
    for name in order:
        pen = TTGlyphPen(source)
        source[name].draw(Cu2QuPen(pen, MAX_ERROR * font["head"].unitsPerEm / 1000, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    maxp = font["maxp"] = newTable("maxp")
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"


def main(sources):
    common = None  # hanzi that all Fandol faces have, so that the fallback need not
    for name, path in FACES.items():
        font = TTFont(sources / path, recalcTimestamp=False)
        if name == "song":
            rest = [c for c in wanted(font, "gbk", BLOCKS + MORE) if not (0x4E00 <= c <= 0x9FFF and c in common)]
            cut(font, rest)
            add_boxes(font)
        else:
            cut(font, wanted(font, "gb2312", BLOCKS))
            to_truetype(font)
            have = set(font.getBestCmap())
            common = have if common is None else common & have
        font["post"].formatType = 3.0
        font.save(HERE / (name + ".ttf"), reorderTables=True)
        print(name, len(font.getBestCmap()), (HERE / (name + ".ttf")).stat().st_size)
    for name, path in LICENCES.items():
        opened = gzip.open if path.endswith(".gz") else open
        with opened(sources / path, "rb") as source, open(HERE / (name + ".txt"), "wb") as target:
            shutil.copyfileobj(source, target)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))

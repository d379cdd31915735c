"""The look of official documents: 党政机关公文格式 GB/T 9704-2012, as data.

Lengths are twentieths of a point unless said otherwise, font sizes half points: Word's own units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fazhi_tui.reporting.letter_places import Place

TITLE_FONT, BODY_FONT, HEADING_FONT, SUBHEADING_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
NUMBER_FONT, LATIN_FONT = "宋体", "Times New Roman"
# What stands in where a computer lacks the font, in this order.
STAND_INS = {
    TITLE_FONT: ("方正小标宋_GBK", "华文中宋", "STZhongsong", "宋体"),
    BODY_FONT: ("仿宋", "FangSong", "华文仿宋"),
    SUBHEADING_FONT: ("楷体", "KaiTi", "华文楷体"),
    HEADING_FONT: ("SimHei", "华文黑体"),
    NUMBER_FONT: ("SimSun", "华文宋体"),
}
ERHAO, SANHAO, SIHAO, XIAOSI, WUHAO, XIAOWU = 44, 32, 28, 24, 21, 18

PAGE = {"w": 11906, "h": 16838}
# 天头37mm，订口28mm，版心156mm×225mm；页码在版心下边缘之下7mm.
MARGINS = {
    "top": 2098,
    "right": 1474,
    "bottom": 1984,
    "left": 1588,
    "header": 851,
    "footer": 1304,
    "gutter": 0,
}
TEXT_WIDTH = PAGE["w"] - MARGINS["left"] - MARGINS["right"]
# 每面22行，每行28字：28 characters of 三号 are wider than 156 mm, so each is set a quarter of a point closer.
# Set so, and not by a grid of characters, which LibreOffice and Word make differently.
LINE, CLOSER = 579, -5
TITLE_LINE = 700


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style of the document.

    `line` is the exact line spacing, None for as high as the text; `first` the first-line indent in
    hundredths of a character; `outline` its level in the navigation pane, from 0.
    """

    id: str
    name: str
    font: str = BODY_FONT
    size: int = SANHAO
    bold: bool = False
    align: str = "both"
    line: int | None = LINE
    first: int = 0
    outline: int | None = None
    keeps_next: bool = False
    indent: Mapping[str, int] = field(default_factory=dict)


NORMAL = Style("Normal", "Normal")
TITLE = Style("Title", "Title", TITLE_FONT, ERHAO, align="center", line=TITLE_LINE, keeps_next=True)
HEADINGS = (
    Style("Heading1", "heading 1", HEADING_FONT, first=200, outline=0, keeps_next=True),
    Style("Heading2", "heading 2", SUBHEADING_FONT, first=200, outline=1, keeps_next=True),
    Style("Heading3", "heading 3", bold=True, first=200, outline=2, keeps_next=True),
)
BODY = Style("BodyText", "Body Text", first=200)
TABLE_TEXTS = tuple(
    Style(f"TableText{size}", f"表格文字{size / 2:g}", size=size, align="left", line=None)
    for size in (XIAOSI, WUHAO, XIAOWU)
)
# 主送机关顶格；署名右空二字；要盖章的，成文日期右空四字。
LETTER_PLACES = {
    Place.ADDRESSEE: Style("Addressee", "主送机关"),
    Place.SENDER: Style(
        "Sender", "发文机关署名", align="right", keeps_next=True, indent={"right": 640, "rightChars": 200}
    ),
    Place.DATE: Style("LetterDate", "成文日期", align="right", indent={"right": 1280, "rightChars": 400}),
}
GAP = Style("TableGap", "表后", size=XIAOWU, line=240)
PAGE_NUMBER = {
    "default": Style(
        "Footer",
        "footer",
        NUMBER_FONT,
        SIHAO,
        align="right",
        line=None,
        indent={"right": 280, "rightChars": 100},
    ),
    "even": Style(
        "FooterEven",
        "双页页码",
        NUMBER_FONT,
        SIHAO,
        align="left",
        line=None,
        indent={"left": 280, "leftChars": 100},
    ),
}
STYLES = (
    NORMAL,
    TITLE,
    *HEADINGS,
    BODY,
    *LETTER_PLACES.values(),
    *TABLE_TEXTS,
    GAP,
    *PAGE_NUMBER.values(),
)

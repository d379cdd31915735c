from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from hypothesis import given, settings

from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from fazhi_tui.reporting.gap_list.gap_overview import table
from fazhi_tui.reporting.office import word_bytes
from tests.journal import Journal
from tests.reporting import parsed, situations
from tests.reporting.gap_list.test_gap_markdown import _hostile, _named
from tests.reporting.office.opened import assert_same_words, opened, setting, styled, texts
from tests.reporting.test_markdown_escape import HOSTILE

SITUATIONS = [situations.filling, situations.reviewed, situations.unreviewed, situations.example]
TEXT_WIDTH = 8844


def _markdown(journal: Journal) -> str:
    return gap_markdown(journal.assessment, journal.board, journal.check_code)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_it_says_every_word_of_the_markdown_in_its_order_and_nothing_else(situation: object) -> None:
    markdown = _markdown(situation())  # type: ignore[operator]
    assert_same_words(markdown, word_bytes(markdown))


def test_the_numbers_of_the_gaps_are_those_of_the_markdown() -> None:
    markdown = _markdown(situations.reviewed())
    numbered = re.findall(r"^[0-9]+\. 问题：.*$", markdown, re.MULTILINE)
    made = texts(opened(word_bytes(markdown)))
    assert numbered
    assert [text for text in made if re.match(r"[0-9]+\. 问题：", text)] == numbered


def test_draft_example_pending_place_and_check_code_stand_in_it() -> None:
    journal = situations.filling()
    journal.say("sanxiang-zhidu", "本单位", "sxzd-5-peixun", Verdict.MISSING)
    made = "\n".join(texts(opened(word_bytes(_markdown(journal)))))
    for words in ("差距清单（草稿）", "本清单为草稿", "原文待核）", f"校验码：{journal.check_code}"):
        assert words in made
    assert "（草稿）（示例）" in "\n".join(texts(opened(word_bytes(_markdown(situations.example())))))


def test_paper_and_margins_are_those_of_an_official_document() -> None:
    [section] = opened(word_bytes(_markdown(situations.reviewed()))).sections
    millimetres = {
        "page_width": 210,
        "page_height": 297,
        "top_margin": 37,
        "bottom_margin": 35,
        "left_margin": 28,
        "right_margin": 26,
    }
    for name, length in millimetres.items():
        assert abs(getattr(section, name) - Mm(length)) < Mm(0.05), name


@pytest.mark.parametrize(
    ("style", "font", "points", "bold"),
    [
        ("Title", "方正小标宋简体", 22, "0"),
        ("Heading1", "黑体", 16, "0"),
        ("Heading2", "楷体_GB2312", 16, "0"),
        ("Heading3", "仿宋_GB2312", 16, "1"),
        ("BodyText", "仿宋_GB2312", 16, "0"),
        ("Footer", "宋体", 14, "0"),
    ],
)
def test_each_style_has_its_han_font_a_latin_one_and_its_size(
    style: str, font: str, points: int, bold: str
) -> None:
    document = opened(word_bytes(_markdown(situations.reviewed())))
    fonts = setting(document, style, "rPr/rFonts")
    assert fonts["eastAsia"] == font
    assert fonts["ascii"] == fonts["hAnsi"] == "Times New Roman"
    assert setting(document, style, "rPr/sz")["val"] == str(points * 2)
    assert setting(document, style, "rPr/b")["val"] == bold


def test_body_lines_are_twenty_two_a_page_with_two_characters_of_indent() -> None:
    document = opened(word_bytes(_markdown(situations.reviewed())))
    for style in ("BodyText", "Heading1", "Heading2", "Heading3"):
        spacing = setting(document, style, "pPr/spacing")
        assert spacing["lineRule"] == "exact"
        assert Pt(28) <= Pt(int(spacing["line"]) / 20) <= Pt(29)
        indent = setting(document, style, "pPr/ind")
        assert (indent["firstLineChars"], indent["firstLine"]) == ("200", "640")
    assert setting(document, "Title", "pPr/jc")["val"] == "center"


def test_headings_are_of_their_level() -> None:
    document = opened(word_bytes(_markdown(situations.reviewed())))
    assert [p.text for p in styled(document, "Heading1")][:2] == ["一、总体情况", "二、重大行政决策程序"]
    assert styled(document, "Heading2")[0].text == "（一）文旅发展规划"
    assert styled(document, "Heading3")[0].text == "1. 问题：公开征求意见的期限不足。"
    assert "环节：公众参与（检查项 zdjc-15-qixian）" in [p.text for p in styled(document, "BodyText")]


def test_missing_fonts_have_named_stand_ins() -> None:
    with zipfile.ZipFile(BytesIO(word_bytes("# 题\n"))) as archive:
        table_ = archive.read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,' in table_
    assert '<w:font w:name="方正小标宋简体"><w:altName' in table_


def test_page_numbers_stand_between_dashes_right_on_odd_and_left_on_even_pages() -> None:
    document = opened(word_bytes(_markdown(situations.reviewed())))
    assert document.settings.odd_and_even_pages_header_footer
    [section] = document.sections
    for footer, style, side in (
        (section.footer, "Footer", "right"),
        (section.even_page_footer, "FooterEven", "left"),
    ):
        [line] = footer.paragraphs
        assert line._p.style == style
        assert "".join(t.text for t in line._p.iter(qn("w:t"))) == "— 1 —"
        assert [f.get(qn("w:instr")) for f in line._p.iter(qn("w:fldSimple"))] == [" PAGE "]
        assert setting(document, style, "pPr/jc")["val"] == side
        assert setting(document, style, "pPr/ind")[side] == "280"


def _assert_fits(made: Table) -> None:
    grid = [int(column.get(qn("w:w"))) for column in made._tbl.tblGrid]
    assert sum(grid) == TEXT_WIDTH
    assert min(grid) > 0
    assert made._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    assert made._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")) == str(TEXT_WIDTH)
    path = f"{qn('w:tcPr')}/{qn('w:tcW')}"
    for row in made._tbl.tr_lst:
        assert [int(cell.find(path).get(qn("w:w"))) for cell in row.tc_lst] == grid
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in made.rows]
    assert heads == [True] + [False] * (len(heads) - 1)


def test_tables_are_as_wide_as_the_text_and_repeat_their_header() -> None:
    document = opened(word_bytes(_markdown(situations.reviewed())))
    assert len(document.tables) >= 3
    for made in document.tables:
        _assert_fits(made)


def test_a_short_row_is_kept_whole_and_a_very_long_one_may_go_on_on_the_next_page() -> None:
    markdown = f"# 题\n\n{table(('甲', '乙'), [('短', '短'), ('长' * 2000, 'a' * 2000)])}\n"
    [made] = opened(word_bytes(markdown)).tables
    _assert_fits(made)
    kept = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in made.rows]
    assert kept == [True, True, False]
    assert made.rows[2].cells[1].text == "a" * 2000


def test_a_table_without_rows_has_its_header() -> None:
    [made] = opened(word_bytes("| 甲 | 乙 |\n| --- | --- |\n")).tables
    _assert_fits(made)


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(deadline=None, max_examples=25)
def test_no_text_of_people_or_checklists_is_lost_or_breaks_the_file(name: str, note: str, said: str) -> None:
    legal = re.sub(r"(?<=[字]) +(?=[字])", "", "".join(c for c in said if c.isprintable())).strip()
    markdown = _markdown(_hostile(_named(name), note, legal))
    assert_same_words(markdown, word_bytes(markdown))
    for made in opened(word_bytes(markdown)).tables:
        _assert_fits(made)


@pytest.mark.parametrize(
    "note", ["长" * 2000, "a" * 2000, "甲\n" * 900, "<w:p>&amp;]]>", "\ufffe乙\uffff丙\x07"]
)
def test_long_or_strange_notes_stand_in_it(note: str) -> None:
    journal = situations.begun()
    journal.say("zhongda-juece", "文旅发展规划", "zdjc-15-qixian", Verdict.HOLLOW, note)
    made = "".join(texts(opened(word_bytes(_markdown(journal)))))
    shown = "".join(c for c in note if c not in "\n\x07\ufffe\uffff")
    assert f"说明：{shown}" in made


def test_comments_in_the_markdown_are_left_out() -> None:
    markdown = "# 题<!-- 甲 -->\n\n<!-- 乙 -->\n\n1. 问题：丙<!-- 丁 -->\n   - 说明：戊\n"
    assert texts(opened(word_bytes(markdown))) == ["题", "1. 问题：丙", "说明：戊"]


def test_the_same_list_gives_the_same_bytes_and_names_nobody() -> None:
    markdown = _markdown(situations.reviewed())
    data = word_bytes(markdown)
    assert data == word_bytes(markdown)
    about = opened(data).core_properties
    assert about.title == parsed.headings(markdown)[0]
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")

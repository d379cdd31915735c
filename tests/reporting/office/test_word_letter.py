"""What stands outside the body: addressee, sender, date, and the lines to sign on."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from fazhi_tui.reporting.annual.report_draft import draft_report
from fazhi_tui.reporting.annual.report_markdown import report_markdown
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from fazhi_tui.reporting.office import word_bytes
from tests.reporting import situations
from tests.reporting.office.opened import assert_same_words, opened, setting, styled


@pytest.fixture(scope="module")
def report() -> Document:
    journal = situations.reviewed()
    draft = draft_report(journal.assessment, journal.board, journal.check_code)
    placed = word_bytes(report_markdown(draft, is_final=True, is_placed=True))
    plain = report_markdown(draft, is_final=True)
    assert "<!--" not in plain
    assert_same_words(plain, placed)
    return opened(placed)


def _kept(document: Document) -> list[bool]:
    return [p._p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in document.paragraphs]


def test_the_addressee_stands_at_the_left_edge(report: Document) -> None:
    [addressee] = styled(report, "Addressee")
    assert addressee.text.endswith("：")
    assert setting(report, "Addressee", "pPr/ind") == {}


def test_sender_and_date_stand_two_and_four_characters_from_the_right_edge(report: Document) -> None:
    assert [p.text for p in styled(report, "Sender")] == ["越城区文化广电旅游局"]
    assert [p.text for p in styled(report, "LetterDate")] == ["〔待补：成文日期〕"]
    for style, characters in (("Sender", "200"), ("LetterDate", "400")):
        assert setting(report, style, "pPr/jc")["val"] == "right"
        assert setting(report, style, "pPr/ind")["rightChars"] == characters


def test_an_empty_line_and_some_text_stand_on_the_page_of_the_sender(report: Document) -> None:
    at = next(i for i, p in enumerate(report.paragraphs) if p._p.style == "Sender")
    text, empty = report.paragraphs[at - 2 : at]
    assert text.text
    assert not empty.text
    assert _kept(report)[at - 2 : at] == [True, True]


def test_the_lines_to_sign_on_stay_together_below_some_text() -> None:
    journal = situations.reviewed()
    document = opened(word_bytes(gap_markdown(journal.assessment, journal.board, journal.check_code)))
    words = [p.text for p in document.paragraphs]
    at = next(i for i, text in enumerate(words) if text.startswith("填报单位（盖章）："))
    assert words[at - 2].startswith("校验码用于")
    assert words[at - 1] == ""
    assert _kept(document)[at - 2 :] == [True] * (len(words) - at + 1) + [False]

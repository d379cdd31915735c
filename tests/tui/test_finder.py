"""What a typed word finds: Chinese, names, citations, pinyin by initials and in full."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.finding.finder import Finder
from fazhi_tui.tui.finding.pinyin import readings
from fazhi_tui.tui.finding.query import patterns, plain
from fazhi_tui.tui.finding.spelling import Spelling
from tests.journal import Journal, keys

HAN = "公众参与重大行政决策程序处罚法第十五条策略女侵权期限征求意见西安县"
SPELLING = Spelling(readings(HAN))


def finds(typed: str, text: str) -> bool:
    return all(word.search(plain(text)) for word in patterns(typed, SPELLING))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("gzcy", "公众参与"),
        ("GZCY", "公众参与"),
        ("ｇｚｃｙ", "公众参与"),
        ("gongzhongcanyu", "公众参与"),
        ("gongzcy", "公众参与"),
        ("gzcanyu", "公众参与"),
        ("gongzhongcany", "公众参与"),
        ("zdxzjc", "重大行政决策程序"),
        ("zhzjc", "公众征决策"),
        ("xi'an", "西安县"),
        ("cfl", "处罚略"),
        ("qinquan", "侵权"),
        ("celue", "策略"),
        ("celve", "策略"),
        ("nv", "女"),
        ("公众cy", "公众参与"),
        ("处罚法", "行政处罚法"),
        ("15条", "第十五条"),
        ("第15条", "第十五条"),
        ("第１５条", "第十五条"),
        ("d15t", "第十五条"),
        ("zdjc-15", "zdjc-15-qixian"),
        ("qixian", "zdjc-15-qixian"),
        ("公众 期限", "期限：公众参与"),
        ("30日", "不少于30日"),
    ],
)
def test_it_finds(typed: str, text: str) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("gzcx", "公众参与"),
        ("gongzhongcanyuv", "公众参与"),
        ("公众 处罚", "公众参与"),
        ("第15条", "第五条"),
        ("05条", "第五条"),
        ("zdjc-15", "重大决策"),
        ("[", "公众参与"),
        (".*", "公众参与"),
    ],
)
def test_it_does_not_find(typed: str, text: str) -> None:
    assert not finds(typed, text)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_pattern_and_finds_itself(typed: str) -> None:
    for word, pattern in zip(plain(typed).split(), patterns(typed, SPELLING), strict=True):
        assert isinstance(pattern, re.Pattern)
        assert pattern.search(word)


@given(st.text(HAN, min_size=1, max_size=8), st.data())
def test_every_way_to_spell_a_word_finds_it(word: str, data: st.DataObject) -> None:
    read = readings(word)
    whole = "".join(data.draw(st.sampled_from(read[character])) for character in word)
    assert finds("".join(read[character][0][0] for character in word), word)
    if len(word) <= 3:
        assert finds(whole, word)


def _journal() -> Journal:
    journal = Journal()
    journal.add("juece", "规划")
    journal.add("juece", "定价")
    return journal


def _finder(journal: Journal) -> Finder:
    finder = Finder()
    finder.learn_readings(journal.board)
    return finder


def test_the_sheet_stood_on_comes_first_and_a_match_in_detail_last() -> None:
    journal = _journal()
    journal.say("juece", "定价", "m-2", Verdict.PARTLY, "m-1也如此")
    hits = _finder(journal).search(journal.board, "m-1", 2)
    assert [(hit.row.sheet.object, hit.row.item.id) for hit in hits] == [
        ("定价", "m-1"),
        ("定价", "m-2"),
        ("规划", "m-1"),
    ]
    assert [journal.board.sheets[h.place.sheet].rows[h.place.row] for h in hits] == [h.row for h in hits]


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("十五条", "依据：《重大行政决策程序暂行条例》第十五条第一款第二项"),
        ("xqjj", "说明：因汛期紧急缩短"),
        ("公告截图", "佐证：公告截图|越文旅〔2023〕5号"),
        ("meiyouzuodao", "差距：m-1没有做到"),
        ("guihua", "自查表：规划"),
    ],
)
def test_what_is_found_in_detail_is_said(typed: str, where: str) -> None:
    journal = _journal()
    evidence = (Evidence("公告截图", "越文旅〔2023〕5号"),)
    journal.answer(Change("juece", "规划", "m-1", note="因汛期紧急缩短", evidence=evidence))
    finder = _finder(journal)
    row = next(hit.row for hit in finder.search(journal.board, typed, 1) if hit.row.item.id == "m-1")
    assert finder.where(row) == where


def test_the_stage_and_the_question_need_no_saying() -> None:
    journal = _journal()
    finder = _finder(journal)
    hits = finder.search(journal.board, "gzcy", 1)
    assert keys(hits)[:3] == ["m-1", "m-2", "m-red"]
    assert finder.where(hits[0].row) == ""


def test_notes_are_read_as_they_are_now() -> None:
    journal = _journal()
    finder = _finder(journal)
    assert finder.search(journal.board, "xunqi", 1) == ()
    journal.answer(Change("juece", "规划", "m-1", note="汛期"))
    finder.learn_readings(journal.board)
    assert keys(finder.search(journal.board, "xunqi", 1)) == ["m-1"]


@pytest.mark.parametrize("typed", ["", "   ", "不存在的词"])
def test_nothing_is_found(typed: str) -> None:
    journal = _journal()
    assert _finder(journal).search(journal.board, typed, 0) == ()


def test_before_the_readings_are_known_letters_stand_for_themselves() -> None:
    journal = _journal()
    finder = Finder()
    assert finder.search(journal.board, "gzcy", 1) == ()
    assert keys(finder.search(journal.board, "参与", 1))[0] == "m-1"


def _is_imported(module: str, code: str) -> bool:
    check = f"import sys\n{code}\nsys.exit({module!r} in sys.modules)"
    return bool(subprocess.run([sys.executable, "-c", check], check=False).returncode)


def test_the_pinyin_library_is_imported_at_the_first_search_and_without_its_phrases() -> None:
    searching = "from fazhi_tui.tui.finding.pinyin import readings\nreadings('公')"
    assert not _is_imported("pypinyin", "import fazhi_tui.tui.app")
    assert _is_imported("pypinyin", searching)
    assert not _is_imported("pypinyin.phrases_dict", searching)

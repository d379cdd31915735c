from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from fazhi_tui.domain.answers import NOTE_LIMIT, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.gaps import counted, find_gaps
from fazhi_tui.domain.text import clean_name, clean_text
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from tests.journal import Journal, fill
from tests.reporting import situations
from tests.reporting.parsed import headings, markup, shape, texts
from tests.reporting.test_markdown_escape import HOSTILE
from tests.samples import LAW, checklist, item, library, stage

PLAN = ("zhongda-juece", "文旅发展规划")


def _made(journal: Journal) -> str:
    return gap_markdown(journal.assessment, journal.board, journal.check_code)


REQUIRED = [
    "差距清单",
    "自评分",
    "复核分",
    "问题：",
    "依据：",
    "差距：",
    "说明：",
    "整改措施：",
    "责任",
    "时限：",
    "状态：",
    "校验码：",
]


def test_the_words_that_must_stand_in_it_do() -> None:
    journal = situations.reviewed()
    made = _made(journal)
    assert [word for word in [*REQUIRED, "复核意见："] if word not in made] == []
    assert "越城区文化广电旅游局2023年度" in made
    assert "分值为本清单设定,非法定" in made
    assert f"校验码：{journal.check_code}\n" in made


@pytest.mark.parametrize("situation", [situations.filling, situations.reviewed])
def test_every_gap_stands_once_with_all_its_citations_and_its_verdict(situation: object) -> None:
    journal: Journal = situation()  # type: ignore[operator]
    made = _made(journal)
    gaps = find_gaps(journal.board)
    assert len(re.findall(r"^\d+\. 问题：", made, re.M)) == len(gaps)
    assert made.count("状态：未整改") == len(counted(gaps))
    for gap in gaps:
        assert f"{gap.number}. 问题：{gap.row.item.gap}" in made
        assert "   - 依据：" + "、".join(cite.text for cite in gap.row.item.cites) in made
        assert f"   - 差距：{gap.verdict.value}" in made
        assert f"（检查项 {gap.row.item.id}）" in made


def test_what_is_done_is_not_in_it() -> None:
    journal = situations.filling()
    assert "sxzd-2-gongshi" not in _made(journal)


def test_a_pending_place_is_marked() -> None:
    journal = situations.filling()
    journal.say("sanxiang-zhidu", "本单位", "sxzd-5-peixun", Verdict.MISSING)
    assert "第五部分（十七）（原文待核）" in _made(journal)


def _title(made: str) -> str:
    return made.partition("\n")[0]


def test_it_is_a_draft_until_nothing_is_open_and_it_is_final() -> None:
    journal = situations.begun()
    journal.add("sanxiang-zhidu", "某案")
    assert _title(_made(journal)).endswith("差距清单（草稿）")
    assert "（尚未答完，仅列区间）" in _made(journal)
    fill(journal)
    assert _title(_made(journal)).endswith("差距清单（草稿）")
    assert "| 自评分 | 100.0 |" in _made(journal)
    journal.move("submitted")
    assert _title(_made(journal)).endswith("差距清单（草稿）")
    assert "“送审”" in _made(journal)
    journal.move("finalised", without_review=True)
    assert _title(_made(journal)) == "# 越城区文化广电旅游局2023年度法治政府建设自查差距清单"
    assert "草稿" not in _made(journal)
    assert "未经法律顾问复核" in _made(journal)


def test_a_final_list_with_something_open_is_still_a_draft() -> None:
    journal = situations.begun()
    journal.move("submitted")
    journal.move("finalised", without_review=True)
    assert _title(_made(journal)).endswith("（草稿）")


@pytest.mark.parametrize(
    ("round_", "is_demo", "title"),
    [
        ("半年", False, "2023年度（半年）法治政府建设自查差距清单（草稿）"),
        ("", True, "2023年度法治政府建设自查差距清单（草稿）（示例）"),
        ("示例", True, "2023年度法治政府建设自查差距清单（草稿）（示例）"),
    ],
)
def test_round_and_example_stand_in_the_title_once(round_: str, is_demo: bool, title: str) -> None:
    journal = Journal(situations.LIBRARY, round=round_, is_demo=is_demo)
    assert _title(_made(journal)) == f"# 越城区文化广电旅游局{title}"


def test_the_reviewed_score_is_a_dash_before_a_review_and_stands_beside_the_officers_after() -> None:
    journal = situations.begun()
    journal.add("sanxiang-zhidu", "某案")
    fill(journal)
    journal.move("submitted")
    assert "| 复核分 | – |" in _made(journal)
    key = ("sanxiang-zhidu", "本单位", "sxzd-2-gongshi")
    journal.review(key, Opinion.CORRECT, Verdict.MISSING, "没有公示。")
    made = _made(journal)
    assert "| 自评分 | 100.0 |" in made
    assert "| 复核分 | 83.3 |" in made
    assert "复核意见：更正为“未落实”：没有公示。（李律师，2026年11月24日）" in made
    assert "差距：未落实（自评为落实，复核更正）" in made


def test_what_is_open_is_listed_per_sheet_and_undeclared_kinds_are_said() -> None:
    journal = situations.begun()
    made = _made(journal)
    assert "共6条未评" in made
    assert "### （二）重大行政决策程序·文旅发展规划（2条）" in made
    assert "zdjc-16-tingzheng" not in made
    assert "行政执法三项制度（案卷）：尚未建立自查表，也未声明本年无，计1条未评" in made


def test_the_headings_are_numbered_in_chinese_without_a_gap() -> None:
    made = _made(situations.reviewed())
    numbers = [h.partition("、")[0] for h in headings(made) if re.match(r"[一二三四五六七八九]、", h)]
    assert numbers == list("一二三四五六七八九")


def test_the_date_is_the_last_events() -> None:
    journal = situations.filling()
    assessment = replace(journal.assessment, last_at="2024-03-05T23:59:00+08:00")
    assert "日期：2024年3月5日\n" in gap_markdown(assessment, journal.board, "0" * 16)


def test_the_same_log_gives_the_same_bytes_and_another_event_another_code() -> None:
    assert _made(situations.reviewed()) == _made(situations.reviewed())
    journal = situations.filling()
    before = _made(journal)
    journal.say(*PLAN, "zdjc-16-tingzheng", Verdict.PARTLY)
    assert _made(journal) != before


@pytest.mark.parametrize("situation", [situations.filling, situations.reviewed, situations.example])
def test_it_is_text_with_unix_line_ends_one_final_newline_and_nothing_but_plain_markdown(
    situation: object,
) -> None:
    made = _made(situation())  # type: ignore[operator]
    assert "\r" not in made
    assert made.endswith("日\n")
    assert not re.search(r"\n{3,}", made)
    assert markup(made) == set()
    assert not {"html_block", "code_block", "fence", "blockquote_open"} & set(shape(made))


def _hostile(names: list[str], note: str, said: str) -> Journal:
    """The filling assessment, with the given text wherever people or checklists can put some."""
    laws = {"zdjc": {**LAW, "title": said or "条例", "number": said}}
    fields = {"question": said or "？", "gap": said or "。", "remedy": said or "。", "cites": ["zdjc:一"]}
    made = library(
        checklist(
            "a",
            stage("s", said or "甲", "unit", *(item(f"a-{n}", **fields) for n in (1, 2, 3))),
            stage("t", "乙", "matter", item("b-1", **fields)),
            stage("u", "丙", "case", item("c-1", **fields)),
            title=said or "清单",
            laws=laws,
        )
    )
    journal = Journal(made)
    for name in names:
        journal.add("a", name, kind="matter")
        journal.answer(Change("a", name, "b-1", verdict=Verdict.HOLLOW, note=note))
    journal.absent("a", "case", clean_text(note, "说明", NOTE_LIMIT) or "无")
    journal.answer(
        Change("a", "本单位", "a-1", verdict=Verdict.MISSING, note=note),
        Change(
            "a",
            "本单位",
            "a-2",
            verdict=Verdict.INAPPLICABLE,
            note=clean_text(note, "说明", NOTE_LIMIT) or "无",
        ),
    )
    journal.move("submitted")
    journal.review(("a", "本单位", "a-1"), Opinion.AGREE, None, note)
    return journal


def _named(text: str) -> list[str]:
    """The text as a legal name, where it can be one."""
    try:
        return [clean_name(text, "名称")]
    except BadInputError:
        return []


@given(HOSTILE, HOSTILE, HOSTILE)
@settings(deadline=None, max_examples=60)
def test_no_text_of_people_or_checklists_becomes_markup_a_heading_a_row_or_an_item(
    name: str, note: str, said: str
) -> None:
    one_line = " ".join("".join(c for c in said if c.isprintable()).split(" "))
    legal = re.sub(r"(?<=[字]) +(?=[字])", "", one_line).strip()
    plain, hostile = _hostile(["名"] * len(_named(name)), "说明", "文"), _hostile(_named(name), note, legal)
    made = _made(hostile)
    assert markup(made) == set()
    assert shape(made) == shape(_made(plain))
    seen = "\n".join(
        line.replace("\t", " ").strip()
        for line in hostile.assessment.sheets[-1].answers["a-1"].note.splitlines()
        if line.strip()
    )
    assert f"说明：{seen or '（未填）'}" in texts(made)


@pytest.mark.parametrize(
    "unit", ["甲[/]乙 [x=1]", "# 局 #", "1. 局", "|局|", "<b>局<br>", "**局**", "局`x`", "- 局"]
)
def test_a_unit_is_shown_as_it_is_called(unit: str) -> None:
    made = _made(Journal(situations.LIBRARY, unit=unit))
    assert headings(made)[0].startswith(f"{unit}2023年度")
    assert unit in texts(made)
    assert markup(made) == set()

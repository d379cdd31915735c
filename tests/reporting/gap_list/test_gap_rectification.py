"""What the gap list says in each format of manual gaps, of what is done about gaps, and of repeats."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

from hypothesis import given, settings

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.rectifying.repeats import Repeat, Repeats
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.gap_list.gap_csv import gap_csv
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from fazhi_tui.reporting.ledger.ledger_markdown import ledger_markdown
from fazhi_tui.reporting.views.json_views import gap_entries, list_entry
from tests.journal import Journal
from tests.rectified import MANUAL, PROOF, add, do, entries
from tests.reporting import situations
from tests.reporting.parsed import markup, shape, texts
from tests.reporting.test_markdown_escape import HOSTILE

PERIOD = ("zhongda-juece", "文旅发展规划", "zdjc-15-qixian")
REPEATS: Repeats = {"zdjc-15-qixian": Repeat((2022,))}


def _rows(journal: Journal, repeats: Repeats) -> list[dict[str, str]]:
    text = gap_csv(entries(journal, repeats=repeats)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _json(journal: Journal, repeats: Repeats) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(json.dumps(gap_entries(entries(journal, repeats=repeats))))
    return made


def test_the_csv_has_what_is_recorded_and_marks_the_repeat() -> None:
    first, second, third, found, _, advice = _rows(situations.rectifying(), REPEATS)
    assert first["问题"] == "公开征求意见的期限不足。【第2次（2022年亦有）】"
    assert first["差距"] == "流于形式"
    names = ("整改措施", "责任领导", "责任部门", "责任人", "时限", "状态")
    assert [first[name] for name in names] == [
        "重新公开征求意见三十日。\n期满再提交讨论。",
        "张副局长",
        "法规科",
        "李某",
        "2027-02-28",
        "整改中",
    ]
    assert second["整改措施"] == "停止讨论，先作合法性审查；补审不算已审。"
    assert [row["状态"] for row in (second, third, found, advice)] == [
        "未整改",
        "已销号",
        "退回整改",
        "未整改",
    ]


def test_a_manual_gap_is_a_row_of_the_same_columns() -> None:
    found = _rows(situations.rectifying(), {})[3]
    assert (found["序号"], found["清单"], found["自查表"], found["检查项"], found["环节"]) == (
        "4",
        "sanxiang-zhidu",
        "",
        "其他-1",
        "法制审核",
    )
    assert (found["差距"], found["问题"], found["依据"]) == ("其他问题", MANUAL["problem"], MANUAL["basis"])
    assert found["说明"] == "来源：督察（张某，2026年11月24日登记）"


def test_the_json_has_the_rectification_and_the_repeat() -> None:
    first, second, third, found, other, _ = _json(situations.rectifying(), REPEATS)
    assert first["repeat"] == {"times": 2, "years": [2022], "text": "第2次（2022年亦有）"}
    assert first["problem"] == "公开征求意见的期限不足。"
    known = first["rectification"]
    assert (known["status"], known["type"], known["due"]) == ("整改中", "立行立改", "2027-02-28")
    assert [(e["former"], e["due"], e["reason"]) for e in known["extensions"]] == [
        ("2027-01-31", "2027-02-28", "公告期跨春节")
    ]
    assert [(p["date"], p["text"], p["actor"]) for p in known["progress"]] == [
        ("2026-12-20", "已发公告。", "张某")
    ]
    assert (second["rectification"], second["repeat"]) == (None, None)
    (asked,), (judged,) = third["rectification"]["requests"], third["rectification"]["judgements"]
    assert asked["proof"] == [
        {"title": "补审意见书", "number": "越文广旅〔2024〕3号", "date": "2024-04-20", "place": "法规科"}
    ]
    assert (judged["closes"], judged["checked"], judged["how"], judged["judged"]) == (
        True,
        "新立的案卷均有审核意见",
        "调卷3件",
        asked["id"],
    )
    assert found["rectification"]["judgements"][0]["opinion"] == "只有通知，没有案卷。"
    assert (found["verdict"], found["sheet"], found["checklist"], found["stage"]) == (
        None,
        None,
        "sanxiang-zhidu",
        "法制审核",
    )
    assert (other["item"], other["checklist"], other["stage"]) == ("其他-2", None, None)
    assert (other["redline"], other["cites"]) == (False, ["《信访工作条例》第三十条"])


def test_the_number_of_gaps_is_the_same_everywhere() -> None:
    journal = situations.rectifying()
    assert list_entry(journal.assessment, journal.board)["gaps"] == 5
    made = gap_markdown(journal.assessment, journal.board, "0" * 16)
    assert "| 差距 | 5条（含其他问题2条，另有建议1条） |" in made
    assert "共5条：未整改2条，整改中1条，已销号1条，退回整改1条；延期1次。" in made


def test_the_markdown_names_the_repeat_under_the_gap_and_in_the_ledger() -> None:
    journal = situations.rectifying()
    made = gap_markdown(journal.assessment, journal.board, "0" * 16, REPEATS)
    assert "   - 屡查屡犯：第2次（2022年亦有）\n" in made
    assert "| 1 | 公开征求意见的期限不足。【第2次（2022年亦有）】 |" in made
    assert "屡查屡犯1条。" in made
    assert "屡查屡犯" not in gap_markdown(journal.assessment, journal.board, "0" * 16)


def test_a_corrected_answer_is_a_line_of_the_ledger_and_no_gap() -> None:
    journal = situations.filling()
    do(journal, PERIOD, measure="重新征求意见。")
    journal.say(*PERIOD, Verdict.DONE)
    made = gap_markdown(journal.assessment, journal.board, "0" * 16)
    assert "1. 问题：公开征求意见的期限不足。" not in made
    assert "| – | 公开征求意见的期限不足。 |  |  |  |  |  | 已不是差距（整改中） |" in made
    assert "zdjc-15-qixian" not in [row["检查项"] for row in _rows(journal, {})]


def test_advice_that_was_taken_up_says_who_and_how_far() -> None:
    journal = situations.filling()
    do(journal, (*PERIOD[:2], "zdjc-16-tingzheng"), measure="下次听证。", leader="张副局长")
    made = gap_markdown(journal.assessment, journal.board, "0" * 16)
    advice = made.partition("、建议\n")[2].partition("## ")[0]
    assert "   - 整改措施：下次听证。" in advice
    assert "   - 责任领导：张副局长" in advice
    assert "   - 状态：整改中" in advice


def _said_everywhere(said: str) -> Journal:
    journal = situations.begun()
    journal.answer(Change(*PERIOD, verdict=Verdict.MISSING))
    id = add(journal, problem=said, basis=said)
    people = {"leader": said, "department": said, "person": said}
    for key in (PERIOD, (id,)):
        proof = (Evidence(said, said, said, said),)
        do(journal, key, measure=said, **people, progress=("2024-01-01", said), request=proof)
    return journal


@given(HOSTILE)
@settings(deadline=None, max_examples=60)
def test_no_text_of_people_becomes_markup(text: str) -> None:
    said = " ".join("".join(c for c in text if c.isprintable()).split())[:150] or "字"
    journal, plain = _said_everywhere(said), _said_everywhere("字")
    for made, usual in (
        (_markdown(journal), _markdown(plain)),
        (_ledger(journal), _ledger(plain)),
    ):
        assert markup(made) == set()
        assert shape(made) == shape(usual)
    (found,) = journal.board.manual
    assert any(f"问题：{found.problem}" in text for text in texts(_markdown(journal)))


def _markdown(journal: Journal) -> str:
    return gap_markdown(journal.assessment, journal.board, "0" * 16)


def _ledger(journal: Journal) -> str:
    day = date(2027, 3, 15)
    lines = entries(journal, day=day)
    return ledger_markdown(journal.assessment, journal.board, lines, day=day, check_code="0" * 16)


def test_proof_is_printed_with_where_to_find_it() -> None:
    journal = situations.filling()
    do(journal, PERIOD, measure="改", request=PROOF)
    row = next(e for e in _json(journal, {}) if e["item"] == "zdjc-15-qixian")
    assert row["rectification"]["status"] == "申请销号"

"""Nothing that was entered stays in the program: every word of it stands in some export.

Every note, fact, piece of evidence, opinion and so on is a text of its own, looked for in each export;
each kind has the exports it must be in, and those it must be in where it makes a gap or tells of a 落实.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest

from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.log.fold import KINDS
from fazhi_tui.domain.rectifying.ledger import ledger
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.scheme import STANDARD, scheme_data
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.annual.report_draft import draft_report
from fazhi_tui.reporting.annual.report_markdown import report_markdown
from fazhi_tui.reporting.gap_list.gap_csv import gap_csv
from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from fazhi_tui.reporting.tables.form_csv import form_csv
from fazhi_tui.reporting.views.json_views import gap_entries, show_entry
from fazhi_tui.reporting.words.history_words import history
from tests.journal import Journal
from tests.reporting.everything import everything_said, name_of

# Recorded for the program: hashes, other events, and what stands under a word of its own.
_TAKEN_BACK = ("recalled", "gap_changed", "gap_withdrawn", "undo", "redo")
_NOT_WORDS = {"judged", "digest", "target", "gap", "without_review", "closes", "doubt", "demo", "kind"}
MARKDOWN, TABLE, FORM, SHOW, REPORT, LOG = "差距清单", "差距表", "表格", "show", "年度报告", "记录"


@pytest.fixture(scope="module")
def journal() -> Journal:
    """Every item of every sheet answered, all six verdicts among them, reviewed and put right."""
    return everything_said()


@pytest.fixture(scope="module")
def exports(journal: Journal) -> dict[str, str]:
    """Every export as the text its reader sees."""
    assessment, board, code = journal.assessment, journal.board, journal.check_code
    entries = ledger(assessment, board)
    report = draft_report(assessment, board, code)
    markdown = gap_markdown(assessment, board, code) + report_markdown(report, is_final=False)
    assert "\\-" not in markdown
    return {
        MARKDOWN: gap_markdown(assessment, board, code),
        TABLE: gap_csv(entries).decode("utf-8-sig"),
        FORM: form_csv(board).decode("utf-8-sig"),
        SHOW: json.dumps(show_entry(assessment, board), ensure_ascii=False),
        REPORT: report_markdown(report, is_final=False),
        LOG: "\n".join(" ".join((*(line.key or ()), line.words)) for line in history(journal.log)),
        "gaps": json.dumps(gap_entries(entries), ensure_ascii=False),
    }


def _answers(row: Row) -> Iterator[tuple[str, set[str]]]:
    """What was said about a row, with the exports it has to be in."""
    name, verdict = name_of(row), row.effective
    is_gap = verdict is not None and verdict.is_short
    is_told = verdict is Verdict.DONE or (is_gap and not row.item.is_advice)
    in_gaps = {MARKDOWN, TABLE, "gaps", REPORT} if is_gap else set()
    # What an adviser has made 落实 is told by the opinion, not by the note.
    in_report = {REPORT} if is_told and verdict is row.answer.settled else set()
    is_exempt = verdict is not None and not verdict.counts
    yield f"说明-{name}", {FORM, SHOW, LOG} | in_gaps | in_report | ({MARKDOWN} if is_exempt else set())
    for value in row.answer.facts.values():
        yield value, {FORM, SHOW, LOG}
    for word in ("佐证", "文号", "存放"):
        yield f"{word}-{name}", {FORM, SHOW, LOG} | ({REPORT} if is_told else set())
    yield f"意见-{name}", {SHOW, LOG} | in_gaps | ({MARKDOWN} if is_exempt else set())


def test_every_note_fact_evidence_and_opinion_is_where_it_belongs(
    journal: Journal, exports: dict[str, str]
) -> None:
    rows = list(journal.board.rows())
    assert {row.effective for row in rows} == set(Verdict)
    assert all(row.answer.note and row.review for row in rows)
    missing = [
        (said, where)
        for row in rows
        for said, wanted in _answers(row)
        for where in wanted
        if said not in exports[where]
    ]
    assert missing == []


def test_every_answer_stands_in_form_and_show_under_its_place(
    journal: Journal, exports: dict[str, str]
) -> None:
    form = {
        (line["清单"], line["自查表"], line["检查项"]): line["结论"]
        for line in csv.DictReader(io.StringIO(exports[FORM], newline=""))
    }
    shown = {
        (checklist["id"], sheet["object"], entry["id"]): entry
        for checklist in json.loads(exports[SHOW])["checklists"]
        for sheet in checklist["sheets"]
        for entry in sheet["items"]
    }
    rows = {row.key: row for row in journal.board.rows()}
    assert form == {key: row.answer.verdict for key, row in rows.items()}
    assert {key: entry["verdict"] for key, entry in shown.items()} == form
    assert {key: entry["effective"] for key, entry in shown.items()} == {
        key: row.effective for key, row in rows.items()
    }


def test_what_is_said_of_the_unit_and_of_gaps_is_where_it_belongs(
    journal: Journal, exports: dict[str, str]
) -> None:
    count = sum(not gap.is_advice for gap in find_gaps(journal.board))
    wanted = {
        "理由-本年无": {MARKDOWN, LOG},
        # The figure and its source stand where something was reckoned by it.
        "出处-参数": {MARKDOWN, TABLE, FORM, SHOW, "gaps", LOG},
        "50000": {MARKDOWN, TABLE, FORM, SHOW, "gaps", LOG},
        "科室-分工": {LOG},
        "原问法-甲": {LOG},
        "轮次-甲": {MARKDOWN, SHOW, LOG, REPORT},
        "上等-等次": {MARKDOWN, LOG},
        "退回-整份": {LOG},
        "问题-其他": {MARKDOWN, TABLE, "gaps", REPORT, LOG},
        "依据-其他": {MARKDOWN, TABLE, "gaps", LOG},
        **{f"措施-{n}-号": {MARKDOWN, TABLE, "gaps", LOG} for n in range(count)},
        **{f"措施-{n}-号": {MARKDOWN, TABLE, "gaps", LOG, REPORT} for n in range(1, count)},
        **{
            f"{who}{n}号": {MARKDOWN, TABLE, "gaps", LOG}
            for n in range(count)
            for who in ("领导", "科室", "责任人")
        },
        **{f"{what}-甲": {LOG} for what in ("进展", "销号佐证", "核查", "方式", "销号意见")},
    }
    missing = [
        (said, where) for said, places in wanted.items() for where in places if said not in exports[where]
    ]
    assert missing == []


def test_the_history_has_every_word_of_every_event(journal: Journal, exports: dict[str, str]) -> None:
    events = (*journal.log.officer, *journal.log.adviser)
    assert {event.kind for event in events} >= KINDS - {*_TAKEN_BACK, "profile_changed", "sheet_removed"}
    missing = [
        (event.kind, word) for event in events for word in _words(event.payload) if word not in exports[LOG]
    ]
    assert missing == []


def _words(value: object) -> Iterator[str]:
    if value == scheme_data(STANDARD):
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from () if name in _NOT_WORDS else _words(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield f"{float(Fraction(value)):g}" if re.fullmatch("[0-9]+/[0-9]+", value) else value


@pytest.mark.parametrize("name", [MARKDOWN, TABLE, FORM, REPORT, "gaps"])
def test_an_item_of_the_unit_s_own_is_marked_wherever_it_stands(exports: dict[str, str], name: str) -> None:
    assert "【本地】" in exports[name]


def test_the_search_notices_what_is_missing(exports: dict[str, str]) -> None:
    assert not any("说明-没有这一条" in text for text in exports.values())
    assert "说明-m-1规划" in exports[FORM]

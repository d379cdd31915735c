from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi_tui.domain.annual.report_template import STANDARD, Part
from fazhi_tui.domain.annual.statement import statement
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.annual.report_document import Heading, Kind, Paragraph, Piece, Report
from fazhi_tui.reporting.annual.report_markdown import report_markdown
from tests.journal import Journal
from tests.reporting import report_situations
from tests.reporting.parsed import headings, markup, shape
from tests.reporting.report_situations import LIBRARY, Situation, begun, of_journal, settled, with_part
from tests.reporting.test_markdown_escape import HOSTILE

LABELS = {"原因：", "主要成效：", "另作以下安排：", "以下事项法律、文件规定为“可以”，不计入差距。"}
PARTS = ["一、", "二、", "三、", "四、", "五、"]


def _parts(report: Report) -> list[str]:
    """What is said, not lacking, in each of the five parts."""
    texts: list[str] = []
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 2:
            texts.append("")
        elif isinstance(block, Paragraph) and texts:
            texts[-1] += "".join(piece.text for piece in block.pieces if piece.kind is Kind.SAID)
    return texts


@pytest.fixture
def example(tmp_path: Path) -> Situation:
    return report_situations.example(tmp_path / "data")


def test_the_five_parts_stand_in_the_order_of_the_text(example: Situation) -> None:
    found = [block for block in example.report().blocks if isinstance(block, Heading) and block.level == 2]
    assert [heading.text[:2] for heading in found] == PARTS
    assert "2024年度" in found[3].text
    assert all("2023年度" in heading.text for heading in found[:3])


def test_every_sentence_names_items_that_are_there(example: Situation) -> None:
    for situation in (example, of_journal(settled())):
        ids = {row.item.id for row in situation.board.rows()}
        ids |= set(situation.assessment.manual_gaps)
        stages = {f"{stage.title}。" for c in situation.board.checklists for stage in c.stages}
        for piece in _drafted(situation.report()):
            if piece.kind is Kind.SAID and piece.text not in LABELS | stages:
                assert piece.refs, piece.text
            for ref in piece.refs:
                named = set(re.findall(r"[a-z]+(?:-[a-z0-9]+)+|其他-\d+", ref.partition("佐证")[0]))
                known = {*ids, *(c.id for c in situation.board.checklists)}
                assert named <= known or ref == "模板", ref


def _drafted(report: Report) -> list[Piece]:
    """The runs of text of the five parts, without the signature."""
    blocks = list(report.blocks)
    first = next(n for n, b in enumerate(blocks) if isinstance(b, Heading))
    return [p for b in blocks[first:-3] if isinstance(b, Paragraph) for p in b.pieces]


def test_what_the_example_admits_is_in_part_two_and_never_in_part_one(example: Situation) -> None:
    first, second, *_ = _parts(example.report())
    for row in example.board.rows():
        if (verdict := row.effective) is not None and verdict.is_short:
            assert row.answer.note.rstrip("。") in second
            assert row.answer.note not in first
    assert second.count("流于形式）") == 8


def test_nothing_is_said_of_what_was_not_answered() -> None:
    report = of_journal(begun()).report()
    assert [text.replace("纳入自查的决策事项2件。", "") for text in _parts(report)] == [
        "对照“重大行政决策程序”“第一责任人职责”2份清单逐项自查，已答0项。",
        "",
        "",
        "",
        "越城区文化广电旅游局抄送：",
    ]
    assert any("还有13项没有自评" in piece.text for piece in report.todos)


VERDICTS = st.sampled_from([None, *Verdict])


@settings(max_examples=40, deadline=None)
@given(st.lists(VERDICTS, min_size=13, max_size=13), st.lists(st.booleans(), min_size=13, max_size=13))
def test_what_was_done_is_told_and_only_that(verdicts: list[Verdict | None], doubts: list[bool]) -> None:
    journal = begun()
    changes = [
        Change(
            *row.key, verdict=verdict, doubt=doubt, note="理由" if verdict and verdict.needs_reason else ""
        )
        for row, verdict, doubt in zip(journal.board.rows(), verdicts, doubts, strict=True)
        if verdict is not None
    ]
    if changes:
        journal.answer(*changes)
    first, second, third, fourth, _ = _parts(of_journal(journal).report())
    rows = list(journal.board.rows())
    for item in {row.item.id: row.item for row in rows}.values():
        mine = [row for row in rows if row.item.id == item.id]
        is_told = any(row.effective is Verdict.DONE and not row.answer.doubt for row in mine)
        assert (statement(item.question) in first + third) is is_told, item.id
        assert _falls_short(mine, second) is any(_is_short(row) for row in mine)
        assert (item.remedy.rstrip("。") in fourth) is any(_is_short(row) for row in mine)


def _is_short(row: Row) -> bool:
    return row.effective is not None and row.effective.is_short


def _falls_short(rows: list[Row], text: str) -> bool:
    item = rows[0].item
    return item.gap.rstrip("。") in text or f"没有完全做到：{statement(item.question)}" in text


def test_a_whole_and_clean_report_is_final_without_a_mark() -> None:
    journal = begun()
    changes = [
        Change(*row.key, verdict=Verdict.DONE, note="2023年3月办结。成效：无投诉。")
        for row in journal.board.rows()
    ]
    journal.answer(*changes)
    journal.move("submitted")
    journal.move("finalised", without_review=True)
    report = of_journal(journal).report()
    assert (report.is_settled, report.conflicts) == (True, ())
    assert not report.is_clean
    whole = replace(report, blocks=tuple(b for b in report.blocks if not _has_todo(b)))
    assert "草稿" not in report_markdown(whole, is_final=True).partition("\n")[0]
    assert "（草稿）" in report_markdown(whole, is_final=False).partition("\n")[0]
    assert "未经法律顾问复核" in report_markdown(whole, is_final=True)


def _has_todo(block: object) -> bool:
    return isinstance(block, Paragraph) and any(piece.kind is Kind.TODO for piece in block.pieces)


def test_a_final_text_has_no_margin_and_keeps_what_is_unsettled(example: Situation) -> None:
    report = example.report()
    draft, final = (report_markdown(report, is_final=is_final) for is_final in (False, True))
    assert "〔依据：" in draft
    assert "报送：2024年3月1日之前" in draft
    for gone in ("〔依据：", "报送：", "zdjc-30-taolun"):
        assert gone not in final
    assert final.count("〔待补：") == draft.count("〔待补：") - 1 == len(report.todos)
    assert "（草稿）" in final.partition("\n")[0]
    assert all(f"{n}. {line}" in final for n, line in enumerate(report.conflicts, start=1))


def test_the_template_frames_the_draft() -> None:
    template = replace(
        with_part(Part.MEASURES, lead="{单位}在{年度}年做了以下工作。", tail="{下一年度}年再接再厉。"),
        title="{单位}{年度}年工作报告",
        to=("某区委", "某区政府"),
        copy=("某区委依法治区办",),
        closing=("特此报告。",),
    )
    made = report_markdown(of_journal(begun()).report(template), is_final=True)
    assert made.startswith("# 越城区文化广电旅游局2023年工作报告（草稿）\n")
    lines = [line for line in made.splitlines() if line]
    assert lines[1] == "某区委、某区政府："
    assert lines[4] == "越城区文化广电旅游局在2023年做了以下工作。"
    assert "2024年再接再厉。" in lines
    end = ["特此报告。", "越城区文化广电旅游局", "〔待补：成文日期〕", "抄送：某区委依法治区办", "---"]
    assert lines[-7:-2] == end
    assert "主送机关全称" not in made


def test_stages_can_be_put_into_part_three() -> None:
    journal = begun()
    journal.say("diyi-zerenren", "本单位", "u-xuefa", Verdict.DONE, "学法6次")
    assert "定期学法" in _parts(of_journal(journal).report())[0]
    moved = replace(STANDARD, stages=frozenset({"diyi-zerenren/xuefa"}))
    first, _, third, *_ = _parts(of_journal(journal).report(moved))
    assert "定期学法" not in first
    assert "定期学法" in third


def test_absent_kinds_and_missing_heads_are_named() -> None:
    journal = Journal(LIBRARY)
    report = of_journal(journal).report()
    todos = "".join(piece.text for piece in report.todos)
    assert "决策事项既没有自查表，也没有声明本年无（5项没有材料）" in todos
    assert "还没有给主要负责人建立写明职务的人员自查表" in todos
    journal.absent("juece", "matter", "逐类研判后没有")
    assert "本年度没有决策事项：逐类研判后没有。" in _parts(of_journal(journal).report())[0]


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_text_from_people_is_never_markup(note: str, cause: str, lead: str) -> None:
    def made(note: str, cause: str, lead: str) -> str:
        journal = begun()
        journal.say("juece", "规划", "m-tingqu", Verdict.HOLLOW, f"{note}\n原因：{cause}")
        journal.say("juece", "规划", "m-gongbu", Verdict.DONE, f"{note}\n成效：{cause}")
        report = of_journal(journal).report(with_part(Part.MEASURES, lead=lead))
        return report_markdown(replace(report, conflicts=(note or "甲",)), is_final=False)

    hostile, plain = made(note, cause, lead), made("文", "因", "话")
    assert headings(hostile) == headings(plain)
    assert markup(hostile) == set()
    assert {k: n for k, n in shape(hostile).items() if "paragraph" not in k and k != "inline"} == {
        k: n for k, n in shape(plain).items() if "paragraph" not in k and k != "inline"
    }

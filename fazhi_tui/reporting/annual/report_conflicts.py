"""Where an annual report would contradict itself, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fazhi_tui.domain.annual.claims import Claim, admissions, claims
from fazhi_tui.domain.annual.report_template import Part, Template
from fazhi_tui.domain.gaps import Gap
from fazhi_tui.domain.reckoning.sums import is_override
from fazhi_tui.domain.rectifying.manual_gap import SOURCES
from fazhi_tui.domain.reviewing.contradictions import clashes
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.annual.report_sentences import of_item

_OWN = SOURCES[0]
_PLACES = {Part.MEASURES: "第一部分", Part.RESPONSIBILITY: "第三部分"}


def conflicts(board: Board, template: Template) -> tuple[str, ...]:
    """Every place, but for those the unit has looked into (`template.checked`).

    They are: answers that exclude each other, 落实 against the sum, claims against admitted shortcomings
    and the reverse, and 无 for the other matters where others have found something.
    """
    texts = [
        (place, text)
        for part, place in _PLACES.items()
        for text in (*template.parts[part].lead, *template.parts[part].tail)
    ]
    return (
        *_clashes(board, template),
        *_overrides(board, template),
        *(_claim_words(claim) for claim in _unchecked(claims(board, texts), template)),
        *(
            f"{of_item(row)}评为落实，说明里却承认流于形式：{_cut(row.answer.note)}"
            for row in admissions(board)
            if row.item.id not in template.checked
        ),
        *_nothing_else(board, template),
    )


def as_reviewed(board: Board) -> Board:
    """The board with the effective verdicts for the officer's, so that corrections count."""

    def reviewed(row: Row) -> Row:
        return replace(row, answer=replace(row.answer, verdict=row.effective, was_asked=""))

    sheets = tuple(replace(view, rows=tuple(map(reviewed, view.rows))) for view in board.sheets)
    return replace(board, sheets=sheets)


def _clashes(board: Board, template: Template) -> Iterator[str]:
    for clash in clashes(as_reviewed(board)):
        if not any(row.item.id in template.checked for row in clash.rows):
            pair = "，".join(f"{of_item(row)}评为{row.answer.settled}" for row in clash.rows)
            yield f"{pair}：{clash.say}"


def _overrides(board: Board, template: Template) -> Iterator[str]:
    for row in board.rows():
        is_done = row.effective is Verdict.DONE and row.item.id not in template.checked
        if is_done and is_override(board.sum_of(row), row.effective):
            yield f"{of_item(row)}评为落实，核算却是：{board.sum_text(row)}"


def _unchecked(found: Iterable[Claim], template: Template) -> Iterator[Claim]:
    for claim in found:
        left = tuple(gap for gap in claim.gaps if gap.row.item.id not in template.checked)
        if left and not (claim.row and claim.row.item.id in template.checked):
            yield replace(claim, gaps=left)


def _claim_words(claim: Claim) -> str:
    if claim.row is not None and all(gap.row.key == claim.row.key for gap in claim.gaps):
        step = f"{claim.row.stage.title}{claim.row.effective}"
        return f"{of_item(claim.row)}的说明里有“{_cut(claim.sentence)}”，自评却是{step}"
    place = f"{of_item(claim.row)}的说明" if claim.row else f"模板{claim.place}"
    return f"{place}里有“{_cut(claim.sentence)}”，自评却是{'、'.join(_admitted(claim.gaps))}"


def _admitted(gaps: Iterable[Gap]) -> Iterator[str]:
    """A part for each step: 公众参与流于形式（zdjc-14-tingqu、zdjc-18-caina）."""
    steps: dict[tuple[str, str], list[Row]] = {}
    for gap in gaps:
        steps.setdefault((gap.row.stage.title, gap.verdict.value), []).append(gap.row)
    for (stage, verdict), rows in steps.items():
        yield f"{stage}{verdict}（{'、'.join(of_item(row) for row in rows)}）"


def _nothing_else(board: Board, template: Template) -> Iterator[str]:
    text = "".join((*template.parts[Part.OTHERS].lead, *template.parts[Part.OTHERS].tail))
    outside = [gap for gap in board.manual if gap.source != _OWN]
    if outside and text.strip("。") in {"无", "没有"}:
        found = "、".join(f"{gap.source}（{gap.id}）" for gap in outside)
        yield f"模板第五部分写着“{text}”，登记的其他问题里却有别处指出的：{found}"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:60]}…"

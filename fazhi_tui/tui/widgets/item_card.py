"""The item card: everything an officer needs to answer one item."""

from __future__ import annotations

from textual.content import Content

from fazhi_tui.domain.law.citation import PENDING_MARK, by_law
from fazhi_tui.domain.local_mark import LOCAL
from fazhi_tui.domain.reckoning.sums import Sum, is_override
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.scoring import rounded
from fazhi_tui.domain.verdict import mark, word
from fazhi_tui.tui.widgets.labelled import LabelledTexts
from fazhi_tui.tui.widgets.pane import Pane
from fazhi_tui.tui.widgets.wrapped import Stacked, Wrapped
from fazhi_tui.tui.words import sheet_words

_FIELDS = {
    "was_asked": sheet_words.FIELD_WAS_ASKED,
    "applies": sheet_words.FIELD_APPLIES,
    "cites": sheet_words.FIELD_CITES,
    "guidance": sheet_words.FIELD_GUIDANCE,
    "hints": sheet_words.FIELD_HINTS,
    "evidence": sheet_words.FIELD_EVIDENCE,
    "facts": sheet_words.FIELD_FACTS,
    "sum": sheet_words.FIELD_SUM,
    "review": sheet_words.FIELD_REVIEW,
    "former": sheet_words.FIELD_FORMER,
    "said": sheet_words.FIELD_NOTE,
}


class ItemCard(Pane):
    """Shows one row; scrolls only where a terminal is too small for it.

    A dense one has no empty lines, and has the note, which nothing else on its screen shows.
    """

    def __init__(self, *, id: str | None = None, dense: bool = False) -> None:
        super().__init__(id=id)
        self._dense = dense
        self._labels = {name: label for name, label in _FIELDS.items() if dense or name != "said"}
        self._head = (Content(""), Content(""))
        self._texts: dict[str, str | Content] = {}

    def show_row(self, row: Row | None, position: str, found: Sum | None, former: str = "") -> None:
        """Show a row.

        Args:
            row: the row; None where there is none.
            position: where in its stage it is, 3/8.
            found: what its facts come to.
            former: what was said of it a year ago.
        """
        question = row.item.question if row else sheet_words.NO_ROWS
        self._head = (heading(row, position, found) if row else Content(""), Content.styled(question, "bold"))
        self._texts = _texts(row, found) | {"former": former}
        self._show(from_top=True)

    def show_former(self, words: str) -> None:
        """Show what was said a year ago, which was only read now; what is read stays where it is."""
        self._texts["former"] = words
        self._show(from_top=False)

    def _show(self, *, from_top: bool) -> None:
        texts = (*map(Wrapped, self._head), LabelledTexts(self._labels, self._texts))
        self.show(Stacked(texts, apart=0 if self._dense else 1), from_top=from_top)


def _texts(row: Row | None, found: Sum | None) -> dict[str, str | Content]:
    if row is None:
        return dict.fromkeys(_FIELDS, "")
    item, answer = row.item, row.answer
    return {
        "was_asked": answer.was_asked,
        "applies": item.applies,
        "cites": cites(row),
        "guidance": item.guidance,
        "hints": "、".join(item.evidence),
        "evidence": "\n".join(e.text for e in answer.evidence),
        "facts": facts_text(row),
        "sum": sum_text(row, found) if found else "",
        "review": review_text(row),
        "said": answer.note,
    }


def heading(row: Row, position: str, found: Sum | None) -> Content:
    """Stage and position, force and points, verdict, flags."""
    item, answer = row.item, row.answer
    weight = (
        f"{item.force} · {rounded(item.points).normalize():f}分" if item.points is not None else item.force
    )
    parts: list[tuple[str, str]] = [
        (f"{row.stage.title} {position}", "bold $text-primary"),
        (f"  {weight}", "$text-muted"),
    ]
    if item.is_local:
        parts.append((f"  {LOCAL}", "bold $text-accent"))
    if item.redline:
        parts.append((f"  !{sheet_words.REDLINE}", "bold $text-error"))
    if item.is_advice:
        parts.append((f"  {sheet_words.ADVICE}", "$text-muted"))
    parts.append((f"  {mark(answer.verdict)} {word(answer.verdict)}", verdict_style(row)))
    if answer.lacks_evidence:
        parts.append((f"  {sheet_words.LACKS_EVIDENCE}", "$text-warning"))
    if is_override(found, answer.settled):
        parts.append((f"  {sheet_words.OVERRIDDEN}", "bold $text-warning"))
    if answer.was_asked:
        parts.append((f"  {sheet_words.UNCONFIRMED}", "bold $text-warning"))
    if answer.doubt:
        parts.append((f"  ?{sheet_words.DOUBT}", "bold $text-warning"))
    return Content.assemble(*parts)


def verdict_style(row: Row) -> str:
    """The colour of a verdict; its mark and word stand beside it always."""
    verdict = row.answer.verdict
    if verdict is None:
        return "bold"
    if verdict.is_short:
        return "bold $text-error" if row.item.redline else "bold $text-warning"
    return "bold $text-success" if verdict.counts else "bold $text-muted"


def cites(row: Row) -> Content:
    """Every citation, a line a law, 原文待核 in the warning colour."""
    return Content("\n".join(by_law(row.item.cites))).highlight_regex(PENDING_MARK, style="$text-warning")


def facts_text(row: Row) -> str:
    """The facts filled in; where there are none, which ones can be."""
    specs, facts = row.item.facts, row.answer.facts
    if specs and not facts:
        return sheet_words.FACTS_TO_FILL.format(labels="、".join(spec.label for spec in specs))
    return "　".join(f"{spec.label}：{facts[spec.id]}" for spec in specs if spec.id in facts)


def sum_text(row: Row, found: Sum) -> Content:
    """The sum; where its proposal is not the verdict yet, the key that takes it."""
    is_open_to_it = found.proposal is not None and row.answer.settled is None
    hint = f"（{sheet_words.ACCEPT_HINT}）" if is_open_to_it else ""
    # The proposal has a line of its own, where it is not broken.
    return Content.assemble(found.text.replace(" → ", "\n→ "), (hint, "$text-primary"))


def review_text(row: Row) -> str:
    """The adviser's opinion on this answer, if there is one."""
    review = row.review
    if review is None:
        return ""
    verdict = f"为{review.verdict}" if review.verdict else ""
    stale = "" if review.stands(row.answer) else "（自评已改，过期）"
    said = f"：{review.text}" if review.text else ""
    return f"{review.actor}{review.opinion}{verdict}{stale}{said}"

"""The lines of the gap list, its filters and orders, and what stands below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from rich.cells import set_cell_size
from textual.content import Content

from fazhi_tui.domain.rectifying.ledger import Entry, kept_lines, overdue_first
from fazhi_tui.domain.rectifying.rectification import Rectification, Status
from fazhi_tui.domain.verdict import BREACHES, Verdict
from fazhi_tui.tui.widgets.item_card import cites, review_text
from fazhi_tui.tui.words import gap_words, sheet_words

DETAIL = {
    "problem": "问题",
    "cites": "依据",
    "sum": "核算",
    "note": "说明",
    "evidence": "佐证",
    "review": "复核",
    "repeat": "屡查",
    "remedy": "建议",
    "plan": "整改",
    "progress": "进展",
    "closing": "销号",
}
_WORST = (Verdict.MISSING, Verdict.HOLLOW, Verdict.PARTLY)


class Filter(StrEnum):
    """Which gaps are listed; the value is the word on screen."""

    ALL = "全部"
    OPEN = "未整改"
    UNDER_WAY = "整改中"
    REQUESTED = "申请销号"
    CLOSED = "已销号"
    OVERDUE = "逾期"

    @property
    def next(self) -> Filter:
        """The one behind it, round and round."""
        every = list(Filter)
        return every[(every.index(self) + 1) % len(every)]

    def takes(self, entry: Entry) -> bool:
        """Whether an entry is listed under it."""
        if self is Filter.ALL:
            return True
        if self is Filter.OVERDUE:
            return entry.overdue > 0
        if self is Filter.UNDER_WAY:
            return entry.status in {Status.UNDER_WAY, Status.SENT_BACK}
        return entry.status.value == self.value


class Order(StrEnum):
    """How the gaps are ordered; the value is the word on screen."""

    LIST = "清单顺序"
    WORST = "严重程度"
    OVERDUE = "逾期在前"

    @property
    def next(self) -> Order:
        """The one behind it, round and round."""
        every = list(Order)
        return every[(every.index(self) + 1) % len(every)]


def listed(entries: Sequence[Entry], chosen: Filter, order: Order) -> tuple[Entry, ...]:
    """The entries shown: gaps, advice, and what is no gap any more but was recorded about."""
    shown = [entry for entry in entries if entry.number is not None or entry in kept_lines(entries)]
    taken = tuple(entry for entry in shown if chosen.takes(entry))
    if order is Order.OVERDUE:
        return overdue_first(taken)
    return tuple(sorted(taken, key=_severity)) if order is Order.WORST else taken


def head_words(entries: Sequence[Entry], open_: int, chosen: Filter, order: Order) -> str:
    """How many there are of which kind, what is listed and how."""
    real = [entry for entry in entries if entry.number is not None and not entry.is_advice]
    if not real:
        return gap_words.GAPS_NONE_OPEN.format(open=open_) if open_ else gap_words.GAPS_NONE
    counts = gap_words.GAPS_HEAD.format(
        count=len(real),
        redlines=sum(entry.gap is not None and entry.gap.breaks_redline for entry in real),
        hollow=sum(entry.verdict == Verdict.HOLLOW.value for entry in real),
        open=open_,
    )
    overdue = sum(entry.overdue > 0 for entry in real)
    late = f" · {gap_words.OVERDUE.format(count=overdue)}" if overdue else ""
    return f"{counts}{late}    {gap_words.LISTED_HOW.format(filter=chosen, order=order)}"


def gap_line(entry: Entry) -> str:
    """Number, mark (and ! on a red line), verdict, stage, how far it is put right, problem."""
    number = f"{entry.number:>3}" if entry.number is not None else "  -"
    mark = entry.gap.verdict.mark if entry.gap else " "
    red = "!" if entry.gap and entry.gap.row.item.redline else " "
    verdict = set_cell_size(entry.verdict or gap_words.NO_GAP, 9)
    stage = set_cell_size(entry.stage, 13)
    late = gap_words.OVERDUE_DAYS.format(days=entry.overdue) if entry.overdue else ""
    status = set_cell_size(late or entry.status.value, 9)
    advice = f"（{sheet_words.ADVICE}）" if entry.is_advice else ""
    return f"{number} {mark}{red}{verdict}{stage}{status}{advice}{entry.problem}"


def details(entry: Entry | None) -> Mapping[str, str | Content]:
    """The texts below, by field."""
    if entry is None:
        return {}
    texts: dict[str, str | Content] = {
        "problem": entry.problem,
        "cites": "\n".join(entry.basis),
        "repeat": entry.repeat.text if entry.repeat else "",
        **_done(entry.rectification),
    }
    gap = entry.gap
    if gap is not None:
        row = gap.row
        texts |= {
            "problem": f"{entry.problem}（{row.checklist.title} · {row.sheet.object}）",
            "cites": cites(row),
            "sum": gap.computed,
            "note": row.answer.note,
            "evidence": "\n".join(e.text for e in row.answer.evidence),
            "review": review_text(row),
            "remedy": row.item.remedy,
        }
    return texts


def _done(done: Rectification) -> dict[str, str]:
    people = "、".join(filter(None, (done.leader, done.department, done.person)))
    due = f"时限 {done.due}" if done.due else ""
    times = f"延期{len(done.extensions)}次" if done.extensions else ""
    plan = (done.measure, people, due, done.pace or "", times)
    judgements = "\n".join(
        f"{j.actor}{'销号' if j.closes else '退回'}：{'；'.join(filter(None, (j.checked, j.how, j.opinion)))}"
        for j in done.judgements
    )
    requests = "\n".join(f"{r.at[:10]} 申请：{'、'.join(e.text for e in r.proof)}" for r in done.requests)
    return {
        "plan": "　".join(filter(None, plan)),
        "progress": "\n".join(f"{p.date} {p.text}" for p in done.progress),
        "closing": "\n".join(filter(None, (requests, judgements))),
    }


def _severity(entry: Entry) -> tuple[bool, bool, int]:
    gap = entry.gap
    if gap is None:
        return (True, entry.number is None, len(_WORST))
    breaks = gap.row.item.redline and gap.verdict in BREACHES
    return (not breaks, entry.is_advice, _WORST.index(gap.verdict) if gap.verdict in _WORST else len(_WORST))

"""The lines of a ledger in words, as every export prints them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.rectifying.gap_fields import shown_of
from fazhi_tui.domain.rectifying.ledger import NO_GAP, Entry
from fazhi_tui.domain.rectifying.manual_gap import ManualGap
from fazhi_tui.domain.rectifying.rectification import Judgement, Rectification, Status
from fazhi_tui.reporting.words.review_words import chinese_day

NUMBERLESS = "–"
HEADER = ("序号", "问题", "责任领导", "责任部门（人）", "时限", "逾期", "状态")


def cells(entry: Entry) -> tuple[str, ...]:
    """A line as the table under `HEADER` has it."""
    known = entry.rectification
    return (
        number_words(entry),
        problem_words(entry),
        known.leader,
        who_words(known),
        due_words(known),
        overdue_words(entry),
        entry.status_words,
    )


def number_words(entry: Entry) -> str:
    """The number in the gap list, a dash for what is no gap any more."""
    return NUMBERLESS if entry.number is None else str(entry.number)


def problem_words(entry: Entry) -> str:
    """The problem; a repeat is marked behind it."""
    return f"{entry.problem}【{entry.repeat.text}】" if entry.repeat else entry.problem


def measure_words(entry: Entry) -> str:
    """The measure; while none is recorded, the one the checklist suggests, marked; empty for none."""
    return shown_of(entry, "measure")


def who_words(rectification: Rectification) -> str:
    """责任部门（人）: 法规科（李某）; empty for none."""
    department, person = rectification.department, rectification.person
    return f"{department}（{person}）" if department and person else department or person


def due_words(rectification: Rectification) -> str:
    """The due date with how often it was put off; empty for none."""
    return rectification.due + (f"（{_extended(rectification)}）" if rectification.extensions else "")


def overdue_words(entry: Entry) -> str:
    """逾期12天; empty where it is not overdue."""
    return f"逾期{entry.overdue}天" if entry.overdue else ""


def source_words(gap: ManualGap) -> str:
    """Where a manual gap comes from, and who entered it when."""
    said = f"来源：{gap.source}（{gap.actor}，{chinese_day(gap.at)}登记）"
    return f"{said}；已撤回：{gap.withdrawn}" if gap.withdrawn else said


def note_words(entry: Entry) -> str:
    """The officer's note on the answer; for a manual gap, where it comes from."""
    if entry.manual:
        return source_words(entry.manual)
    return entry.gap.row.answer.note if entry.gap else ""


def evidence_words(proof: Iterable[Evidence]) -> str:
    """Each piece of evidence with its number, date and place behind it."""
    parts = [(e.title, "，".join(filter(None, (e.number, e.date, e.place)))) for e in proof]
    return "；".join(f"{title}（{more}）" if more else title for title, more in parts)


def judgement_words(judgement: Judgement) -> str:
    """销号 with the check of its effect, or the return, and who gave it."""
    checked = f"（核查：{judgement.checked}；方式：{judgement.how}）" if judgement.closes else ""
    said = f"：{judgement.opinion}" if judgement.opinion else ""
    what = f"销号{checked}" if judgement.closes else "退回整改"
    return f"{what}{said}（{judgement.actor}，{chinese_day(judgement.at)}）"


def last_words(rectification: Rectification) -> str:
    """What was heard of it last: the judgement that stands, else the newest progress; empty for none."""
    if judgement := rectification.standing:
        return judgement_words(judgement)
    if rectification.progress:
        newest = max(rectification.progress, key=lambda progress: progress.date)
        return f"{newest.date} {newest.text}"
    return ""


def history_lines(rectification: Rectification) -> Iterator[tuple[str, str]]:
    """Everything that was recorded beyond the plan, under labels, each kind in its order."""
    for progress in rectification.progress:
        yield "进展", f"{progress.date} {progress.text}（{progress.actor}）"
    for n, put_off in enumerate(rectification.extensions, start=1):
        yield f"延期{n}", f"由{put_off.former}延至{put_off.due}：{put_off.reason}（{put_off.actor}）"
    for request in rectification.requests:
        asked = f"{evidence_words(request.proof)}（{request.actor}，{chinese_day(request.at)}）"
        yield "申请销号", asked
        for judgement in rectification.judgements:
            if judgement.judged == request.id:
                yield "审查意见", judgement_words(judgement)


def counts_words(entries: Iterable[Entry]) -> str:
    """How many lines stand where: 未整改2条，已销号1条；逾期1条；延期1次；屡查屡犯1条."""
    lines = tuple(entries)
    states = Counter(entry.status if entry.number is not None else NO_GAP for entry in lines)
    parts = [f"{state}{states[state]}条" for state in (*Status, NO_GAP) if states[state]]
    late = sum(1 for entry in lines if entry.overdue)
    put_off = sum(len(entry.rectification.extensions) for entry in lines)
    again = sum(1 for entry in lines if entry.repeat)
    more = [f"逾期{late}条"] if late else []
    more += [f"延期{put_off}次"] if put_off else []
    more += [f"屡查屡犯{again}条"] if again else []
    return "；".join(["，".join(parts), *more])


def _extended(rectification: Rectification) -> str:
    return f"延期{len(rectification.extensions)}次，原定{rectification.extensions[0].former}"

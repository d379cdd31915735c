"""What was done, when and by whom, in words: a line an event, and every past value of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.log.event_names import name_of
from fazhi_tui.domain.log.events import LANE_NAMES, Event, Log, in_order
from fazhi_tui.domain.log.undoing import REDO, UNDO, undone_steps
from fazhi_tui.domain.scheme import STANDARD, scheme_from
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.reporting.words.adoption_words import scheme_words
from fazhi_tui.reporting.words.rectify_history import rectify_parts
from fazhi_tui.reporting.words.review_words import UNREVIEWED

Key = tuple[str, str, str]
Labels = Mapping[tuple[str, str], str]
_NO_LABELS: Labels = {}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing done; `key` is the answer it concerns, None where it concerns none."""

    at: str
    actor: str
    lane: str
    what: str
    key: Key | None
    words: str
    is_undone: bool

    @property
    def done(self) -> str:
        """What was done, 已撤销 where it was taken back."""
        return f"{self.what}（已撤销）" if self.is_undone else self.what


def labels_of(checklists: Iterable[Checklist]) -> Labels:
    """What facts, by item and id, and local figures, by no item and id, are called."""
    labels: dict[tuple[str, str], str] = {}
    for checklist in checklists:
        labels.update({("", spec.id): spec.label for spec in checklist.params})
        labels.update(
            {(item.id, fact.id): fact.label for _, item in checklist.items() for fact in item.facts}
        )
    return labels


def history(log: Log, labels: Labels = _NO_LABELS) -> list[Line]:
    """Every event in the one order, one line for each answer it changed; what has no label has its id."""
    undone = {lane: undone_steps(log.lane(lane)) for lane in LANE_NAMES}
    return [line for event in in_order(log) for line in _lines(event, log, undone[event.lane], labels)]


def answer_history(log: Log, key: Key, labels: Labels = _NO_LABELS) -> list[Line]:
    """Everything said about one answer; a sheet that was renamed is followed back."""
    names = _former_names(log, key)
    return [line for line in history(log, labels) if line.key and line.key in names]


def _lines(event: Event, log: Log, undone: frozenset[int], labels: Labels) -> Iterator[Line]:
    for key, words in _parts(event, log, labels):
        yield Line(
            at=event.at,
            actor=event.actor,
            lane=LANE_NAMES[event.lane],
            what=name_of(event.kind),
            key=key,
            words=words,
            is_undone=event.seq in undone,
        )


def _parts(event: Event, log: Log, labels: Labels) -> Iterator[tuple[Key | None, str]]:
    data = event.payload
    changes = data.get("changes") or data.get("reviews")
    if told := tuple(rectify_parts(event)):
        yield from told
    elif changes:
        for change in changes:
            key = (change["checklist"], change["object"], change["item"])
            yield key, _answer_words(change, labels) if "changes" in data else _review_words(change)
    elif event.kind in {UNDO, REDO}:
        step = next((e for e in log.lane(event.lane) if e.seq == data["target"]), None)
        yield None, f"{name_of(step.kind)}（{step.at}）" if step else ""
    else:
        yield None, _other_words(data, labels)


def _answer_words(change: Mapping[str, Any], labels: Labels) -> str:
    parts = []
    if "verdict" in change:
        parts.append(f"结论 {change['verdict'] or '清除'}")
    if "note" in change:
        parts.append(f"说明 {change['note'] or '清除'}")
    if "facts" in change:
        named = {id: labels.get((change["item"], id), id) for id in change["facts"]}
        facts = "、".join(f"{named[id]}＝{value}" for id, value in change["facts"].items())
        parts.append(f"事实 {facts or '清除'}")
    if "evidence" in change:
        evidence = "、".join(Evidence(**entry).text for entry in change["evidence"])
        parts.append(f"佐证 {evidence or '清除'}")
    if "doubt" in change:
        parts.append("标存疑" if change["doubt"] else "去存疑")
    return "；".join(parts)


def _review_words(change: Mapping[str, Any]) -> str:
    verdict = f"为{change['verdict']}" if change.get("verdict") else ""
    return f"{change['opinion']}{verdict}" + (f"；{change['text']}" if change["text"] else "")


def _other_words(data: Mapping[str, Any], labels: Labels) -> str:
    """The telling fields of an event of the unit's own data, as they stand in it."""
    told = ("unit", "object", "to", "reason", "id", "value", "source", "text", "role", "checklist", "round")
    words = [OBJECT_KINDS.get(data["kind"], data["kind"])] if data.get("kind") else []
    named = {**data, "id": labels.get(("", data["id"]), data["id"])} if "value" in data else data
    words += [str(named[field]) for field in told if named.get(field)]
    words += ["清除"] if data.get("value") == "" else []
    words += ["、".join(data["flags"])] if data.get("flags") else []
    words += [f"{data['year']}年度"] if data.get("year") else []
    words += [UNREVIEWED] if data.get("without_review") else []
    words += [f"{c['id']} {c['version']}" for c in data.get("checklists", ())]
    if (scheme := scheme_from(data.get("scheme"))) != STANDARD:
        words.append(f"计分 {scheme_words(scheme)}")
    for reworded in data.get("unconfirmed", ()):
        words.append(f"待确认 {reworded['checklist']} {reworded['item']}，原问：{reworded['was_asked']}")
    return "；".join(words)


def _former_names(log: Log, key: Key) -> frozenset[Key]:
    checklist, name, item = key
    names = {name}
    for event in reversed(log.officer):
        data = event.payload
        if event.kind == "sheet_renamed" and data["checklist"] == checklist and data["to"] in names:
            names.add(data["object"])
    return frozenset((checklist, former, item) for former in names)

"""What newer checklists and another way of scoring would change in an assessment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.checklist import Checklist, Item
from fazhi_tui.domain.difference import Difference, asked_items, difference
from fazhi_tui.domain.rows import Board, board
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.domain.scoring import Score, by_officer, score_board

UNKNOWN_WORDING = "（上一版清单没有这一条）"


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """An answer that becomes 待确认: the item is asked in other words than when it was answered."""

    checklist: str
    item: str
    was_asked: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """One checklist: its versions and the history entries that are new, oldest first as written."""

    title: str
    old_version: str
    new_version: str
    news: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Adoption:
    """A preview: `reworded` pairs old and new items; `reset` counts answers that become 待确认."""

    renewals: tuple[Renewal, ...]
    items: Difference
    reworded: tuple[tuple[Item, Item], ...]
    revalued: tuple[tuple[Item, Item], ...]
    unconfirmed: tuple[Unconfirmed, ...]
    old_scheme: Scheme
    new_scheme: Scheme
    before: Score
    after: Score
    changes_checklists: bool

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to adopt."""
        return self.changes_checklists or self.old_scheme != self.new_scheme


def adoption(
    assessment: Assessment, before: Board, checklists: Sequence[Checklist], scheme: Scheme
) -> Adoption:
    """Compare an assessment as it stands with what it would be under these checklists and this scheme."""
    old, new = _items(before.checklists), _items(checklists)
    unconfirmed = tuple(_unconfirmed(assessment, old, new))
    wished = with_unconfirmed(replace(assessment, scheme=scheme), unconfirmed)
    after = board(wished, checklists)
    was_asked, is_asked = asked_items(before), asked_items(after)
    common = [(was_asked[id], item) for id, item in is_asked.items() if id in was_asked]
    return Adoption(
        renewals=tuple(_renewals(before.checklists, checklists)),
        items=difference(before, after),
        reworded=tuple((a, b) for a, b in common if wording(a) != wording(b)),
        revalued=tuple((a, b) for a, b in common if wording(a) == wording(b) and _worth(a) != _worth(b)),
        unconfirmed=unconfirmed,
        old_scheme=assessment.scheme,
        new_scheme=scheme,
        before=score_board(before, by_officer)[0],
        after=score_board(after, by_officer)[0],
        changes_checklists=tuple(before.checklists) != tuple(checklists),
    )


def wording(item: Item) -> tuple[str, ...]:
    """What an answer answers: while this stays, the answer stays."""
    return (item.question, item.applies, item.force)


def with_unconfirmed(assessment: Assessment, reworded: Iterable[Unconfirmed]) -> Assessment:
    """The assessment with the answers to these items, and the reviews of them, no longer standing."""
    asked = {(u.checklist, u.item): u.was_asked for u in reworded}
    sheets = []
    for sheet in assessment.sheets:
        mine = {id: asked[sheet.checklist, id] for id in sheet.answers if (sheet.checklist, id) in asked}
        answers = {
            id: replace(answer, was_asked=answer.was_asked or mine[id])
            for id, answer in sheet.answers.items()
            if id in mine and answer.verdict is not None
        }
        reviews = {id: replace(review, judged="") for id, review in sheet.reviews.items() if id in mine}
        sheets.append(
            replace(sheet, answers={**sheet.answers, **answers}, reviews={**sheet.reviews, **reviews})
        )
    return replace(assessment, sheets=tuple(sheets))


def _items(checklists: Iterable[Checklist]) -> dict[tuple[str, str], Item]:
    return {(c.id, item.id): item for c in checklists for _, item in c.items()}


def _worth(item: Item) -> tuple[object, ...]:
    return (item.points, item.redline, tuple(cite.text for cite in item.cites), item.facts, item.rule)


def _unconfirmed(
    assessment: Assessment, old: dict[tuple[str, str], Item], new: dict[tuple[str, str], Item]
) -> Iterator[Unconfirmed]:
    """An answer given under words that neither the last nor the next checklists have counts as reworded."""
    answered = dict.fromkeys(
        (sheet.checklist, id)
        for sheet in assessment.sheets
        for id, answer in sheet.answers.items()
        if answer.verdict is not None
    )
    for key in answered:
        before, after = old.get(key), new.get(key)
        if after is None or (before is not None and wording(before) == wording(after)):
            continue
        yield Unconfirmed(*key, before.question if before is not None else UNKNOWN_WORDING)


def _renewals(old: Sequence[Checklist], new: Sequence[Checklist]) -> Iterator[Renewal]:
    before = {c.id: c for c in old}
    for checklist in new:
        past = before.get(checklist.id)
        if past is None or past == checklist:
            continue
        news = tuple(entry for entry in checklist.history if entry not in past.history)
        yield Renewal(checklist.title, past.version, checklist.version, news)

"""What merging a hand-over file changes, in words: both directions, answers, reviews, state, who writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from fazhi_tui.domain.answers import BLANK, Answer, Opinion, Review
from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.log.event_names import name_of
from fazhi_tui.domain.log.events import LANE_NAMES, Event, Lane
from fazhi_tui.domain.log.merge import Merging
from fazhi_tui.domain.verdict import word

SHOWN = 20
_WRITES = {
    Lane.OFFICER: "本机写自评一方：可以填报，不能复核。",
    Lane.ADVISER: "本机写复核一方：送审后可以复核，不能改自评。",
}
_URGENCY = (Opinion.RETURN, Opinion.CORRECT, Opinion.AGREE)
Key = tuple[str, str, str]


def merge_lines(merging: Merging) -> list[str]:
    """A line each; what changes nothing is not said."""
    where = "本机还没有，将新建" if merging.before is None else "本机已有"
    lines = [f"{merging.after.title}（编号 {merging.id}）：{where}"]
    lines += _events("文件带来的", merging.change.coming)
    if merging.change.coming:
        lines += _results(merging)
    lines += _events("文件里没有、本机才有的", merging.change.lacking)
    if not merging.changes_anything:
        lines.append("文件里没有新内容，没有变化。")
    return [*lines, *_too_late(merging), *_returned(merging), *_warnings(merging), *_writer(merging)]


def _events(whose: str, events: Sequence[Event]) -> Iterator[str]:
    """A line for each lane and person: how many events of each kind, in the order they came."""
    people: dict[tuple[Lane, str], list[Event]] = {}
    for event in events:
        people.setdefault((event.lane, event.actor), []).append(event)
    for (lane, actor), theirs in people.items():
        kinds = Counter(name_of(event.kind) for event in theirs)
        counted = "、".join(f"{kind}{count}次" for kind, count in kinds.items())
        yield f"{whose}{LANE_NAMES[lane]}记录：{len(theirs)}条，{actor}（{counted}）"


def _results(merging: Merging) -> Iterator[str]:
    before, after = merging.before or Assessment(), merging.after
    yield from _answers(before, after, is_new=merging.before is None)
    yield from _reviews(before, after)
    if merging.before is None:
        yield f"状态：{after.state}"
    elif before.state is not after.state:
        yield f"状态：{before.state} → {after.state}"


def _answers(before: Assessment, after: Assessment, *, is_new: bool) -> Iterator[str]:
    old, new = _said(before), _said(after)
    changed = [key for key in new | old if old.get(key, BLANK) != new.get(key, BLANK)]
    if not changed:
        return
    verdicts = Counter(word(new.get(key, BLANK).verdict) for key in changed)
    counted = "、".join(f"{verdict}{count}" for verdict, count in verdicts.items())
    yield f"自评{'共' if is_new else '有变化的'}{len(changed)}条：{counted}"
    if not is_new:
        lines = [f"　{_place(k)}：{_verdicts(old.get(k, BLANK), new.get(k, BLANK))}" for k in changed]
        yield from _shortened(lines)


def _reviews(before: Assessment, after: Assessment) -> Iterator[str]:
    old, new = _reviewed(before), _reviewed(after)
    changed = [key for key in new if old.get(key) != new[key]]
    # What the officer has to deal with comes first: the list is cut short.
    changed.sort(key=lambda key: _URGENCY.index(new[key].opinion))
    if changed:
        opinions = Counter(new[key].opinion for key in changed)
        counted = "、".join(f"{opinion}{count}" for opinion, count in opinions.items())
        yield f"复核有变化的{len(changed)}条：{counted}"
        yield from _shortened([f"　{_place(key)}：{_review(new[key])}" for key in changed])
    stale = _stale(after)
    if stale and stale != _stale(before):
        yield f"复核过的自评又有改动，过期的复核{stale}条"


def _too_late(merging: Merging) -> Iterator[str]:
    """What the adviser decided on a submission that the officer had taken back by then."""
    officer, adviser = merging.change.merged.officer, merging.change.merged.adviser
    seen = {event.seen for event in officer}
    known = max((event.seq for event in adviser if event.hash in seen), default=0)
    last = next((e.hash for e in reversed(officer) if e.kind in {"submitted", "recalled"}), "")
    for event in merging.change.coming:
        is_new = event.lane is Lane.ADVISER and event.seq > known
        if is_new and event.kind in {"returned", "finalised"} and event.seen != last:
            what = name_of(event.kind)
            yield f"注意：复核一方的{what}针对的那次送审已经撤回，因此不算数；逐条的复核意见都在。"


def _returned(merging: Merging) -> Iterator[str]:
    """What an adviser returned of an assessment that the unit had made final alone."""
    after = merging.after
    kinds = {event.kind for event in merging.change.coming}
    if after.state is not State.FINAL or not kinds & {"reviewed", "finalised"}:
        return
    answers = _said(after)
    kept = [
        key
        for key, review in _reviewed(after).items()
        if review.opinion is Opinion.RETURN and review.stands(answers.get(key, BLANK))
    ]
    if kept:
        yield f"注意：这份已经定稿，复核退回的{len(kept)}条没有改，差距清单会逐条列出。"


def _warnings(merging: Merging) -> Iterator[str]:
    """What is written elsewhere too will fork sooner or later."""
    mine = merging.old_writer
    more = sum(event.lane is mine for event in merging.change.coming)
    if mine and more:
        yield (
            f"注意：别处也在写{LANE_NAMES[mine]}一方（比本机多{more}条）。"
            "两处都写就会分叉，合并不了；请只在一处写。"
        )


def _writer(merging: Merging) -> Iterator[str]:
    if merging.writer is merging.old_writer:
        return
    yield _WRITES[merging.writer]
    if merging.writer is Lane.OFFICER:
        yield "原来填报的电脑请不要再写，否则会分叉，合并不了。"


def _said(assessment: Assessment) -> dict[Key, Answer]:
    return {(s.checklist, s.object, id): a for s in assessment.sheets for id, a in s.answers.items()}


def _reviewed(assessment: Assessment) -> dict[Key, Review]:
    return {(s.checklist, s.object, id): r for s in assessment.sheets for id, r in s.reviews.items()}


def _stale(assessment: Assessment) -> int:
    """How many reviews are of an answer that has changed since."""
    answers = _said(assessment)
    return sum(not review.stands(answers.get(key, BLANK)) for key, review in _reviewed(assessment).items())


def _place(key: Key) -> str:
    return " / ".join(key)


def _verdicts(old: Answer, new: Answer) -> str:
    if old.verdict is new.verdict:
        return f"{word(new.verdict)}（说明、佐证或事实有改动）"
    return f"{word(old.verdict)} → {word(new.verdict)}"


def _review(review: Review) -> str:
    verdict = f"为{review.verdict}" if review.verdict else ""
    return f"{review.opinion}{verdict}" + (f"，{' '.join(review.text.split())}" if review.text else "")


def _shortened(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:SHOWN]
    if len(lines) > SHOWN:
        yield f"　另有{len(lines) - SHOWN}条"

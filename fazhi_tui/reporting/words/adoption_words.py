"""What adopting newer checklists or another scoring would change, in words."""

from __future__ import annotations

from collections.abc import Iterator

from fazhi_tui.domain.adoption import Adoption
from fazhi_tui.domain.local_mark import question_words
from fazhi_tui.domain.scheme import STANDARD, Scheme
from fazhi_tui.domain.scoring import shown_range
from fazhi_tui.domain.verdict import SCALED

NOTHING = "清单和计分都已是最新的，没有变化。"


def adoption_lines(change: Adoption) -> list[str]:
    """Checklists, items, wording, scoring, score: a line each; one line where nothing changes."""
    if not change.changes_anything:
        return [NOTHING]
    lines = [*_checklists(change), *_items(change)]
    if change.unconfirmed:
        lines.append(f"{len(change.unconfirmed)}条自评因问法有改动转为待确认，重新选一次结论即可。")
    if change.old_scheme != change.new_scheme:
        lines.append(f"计分：{scheme_words(change.new_scheme)}")
    before, after = (f"{shown_range(s)}（未评{s.open}条）" for s in (change.before, change.after))
    return [*lines, f"自评分：{before} → {after}"]


def _checklists(change: Adoption) -> Iterator[str]:
    for renewal in change.renewals:
        old, new = renewal.old_version, renewal.new_version
        yield f"{renewal.title}：{old} → {new}" if old != new else f"{renewal.title}：{new}，内容有改动"
        for version, what in renewal.news:
            yield f"　{version} {what}"


def _items(change: Adoption) -> Iterator[str]:
    for item in change.items.coming:
        yield f"增加：{item.id} {question_words(item)}"
    for item in change.items.going:
        yield f"不再问：{item.id} {question_words(item)}"
    if change.items.answered:
        yield f"不再问的里面有{len(change.items.answered)}条已有自评，留在记录里。"
    for old, new in change.reworded:
        yield f"改问法：{new.id}"
        yield f"　原：{question_words(old)}"
        yield f"　新：{question_words(new)}"
    for _, new in change.revalued:
        yield f"分值、依据或核算有改动：{new.id} {question_words(new)}"


def scheme_words(scheme: Scheme) -> str:
    """Factors, weights and bands where a unit has set its own."""
    if scheme == STANDARD:
        return "按清单原来的分值"
    parts = []
    if scheme.scale is not None:
        scale = zip(SCALED, scheme.scale, strict=True)
        parts.append("、".join(f"{verdict.value}{float(factor):g}" for verdict, factor in scale))
    if scheme.weights:
        parts.append("权重 " + "、".join(f"{id}＝{float(w):g}" for id, w in scheme.weights.items()))
    parts.append("等次 " + "、".join(f"{float(limit):g}分起{name}" for limit, name in scheme.bands))
    return "；".join(parts)

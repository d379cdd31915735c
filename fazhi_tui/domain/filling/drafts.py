"""What is being typed, as it is kept until it becomes an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fazhi_tui.domain.filling.answering import KEEP, Change
from fazhi_tui.domain.verdict import Verdict


def draft_data(change: Change) -> dict[str, Any]:
    """The kept form of a verdict and a note that are not recorded yet; null is “as it is”."""
    checklist, name, item = change.key
    return {
        "checklist": checklist,
        "object": name,
        "item": item,
        "note": change.note if isinstance(change.note, str) else None,
        "verdict": change.verdict.value if isinstance(change.verdict, Verdict) else None,
    }


def draft_from(data: Mapping[str, Any]) -> Change:
    """The change a draft was kept of.

    Raises:
        KeyError: a field is missing.
        TypeError: a field is no text.
        ValueError: no such verdict.
    """
    note, verdict = data["note"], data["verdict"]
    key = (data["checklist"], data["object"], data["item"])
    if not all(isinstance(text, str) for text in [*key, note or ""]):
        raise TypeError(data)
    return Change(
        *key,
        verdict=KEEP if verdict is None else Verdict(verdict),
        note=KEEP if note is None else note,
    )

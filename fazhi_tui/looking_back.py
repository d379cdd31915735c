"""A unit's self-checks of former years, found in the data folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.gaps import Gap
from fazhi_tui.domain.rectifying.repeats import LookBack
from fazhi_tui.errors import FazhiError
from fazhi_tui.recording import Recording


def look_back(
    now: Assessment, listed: Mapping[str, Mapping[str, Any] | None], open_: Callable[[str], Recording]
) -> LookBack:
    """The gaps of the same unit's self-checks of former years.

    Args:
        now: the self-check of this year; an example looks back on examples only, the others on none.
        listed: the summary of each self-check by id, None for one that does not read.
        open_: opens one for reading.
    """
    unread = [id for id, summary in listed.items() if summary is None]
    years = {
        id: summary["entry"]["year"]
        for id, summary in listed.items()
        if summary is not None
        and (summary["entry"]["unit"], summary["demo"]) == (now.unit, now.is_demo)
        and summary["entry"]["year"] < now.year
    }
    gaps: list[Gap] = []
    for id in sorted(years, key=years.__getitem__):
        try:
            gaps += open_(id).gaps
        except FazhiError:
            unread.append(id)
    return LookBack(tuple(gaps), tuple(unread))

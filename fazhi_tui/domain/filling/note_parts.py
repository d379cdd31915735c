"""What an officer's note says apart: the account, and what stands in it behind 原因：, 成效： or 安排：.

A label counts at the beginning of a line or behind a full stop; what it introduces runs to the next full
stop or the end of the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CAUSE, EFFECT, PLAN = "原因", "成效", "安排"
_PART = re.compile(
    rf"(?:^|(?<=[\n。！？；]))[ \t　]*({CAUSE}|{EFFECT}|{PLAN})[：:][ \t　]*([^\n。]+)(?:。|(?=\n)|$)"
)


@dataclass(frozen=True, slots=True)
class NoteParts:
    """`text` is the account without the labelled parts; each of these without its label and full stop."""

    text: str
    causes: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


def note_parts(note: str) -> NoteParts:
    """A note taken apart; nothing of it is lost, nothing is added."""
    found: dict[str, list[str]] = {CAUSE: [], EFFECT: [], PLAN: []}
    rest, position = "", 0
    for match in _PART.finditer(note):
        rest += note[position : match.start()]
        position = match.end()
        found[match[1]].append(match[2].strip())
    lines = (line.strip() for line in (rest + note[position:]).splitlines())
    return NoteParts(
        "\n".join(line for line in lines if line),
        tuple(found[CAUSE]),
        tuple(found[EFFECT]),
        tuple(found[PLAN]),
    )

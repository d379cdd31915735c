"""其他问题: gaps that no item asks for, found by the unit or told to it."""

from __future__ import annotations

from dataclasses import dataclass

OTHER = "其他问题"
CHANGEABLE = ("problem", "basis", "source", "checklist", "stage")
SOURCES = ("自查", "督察", "案卷评查", "复议诉讼", "审计", "信访")


@dataclass(frozen=True, slots=True)
class ManualGap:
    """A gap in the unit's own words, `basis` being its 依据 in words.

    `id` is stable for ever; `checklist` and `stage` are ids, both empty for none; `withdrawn` is why it
    was taken back, empty while it stands.
    """

    id: str
    problem: str
    basis: str
    source: str
    checklist: str = ""
    stage: str = ""
    at: str = ""
    actor: str = ""
    withdrawn: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The key its rectification goes by."""
        return (self.id,)

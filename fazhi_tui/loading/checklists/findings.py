"""What is wrong with a file: where, what, and what to write instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fazhi_tui.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in one file; `place` is an item id, a row or a line, in words."""

    file: str
    place: str
    problem: str
    remedy: str

    @property
    def text(self) -> str:
        """One line for the user."""
        return f"{self.file} · {self.place}：{self.problem}{self.remedy}"


class FileFaultsError(BadInputError):
    """A file that cannot be taken, with every fault found in it, not the first only."""

    def __init__(self, findings: Sequence[Finding], hint: str) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.text for finding in self.findings), hint)

"""Checklist files: TOML to plain data, then to checklists that fit together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.errors import BadInputError, DamagedError
from fazhi_tui.loading.checklists.between_files import faults_between
from fazhi_tui.loading.checklists.checklist_data import read_checklist
from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.checklists.read_file import read_files
from fazhi_tui.loading.checklists.replacing import with_replacements


@dataclass(frozen=True, slots=True)
class Library:
    """Checklists that fit together, and the plain data they were made of (kept with an assessment)."""

    checklists: tuple[Checklist, ...]
    data: tuple[dict[str, Any], ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the plain data; stands in the log and in the check code."""
        return digest(list(self.data))

    def in_newest_versions(self, newest: Library) -> Library:
        """The same checklists in the same order, each as `newest` has it where it has it."""
        have = {c.id: (c, d) for c, d in zip(newest.checklists, newest.data, strict=True)}
        own = zip(self.checklists, self.data, strict=True)
        chosen = [have.get(c.id, (c, d)) for c, d in own]
        return Library(tuple(c for c, _ in chosen), tuple(d for _, d in chosen))

    def named(self, ids: Sequence[str]) -> Library:
        """The checklists with these ids, in the library's order.

        Raises:
            BadInputError: there is none of an id.
        """
        known = [c.id for c in self.checklists]
        if unknown := [id for id in ids if id not in known]:
            raise BadInputError(f"没有清单“{'、'.join(unknown)}”。", f"可用：{'、'.join(known)}。")
        return self.only(ids)

    def only(self, ids: Sequence[str]) -> Library:
        """The checklists with these ids, in the library's order."""
        chosen = [(c, d) for c, d in zip(self.checklists, self.data, strict=True) if c.id in ids]
        return Library(tuple(c for c, _ in chosen), tuple(d for _, d in chosen))


def load_library(shipped: Sequence[Path], own: Sequence[Path] = ()) -> Library:
    """The checklists of these files, a unit's own items in place of the shipped ones they replace.

    Raises:
        FileFaultsError: with every fault of every file; nothing is taken.
    """
    library, findings = inspect(shipped, own)
    if findings:
        raise FileFaultsError(findings, "请改正后再试；fazhi lint 可单独检查清单。")
    return library


def library_from_data(data: Sequence[dict[str, Any]], where: str) -> Library:
    """The adopted checklists from their kept copy.

    Raises:
        DamagedError: the copy does not read as checklists.
    """
    found = [read_checklist(d, where) for d in data]
    checklists = tuple(c for c, _ in found if c is not None)
    if faults := [fault for _, more in found for fault in more]:
        raise DamagedError(f"清单读不出来：{faults[0].text}", "请用备份恢复。")
    return Library(checklists, tuple(data))


def inspect(
    shipped: Sequence[Path], own: Sequence[Path] = (), *, is_whole: bool = True
) -> tuple[Library, list[Finding]]:
    """What can be read of these files, and every fault in them and between them.

    Args:
        shipped: checklists that come with the program.
        own: checklists of the unit, whose items may replace shipped ones.
        is_whole: whether these are all shipped checklists; if not, a replacement of an item that none of
            them has is no fault, and stays where it is.
    """
    read, findings = read_files(shipped, own)
    all_read = len([file for file in read if not file.is_own]) == len(shipped)
    findings += faults_between(read, is_whole=is_whole and all_read)
    if not findings:
        read, findings = with_replacements(read)
    return Library(tuple(file.checklist for file in read), tuple(file.data for file in read)), findings

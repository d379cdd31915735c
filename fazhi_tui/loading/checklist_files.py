"""Checklist files: TOML to plain data, then to checklists that fit together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.events import digest
from fazhi_tui.errors import DamagedError
from fazhi_tui.loading.checklist_data import read_checklist
from fazhi_tui.loading.findings import FileFaultsError, Finding
from fazhi_tui.loading.toml_file import read_toml


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

    def only(self, ids: Sequence[str]) -> Library:
        """The checklists with these ids, in the library's order."""
        chosen = [(c, d) for c, d in zip(self.checklists, self.data, strict=True) if c.id in ids]
        return Library(tuple(c for c, _ in chosen), tuple(d for _, d in chosen))


def load_library(paths: Iterable[Path]) -> Library:
    """The checklists of these files.

    Raises:
        FileFaultsError: with every fault of every file; nothing is taken.
    """
    library, findings = inspect(paths)
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


def inspect(paths: Iterable[Path]) -> tuple[Library, list[Finding]]:
    """What can be read of these files, and every fault in them and between them."""
    findings: list[Finding] = []
    read: list[tuple[str, Checklist, dict[str, Any]]] = []
    for path in paths:
        data, faults = read_toml(path)
        checklist, more = read_checklist(data, path.name) if data is not None else (None, [])
        findings += faults + more
        if checklist is not None and data is not None:
            read.append((path.name, checklist, data))
    findings += _between(read)
    return Library(tuple(c for _, c, _ in read), tuple(d for _, _, d in read)), findings


def _between(read: Sequence[tuple[str, Checklist, dict[str, Any]]]) -> list[Finding]:
    """Faults between files: ids used twice, one law key for two laws."""
    findings = []
    ids: dict[str, str] = {}
    laws: dict[str, tuple[str, str]] = {}
    for file, checklist, _ in read:
        for name in [checklist.id, *(item.id for _, item in checklist.items())]:
            if name in ids:
                problem = f"编号“{name}”在 {ids[name]} 中已用过。"
                findings.append(
                    Finding(file, f"编号 {name}", problem, "编号在所有清单中只能用一次，请换一个。")
                )
            ids.setdefault(name, file)
        for law in checklist.laws:
            title, first = laws.setdefault(law.key, (law.title, file))
            if title != law.title:
                problem = f"键“{law.key}”在 {first} 中指《{title}》，这里指《{law.title}》。"
                findings.append(Finding(file, f"laws.{law.key}", problem, "同一键在各清单中须指同一部法律。"))
    return findings

"""The data folder: which assessments there are, their ids, the trash."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fazhi_tui.errors import BadInputError, FazhiError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.storage.atomic import make_folder
from fazhi_tui.storage.generations import COPIES, LIVE, SEALED
from fazhi_tui.storage.summaries import read_summary

# Imported where one is opened: the list needs none of it.
if TYPE_CHECKING:
    from fazhi_tui.storage.store import AssessmentStore

# A file system takes 255 bytes; the number behind a name and the time in the trash need room.
_NAME_BYTES = 220
_BEFORE_THE_LOG = {".lock", ".owner.json", "adopted", "checklists.json"}
_UNSAFE = set('\\/:*?"<>|[]') | {"~"}


class Archive:
    """All assessments under one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.folder = data / "assessments"

    def ids(self) -> list[str]:
        """The ids of all assessments, sorted; one that has lost its live file is still one.

        Raises:
            FazhiError: the data folder does not read.
        """
        try:
            if not self.folder.is_dir():
                return []
            return sorted(path.name for path in self.folder.iterdir() if _is_one(path))
        except OSError as error:
            raise FazhiError(
                f"数据文件夹读不出来：{os_fault(error)}（{self.folder}）", "请检查权限、磁盘和网络后再试。"
            ) from None

    def store(self, id: str) -> AssessmentStore:
        """The store of an exact id."""
        from fazhi_tui.storage.store import AssessmentStore

        return AssessmentStore(self.folder / id)

    def find(self, given: str) -> AssessmentStore:
        """The store of an id or of a unique beginning of one; an exact id wins.

        Raises:
            BadInputError: none or several match.
        """
        ids = self.ids()
        wanted = unicodedata.normalize("NFC", given)
        if wanted in ids:
            return self.store(wanted)
        matches = [id for id in ids if wanted and id.startswith(wanted)]
        if len(matches) == 1:
            return self.store(matches[0])
        if matches:
            raise BadInputError(f"“{given}”对应多份自查：{'、'.join(matches)}", "请写全编号。")
        raise BadInputError(f"没有编号为“{given}”的自查。", "用 fazhi list 查看全部编号。")

    def make_folder(self, unit: str, year: int, round_: str) -> AssessmentStore:
        """A folder with a safe name for this new assessment.

        Names that differ only in characters a file system refuses get a number behind. One in which an
        assessment never began, because the disk refused, is taken again.

        Raises:
            OSError: it cannot be made.
        """
        base = safe_name("-".join(part for part in (unit, str(year), round_) if part))
        there = self.folder.iterdir() if self.folder.is_dir() else ()
        taken = {path.name.casefold() for path in there if path.name != base or not _never_began(path)}
        names = [base, *(f"{base}~{number}" for number in range(2, 1000))]
        name = next(name for name in names if name.casefold() not in taken)
        folder = self.folder / name
        make_folder(folder)
        return self.store(name)

    def summary(self, id: str) -> dict[str, Any] | None:
        """What the list shows of one; None where nothing is kept of the log as it stands."""
        return read_summary(self.folder / id)

    def arriving(self, id: str) -> AssessmentStore:
        """The store for an assessment that comes from elsewhere with this id; its folder is not made yet.

        Raises:
            BadInputError: the id is no name a folder of ours has, or only differs in case from one there.
        """
        base, tilde, number = id.rpartition("~")
        name = base if tilde and number.isdecimal() and number.isascii() else id
        is_plain = id.isprintable() and unicodedata.is_normalized("NFC", id)
        if not is_plain or not name or safe_name(name) != name or len(id.encode()) > _NAME_BYTES + 4:
            raise BadInputError(f"编号“{id[:60]}”不能作文件夹名，不是这个程序建的自查。", "请核对文件来源。")
        taken = {path.name.casefold(): path.name for path in self.folder.glob("*")}
        if (there := taken.get(id.casefold(), id)) != id:
            raise BadInputError(f"本机已有编号只差大小写的另一份自查：{there}", "请先移走那一份，再读入。")
        return self.store(id)

    def trash(self, id: str, stamp: str) -> Path:
        """Move an assessment to the trash; returns where it is now.

        Raises:
            FazhiError: the disk refused; it is where it was.
        """
        bin_ = self.data / "trash"
        names = [f"{id}-{stamp}", *(f"{id}-{stamp}~{number}" for number in range(2, 1000))]
        target = next(path for name in names if not (path := bin_ / name).exists())
        try:
            make_folder(bin_)
            return (self.folder / id).rename(target)
        except OSError as error:
            raise FazhiError(
                f"移不进回收文件夹：{os_fault(error)}（{bin_}）", "没有删除；请腾出磁盘空间或检查权限后再试。"
            ) from None


def _is_one(folder: Path) -> bool:
    """Whether it is an assessment; one that cannot be looked into is listed, for its fault to be seen."""
    try:
        return any((folder / sign).exists() for sign in (LIVE, SEALED, COPIES))
    except OSError:
        return True


def _never_began(folder: Path) -> bool:
    """Whether there is nothing in a folder but what is made before an assessment's first event is."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return False
    return all(name in _BEFORE_THE_LOG or name.endswith(".tmp") for name in names)


def safe_name(text: str) -> str:
    """A folder name every system takes: Han kept, what a file system refuses becomes _, not too long."""
    kept = "".join("_" if c in _UNSAFE or c.isspace() else c for c in text)
    short = kept.strip(". ").encode("utf-8")[:_NAME_BYTES].decode("utf-8", "ignore")
    return short.strip(". ") or "_"

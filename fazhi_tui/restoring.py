"""Going back to a good copy of a damaged assessment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fazhi_tui.errors import BadInputError, FazhiError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.storage.archive import Archive
from fazhi_tui.storage.copies import Copy


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and where the files that were there are kept."""

    id: str
    copy: Copy
    aside: Path


def good_copies(archive: Archive, given: str) -> tuple[Copy, ...]:
    """The copies of an assessment that verify, the newest first.

    Raises:
        BadInputError: no or several assessments match.
        NewerDataError: its files are of a newer version and not damaged.
    """
    return archive.find(given).copies.good()


def restore(archive: Archive, given: str, name: str, *, who: str, since: str, stamp: str) -> Restored:
    """Put a good copy in place, the newest where none is named; the files that were there are kept.

    Raises:
        BadInputError: no such assessment or copy, or there is no good one.
        LockedError: another process has it open.
        FazhiError: the disk refused.
    """
    store = archive.find(given)
    store.lock(who, since)
    try:
        copies = store.copies
        copy = copies.find(name) if name else next(iter(copies.good()), None)
        if copy is None:
            raise BadInputError(
                f"“{store.id}”没有完好的备份。", "请用交接文件或另存的副本恢复；现有文件没有改动。"
            )
        return Restored(store.id, copy, copies.restore(copy, stamp))
    except OSError as error:
        raise FazhiError(
            f"存不进去：{os_fault(error)}（{store.folder}）", "请腾出磁盘空间或检查权限后再试。"
        ) from None
    finally:
        store.unlock()

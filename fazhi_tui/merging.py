"""A hand-over file taken into the data folder: where it belongs, what it changes, one save."""

from __future__ import annotations

from fazhi_tui.domain.log.events import Lane, Log
from fazhi_tui.domain.log.fold import fold
from fazhi_tui.domain.log.merge import Merging, is_same, merge, require_same
from fazhi_tui.errors import DamagedError, FazhiError, RefusedError
from fazhi_tui.loading.handover import Handover
from fazhi_tui.os_faults import os_fault
from fazhi_tui.storage.archive import Archive
from fazhi_tui.storage.atomic import make_folder
from fazhi_tui.storage.store import AssessmentStore


def preview_merging(archive: Archive, given: Handover, *, takes_over: bool) -> Merging:
    """What `merge_into` would do; writes nothing.

    Raises:
        FazhiError: what `merge_into` raises, but for locks and disks.
    """
    return _merging(_home(archive, given), archive, given, takes_over=takes_over)


def merge_into(archive: Archive, given: Handover, *, takes_over: bool, who: str, since: str) -> Merging:
    """Take a file into the data folder, whole or not at all; what is here of the same assessment goes on.

    Args:
        archive: the data folder's assessments.
        given: the file.
        takes_over: whether this copy is to write the officer's lane from now on.
        who: who does it.
        since: when, ISO 8601 with zone.

    Raises:
        RefusedError: another assessment has this id, a lane is forked (`ForkError`), or reviews made here
            would have no writer any more.
        BadInputError: the id is no name for a folder, or the folder cannot be written to.
        LockedError: another process has the assessment open.
        DamagedError: the copy here does not read.
        FazhiError: the disk refused.
    """
    store = _home(archive, given)
    try:
        make_folder(store.folder)
    except OSError as error:
        raise _refused_by_disk(store, error) from None
    store.lock(who, since)
    try:
        merging = _merging(store, archive, given, takes_over=takes_over)
        if merging.changes_anything:
            _save(store, merging, given)
    except OSError as error:
        raise _refused_by_disk(store, error) from None
    finally:
        store.unlock()
    return merging


def _home(archive: Archive, given: Handover) -> AssessmentStore:
    """The store of this assessment, under whatever name it is kept here, or the one it will have.

    Raises:
        RefusedError: another assessment has the id.
    """
    id, ids = given.assessment.id, archive.ids()
    for here in [*(one for one in ids if one == id), *(one for one in ids if one != id)]:
        store = archive.store(here)
        try:
            log = store.read_log()
        except DamagedError:
            if here == id:
                raise
            continue
        if is_same(log, given.log):
            return store
    if id in ids:
        require_same(archive.store(id).read_log(), given.log)
    return archive.arriving(id)


def _merging(store: AssessmentStore, archive: Archive, given: Handover, *, takes_over: bool) -> Merging:
    is_here = store.id in archive.ids()
    mine = store.read_log() if is_here else Log()
    change = merge(mine, given.log)
    old = store.writer if is_here else None
    writer = Lane.OFFICER if takes_over else old or Lane.ADVISER
    only_here = len(mine.adviser) - len(given.log.adviser)
    if old is Lane.ADVISER and writer is Lane.OFFICER and only_here > 0:
        raise RefusedError(
            f"本机写的复核记录有{only_here}条不在文件里，不能改由自评一方接手，没有合并。",
            "请先用 fazhi handover 把复核交给填报人，再用对方写出的文件接手。",
        )
    return Merging(
        id=store.id,
        change=change,
        before=fold(mine) if is_here else None,
        after=fold(change.merged),
        old_writer=old,
        writer=writer,
    )


def _save(store: AssessmentStore, merging: Merging, given: Handover) -> None:
    for library in given.libraries.values():
        store.put_checklists(library.data)
    in_use = merging.after.checklists_digest
    if merging.before is None:
        store.create(given.libraries[in_use].data, merging.change.coming, writer=merging.writer)
        return
    store.merge(merging.change.mine, merging.change.coming, writer=merging.writer)
    store.use_checklists(in_use)


def _refused_by_disk(store: AssessmentStore, error: OSError) -> FazhiError:
    return FazhiError(
        f"存不进去：{os_fault(error)}（{store.folder}）", "没有合并；请腾出磁盘空间或检查权限后重试。"
    )

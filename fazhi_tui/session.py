"""The open assessment: every verb of it has saved when it returns."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from fazhi_tui.domain import decide
from fazhi_tui.domain.answering import Change, answer
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.difference import Difference, with_flags
from fazhi_tui.domain.drafts import draft_data, draft_from
from fazhi_tui.domain.events import Event, Lane, Log, check_code, next_event
from fazhi_tui.domain.fold import UNDO, fold, step
from fazhi_tui.domain.gaps import Gap, find_gaps
from fazhi_tui.domain.permission import require
from fazhi_tui.domain.rows import Board, board
from fazhi_tui.errors import DamagedError, FazhiError, RefusedError, SaveFailedError
from fazhi_tui.loading.checklist_files import Library, library_from_data
from fazhi_tui.os_faults import os_fault
from fazhi_tui.reporting.gap_markdown import gap_markdown
from fazhi_tui.reporting.summary import summary_of
from fazhi_tui.storage.export import export
from fazhi_tui.storage.store import AssessmentStore

Clock = Callable[[], datetime]


def stamp(clock: Clock) -> str:
    """The time of an event: ISO 8601 to the second, with zone."""
    return clock().isoformat(timespec="seconds")


class Session:
    """One assessment, open for reading or (with its lock) for writing.

    Use `open_session`; a writing session is closed with `close` or as a context manager.
    """

    lane = Lane.OFFICER

    def __init__(self, store: AssessmentStore, *, actor: str, clock: Clock, writable: bool) -> None:
        self._store = store
        self._actor = actor
        self._clock = clock
        self._writable = writable
        self._unsaved: tuple[Event, ...] = ()
        self._log = self._stored = store.read_log()
        self._assessment = fold(self._log)
        self.library = self._adopted_library()
        self.recovered: Change | None = self._recover_draft() if writable else None

    @property
    def id(self) -> str:
        """The assessment's id."""
        return self._store.id

    @property
    def assessment(self) -> Assessment:
        """The assessment as it stands now."""
        return self._assessment

    @property
    def log(self) -> Log:
        """The events behind it."""
        return self._log

    @cached_property
    def board(self) -> Board:
        """Its sheets and rows as they stand now."""
        return board(self._assessment, self.library.checklists)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Its gaps as they stand now."""
        return find_gaps(self.board)

    @property
    def check_code(self) -> str:
        """The 校验码 of an export made now."""
        return check_code(self._log, self._assessment.checklists_digest)

    @property
    def is_saved(self) -> bool:
        """Whether everything is on disk."""
        return not self._unsaved

    def answer(self, changes: Sequence[Change]) -> bool:
        """Record changes to answers as one step; False if nothing changed.

        Raises:
            BadInputError: a change that does not fit its item; nothing is recorded.
            RefusedError: not in this state.
            SaveFailedError: kept, but not on disk yet.
        """
        return self._record_if(answer(self.board, changes))

    def check(self, changes: Sequence[Change]) -> None:
        """Raise what `answer` would refuse; records nothing."""
        answer(self.board, changes)

    def change_profile(self, *, has: Collection[str], lacks: Collection[str]) -> bool:
        """Change the unit's powers; False if that changes nothing."""
        return self._record_if(decide.change_profile(self._assessment, has=has, lacks=lacks))

    def preview_profile(self, *, has: Collection[str], lacks: Collection[str]) -> Difference:
        """What would come and go if the unit's powers were changed so."""
        wish = decide.change_profile(self._assessment, has=has, lacks=lacks)
        flags = self._assessment.flags if wish is None else frozenset(wish[1]["flags"])
        return with_flags(self._assessment, self.library.checklists, flags)

    def add_sheet(self, checklist: str, name: str, *, kind: str = "", role: str = "") -> None:
        """Add a sheet for a matter, case file, person or document."""
        self._record(
            decide.add_sheet(self._assessment, self.library.checklists, checklist, name, kind=kind, role=role)
        )

    def rename_sheet(self, checklist: str, old: str, new: str) -> None:
        """Give a sheet's object another name."""
        self._record(decide.rename_sheet(self._assessment, checklist, old, new))

    def remove_sheet(self, checklist: str, name: str) -> None:
        """Take a sheet out; undo brings it back."""
        self._record(decide.remove_sheet(self._assessment, checklist, name))

    def declare_absent(self, checklist: str, kind: str, reason: str) -> None:
        """Declare 本年无 for a kind of object."""
        self._record(
            decide.declare_absent(self._assessment, self.library.checklists, checklist, kind, reason)
        )

    def undo(self) -> Event:
        """Take back one's own last step; returns the step that was taken back."""
        wish, step_taken = decide.undo(self._log.lane(self.lane))
        self._record(wish)
        return step_taken

    def keep_draft(self, draft: Change) -> None:
        """Keep what is being typed, so that a killed process loses nothing of it."""
        self._store.write_draft(draft_data(draft))

    def drop_draft(self) -> None:
        """Forget what was being typed: it became an answer on disk, or was given up."""
        if self.is_saved:
            with contextlib.suppress(OSError):
                self._store.drop_draft()

    def export_markdown(self, path: Path) -> None:
        """Write the gap list as Markdown.

        Raises:
            BadInputError: the file cannot be written there.
        """
        export(path, gap_markdown(self._assessment, self.board, self.check_code).encode("utf-8"))

    def retry(self) -> None:
        """Try again to put on disk what a failed save left in memory."""
        self._flush()

    def close(self) -> None:
        """Write the summary, if it is of what is on disk, and give the lock back."""
        if self._writable:
            if self.is_saved:
                self._store.write_summary(summary_of(self._assessment, self.board))
            self._store.unlock()
            self._writable = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _record_if(self, wish: decide.Wish | None) -> bool:
        if wish is not None:
            self._record(wish)
        return wish is not None

    def _record(self, wish: decide.Wish) -> None:
        if not self._writable:
            raise RefusedError("这份自查是只读打开的，未写入。")
        kind, payload = wish
        require(self._assessment.state, self.lane, kind)
        event = next_event(
            self._log, self.lane, kind=kind, payload=payload, at=stamp(self._clock), actor=self._actor
        )
        self._log = self._log.with_event(event)
        self._assessment = fold(self._log) if kind == UNDO else step(self._assessment, event)
        self.__dict__.pop("board", None)
        self._unsaved = (*self._unsaved, event)
        self._flush()

    def _flush(self) -> None:
        if not self._unsaved:
            return
        try:
            self._store.append(self._stored, self._unsaved)
        except OSError as error:
            raise SaveFailedError(
                f"存不进去：{os_fault(error)}（{self._store.folder}）",
                "内容还在屏幕上，未丢失；请腾出磁盘空间或检查权限后重试，先不要关闭。",
            ) from None
        self._stored, self._unsaved = self._log, ()

    def _adopted_library(self) -> Library:
        library = library_from_data(self._store.read_checklists(), f"{self._store.id}/checklists.json")
        if library.digest != self._assessment.checklists_digest:
            raise DamagedError(
                f"“{self._store.id}”所用清单与记录不符，可能被改动。", "请用备份恢复，勿手工改动数据文件。"
            )
        return library

    def _recover_draft(self) -> Change | None:
        """Make an answer of what was being typed when the last writer was killed."""
        draft = self._store.read_draft()
        if draft is None:
            return None
        try:
            change = draft_from(draft)
            recorded = self.answer([change])
        except (KeyError, TypeError, ValueError, FazhiError):
            return None
        self.drop_draft()
        return change if recorded else None


def open_session(store: AssessmentStore, *, actor: str, clock: Clock, writable: bool) -> Session:
    """Open an assessment.

    Raises:
        LockedError: to be written, and another process has it open.
        DamagedError: its files do not read or its chain does not hold.
    """
    if not writable:
        return Session(store, actor=actor, clock=clock, writable=False)
    store.lock(actor, stamp(clock))
    try:
        return Session(store, actor=actor, clock=clock, writable=True)
    except BaseException:
        store.unlock()
        raise

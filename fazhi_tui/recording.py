"""An assessment's log as it stands in memory and on disk: every step is durable when it returns."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from fazhi_tui.clock import Clock as Clock
from fazhi_tui.clock import stamp as stamp
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.gaps import Gap, find_gaps
from fazhi_tui.domain.log.events import Event, Lane, Log, check_code, next_event
from fazhi_tui.domain.log.fold import fold, step
from fazhi_tui.domain.log.permission import require
from fazhi_tui.domain.log.undoing import REWRITES, redo, target_of, undo
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.reckoning.workdays import Calendar
from fazhi_tui.domain.rows import Board, board
from fazhi_tui.errors import DamagedError, RefusedError, SaveFailedError
from fazhi_tui.loading.checklists.adopted_library import adopted_library
from fazhi_tui.loading.checklists.checklist_files import Library
from fazhi_tui.os_faults import os_fault
from fazhi_tui.reporting.views.summary import summary_of
from fazhi_tui.storage.store import AssessmentStore


class Recording:
    """One assessment open for reading or (with its lock) for writing; closed by `close` or as a context."""

    def __init__(
        self, store: AssessmentStore, *, actor: str, clock: Clock, calendar: Calendar, writable: bool
    ) -> None:
        self._store = store
        self._actor = actor
        self._clock = clock
        self._calendar = calendar
        self._writable = writable
        self._unsaved: tuple[Event, ...] = ()
        self._log = self._stored = store.read_log()
        self.lane: Lane = store.writer
        self._assessment = fold(self._log)
        self.library = self._library(self._assessment.checklists_digest)
        self._adopted = self._in_use = self._assessment.checklists_digest
        self._board: tuple[Assessment, Board] | None = None

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

    @property
    def board(self) -> Board:
        """Its sheets and rows as they stand now. A thread may ask too while another records."""
        now, made = self._assessment, self._board
        if made is None or made[0] is not now:
            made = self._board = (now, board(now, self.library.checklists, self._calendar))
        return made[1]

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

    @property
    def is_open(self) -> bool:
        """Whether it may be written: opened for that, and not closed since."""
        return self._writable

    def at(self, log: Log) -> tuple[Assessment, Board]:
        """The assessment and its board as they stood after a beginning of the log.

        Raises:
            DamagedError: an event has seen one that is not in it, or its checklists do not read.
        """
        assessment = fold(log)
        library = self._library(assessment.checklists_digest)
        return assessment, board(assessment, library.checklists, self._calendar)

    def undo(self) -> Event:
        """Take back one's own last step; returns the step that was taken back."""
        wish, step_taken = undo(self._log.lane(self.lane))
        self._require_writable(step_taken.kind)
        self._record(wish)
        return step_taken

    def redo(self) -> Event:
        """Take up again the step taken back last; returns that step."""
        wish, step_taken = redo(self._log.lane(self.lane))
        self._require_writable(step_taken.kind)
        self._record(wish)
        return step_taken

    @property
    def rewritten(self) -> Event:
        """The step that `undo` or `redo`, the last thing done here, was about."""
        return target_of(self._log.lane(self.lane))

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

    def _record_if(self, wish: Wish | None) -> bool:
        if wish is not None:
            self._record(wish)
        return wish is not None

    def _record(self, wish: Wish) -> None:
        kind, payload = wish
        self._require_writable(kind)
        event = next_event(
            self._log, self.lane, kind=kind, payload=payload, at=stamp(self._clock), actor=self._actor
        )
        self._log = self._log.with_event(event)
        now = fold(self._log) if kind in REWRITES else step(self._assessment, event)
        self._unsaved = (*self._unsaved, event)
        if now.checklists_digest != self._adopted:
            self.library = self._library(now.checklists_digest)
            self._adopted = now.checklists_digest
        self._assessment = now
        self._flush()

    def _require_writable(self, kind: str) -> None:
        if not self._writable:
            raise RefusedError("这份自查是只读打开的，未写入。")
        require(self._assessment.state, self.lane, kind)

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
        except DamagedError as fault:
            raise SaveFailedError(
                f"存不进去：{fault.message}",
                "内容还在屏幕上，未丢失；请抄下来再关闭，用 fazhi restore 恢复后补上。",
            ) from None
        self._stored, self._unsaved = self._log, ()
        if self._in_use != self._adopted:
            self._store.use_checklists(self._adopted)
            self._in_use = self._adopted

    def _library(self, digest: str) -> Library:
        data = self._store.read_checklists(digest)
        return adopted_library(digest, data, f"{self._store.id}/checklists.json")

"""Two copies of one assessment made one: of each lane the longer, where the shorter is its beginning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.events import LANE_NAMES, Event, Lane, Log, check_code, in_order
from fazhi_tui.errors import RefusedError


class ForkError(RefusedError):
    """The copies have each gone on in the same lane: no merge of them is whole."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What is here, what a file brings, and what comes of both; `mine` is empty where nothing is here."""

    mine: Log
    theirs: Log
    merged: Log

    @property
    def coming(self) -> tuple[Event, ...]:
        """The events of the file that are not here, in fold order."""
        return _without(self.merged, self.mine)

    @property
    def lacking(self) -> tuple[Event, ...]:
        """The events here that the file has not got, in fold order."""
        return _without(self.merged, self.theirs)


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge does to the copy here.

    Attributes:
        id: the assessment's id here.
        change: the events.
        before: the assessment without them; None where it is new here.
        after: the assessment with them.
        old_writer: the lane the copy could write; None where it is new here.
        writer: the lane it can write afterwards.
    """

    id: str
    change: Merge
    before: Assessment | None
    after: Assessment
    old_writer: Lane | None
    writer: Lane

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.change.coming) or self.writer is not self.old_writer

    @property
    def check_code(self) -> str:
        """The 校验码 afterwards."""
        return check_code(self.change.merged, self.after.checklists_digest)


def merge(mine: Log, theirs: Log) -> Merge:
    """Merge two logs whose chains hold.

    Raises:
        RefusedError: they are not of one assessment.
        ForkError: a lane is forked; names the lane and the first events that differ.
    """
    require_same(mine, theirs)
    officer, adviser = (_longer(mine.lane(lane), theirs.lane(lane), lane) for lane in Lane)
    return Merge(mine, theirs, Log(officer, adviser))


def is_same(mine: Log, theirs: Log) -> bool:
    """Whether both are of one assessment; a log without events is of any."""
    first = {log.officer[0].hash for log in (mine, theirs) if log.officer}
    return len(first) < 2


def require_same(mine: Log, theirs: Log) -> None:
    """Refuse what has the same id and is another assessment.

    Raises:
        RefusedError: it is.
    """
    if not is_same(mine, theirs):
        raise RefusedError(
            "这是另一份自查，只是编号相同：两份不是从同一次新建来的。",
            "没有合并，两份都原样保留。文件里那份可用 fazhi --data 另一文件夹 merge 打开。",
        )


def _longer(mine: Sequence[Event], theirs: Sequence[Event], lane: Lane) -> tuple[Event, ...]:
    for here, there in zip(mine, theirs, strict=False):
        if here.hash != there.hash:
            raise ForkError(
                f"{LANE_NAMES[lane]}记录从第{here.seq}条起分叉："
                f"本机是{_said(here)}，文件里是{_said(there)}。",
                "没有合并，两份都原样保留。请确定以哪一份为准；另一份里要留的内容，用 "
                "fazhi --data 另一文件夹 merge 打开，form 写出表格，再 fill 到为准的一份。",
            )
    return tuple(mine if len(mine) >= len(theirs) else theirs)


def _said(event: Event) -> str:
    return f"{event.at[:16].replace('T', ' ')} {event.actor}所记"


def _without(log: Log, known: Log) -> tuple[Event, ...]:
    there = {event.hash for lane in Lane for event in known.lane(lane)}
    return tuple(event for event in in_order(log) if event.hash not in there)

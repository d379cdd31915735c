"""Opening an assessment for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from fazhi_tui.cli.streams import say
from fazhi_tui.errors import FazhiError

if TYPE_CHECKING:
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace


@contextmanager
def writing(workspace: Workspace, given: str) -> Iterator[Session]:
    """The assessment, open for writing until the block ends.

    Raises:
        FazhiError: it cannot be opened, or the disk refused what the block recorded.
    """
    from fazhi_tui.errors import SaveFailedError

    try:
        with workspace.open(given, writable=True) as session:
            if session.recovered is not None:
                say(f"上次没来得及保存的一条已补存：{' / '.join(session.recovered.key)}")
            if session.unfit:
                say("上次有没写完的说明记不进去，请打开填报界面看。")
            yield session
    except SaveFailedError as fault:
        raise FazhiError(fault.message, "什么也没有写入；请腾出磁盘空间或检查权限后重试。") from None


def say_unread(session: Session) -> None:
    """Say which self-checks did not read, so that one of a former year may be missing among the repeats."""
    if unread := session.former.unread:
        say(f"打不开，没有计入屡查屡犯：{'、'.join(unread)}")


def say_check_code(session: Session) -> None:
    """Say the 校验码 of a table: its columns are fixed, and have no place for it."""
    say(f"校验码：{session.check_code}（表格里没有地方写，请另记）")


def say_unfinished(session: Session) -> None:
    """Say that what was written is a draft or nobody reviewed it: a table without rows cannot say so."""
    from fazhi_tui.domain.assessment import State
    from fazhi_tui.reporting.words.review_words import state_words

    assessment = session.assessment
    if assessment.state is not State.FINAL or assessment.without_review:
        say(f"自查状态：{state_words(assessment)}。")

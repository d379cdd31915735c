"""From state to state: what stands in the way of submitting and of 定稿.

送审 and 定稿 refuse what is not answered; what is only doubtful is in `remarks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi_tui.domain.answers import NOTE_LIMIT
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying.repeats import NO_FORMER, FormerYears
from fazhi_tui.domain.reviewing.places import places
from fazhi_tui.domain.reviewing.standing import returned
from fazhi_tui.domain.rows import Board, Row, Undeclared
from fazhi_tui.domain.text import clean_text
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.errors import BadInputError, RefusedError


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What must be done before an assessment can be submitted; 待确认 items are among the open ones."""

    open: tuple[Row, ...]
    undeclared: tuple[Undeclared, ...]
    unexplained: tuple[Row, ...]

    def lines(self) -> Iterator[str]:
        """All of it in words; nothing if there is none."""
        if self.open:
            yield from _listed(f"未评{len(self.open)}条", places(self.open, _open_name))
        if self.undeclared:
            kinds = (
                f"{u.checklist.title}·{OBJECT_KINDS[u.kind]}（{len(u.open_items)}条按未评计）"
                for u in self.undeclared
            )
            yield from _listed("既没有自查表，也没有声明本年无", tuple(kinds))
        if self.unexplained:
            yield from _listed(f"没有写理由{len(self.unexplained)}条", places(self.unexplained))


def obstacles(board: Board) -> Obstacles:
    """What stands in the way of submitting."""
    rows = tuple(board.rows())
    return Obstacles(
        open=tuple(row for row in rows if row.is_open),
        undeclared=tuple(u for u in board.undeclared if u.open_items),
        unexplained=tuple(
            row for row in rows if (v := row.answer.settled) and v.needs_reason and not row.answer.note
        ),
    )


def submit(board: Board, former: FormerYears = NO_FORMER) -> Wish:
    """送审.

    Args:
        board: the assessment as it stands.
        former: when each item had a gap before; from now on documents everywhere say it as known here.

    Raises:
        RefusedError: names every open item, undeclared kind and missing reason.
    """
    _require_complete(board, "送审")
    return "submitted", {"former": {item: list(years) for item, years in former.items()}}


def recall() -> Wish:
    """撤回 by the officer."""
    return "recalled", {}


def give_back(board: Board, text: str) -> Wish:
    """退回 of the whole; `text` may be empty where returned items have opinions of their own.

    Raises:
        BadInputError: there is no opinion at all.
    """
    opinion = clean_text(text, "退回意见", NOTE_LIMIT)
    if not opinion and not returned(board):
        raise BadInputError("退回必须写意见。", "写明要填报人改什么，或先逐条退回。")
    return "returned", {"text": opinion}


def finalise(board: Board, lane: Lane, *, without_review: bool, has_adviser: bool) -> Wish:
    """定稿.

    Args:
        board: the assessment as it stands.
        lane: who finalises.
        without_review: the officer's word that there is no adviser.
        has_adviser: whether an adviser has recorded anything.

    Raises:
        RefusedError: not this lane's to do, an item stands 退回, or something is open.
    """
    if lane is Lane.OFFICER:
        _require_no_adviser(without_review=without_review, has_adviser=has_adviser)
    elif without_review:
        raise RefusedError("法律顾问定稿就是经过复核，未写入。", "请去掉 --without-review。")
    if rows := returned(board):
        lines = _listed(f"还有退回未改的{len(rows)}条，不能定稿，未写入", places(rows))
        raise RefusedError("\n".join(lines), "请退回给填报人改；意见不再坚持的，先改为同意或更正。")
    _require_complete(board, "定稿")
    return "finalised", {"without_review": True} if without_review else {}


def _require_no_adviser(*, without_review: bool, has_adviser: bool) -> None:
    if not without_review:
        raise RefusedError(
            "定稿由法律顾问作出，未写入。",
            "确实没有法律顾问的，用 fazhi finalise 编号 --without-review 自行定稿，导出件会注明未经复核。",
        )
    if has_adviser:
        raise RefusedError(
            "这份自查已有法律顾问的复核记录，不能不经复核定稿，未写入。",
            "请把交接文件交给法律顾问（换了人的，交给新的法律顾问）定稿。",
        )


def _require_complete(board: Board, step: str) -> None:
    if lines := list(obstacles(board).lines()):
        raise RefusedError(
            "\n".join([f"还不能{step}，未写入。", *lines]), "请答完、建表或声明本年无、补写理由后再试。"
        )


def _listed(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    yield f"{title}："
    yield from (f"  {line}" for line in lines)


def _open_name(row: Row) -> str:
    return f"{row.item.id}（待确认）" if row.answer.was_asked else row.item.id

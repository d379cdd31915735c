"""`fazhi compare`: two years of one unit side by side."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from fazhi_tui.cli.command import DONE, Command
from fazhi_tui.cli.commands.opening import say_unread
from fazhi_tui.cli.parser import Parser, given_path
from fazhi_tui.cli.streams import put, say
from fazhi_tui.cli.tables import put_table
from fazhi_tui.errors import BadInputError
from fazhi_tui.storage.export import export

if TYPE_CHECKING:
    from fazhi_tui.domain.compare import Side, YearComparison
    from fazhi_tui.session import Session
    from fazhi_tui.workspace import Workspace

_FOLDING = ("问题", "原因")


def _configure(parser: Parser) -> None:
    parser.add_argument("one", metavar="编号", help="一份自查的编号")
    parser.add_argument("other", metavar="编号", help="另一份的编号；先后不论，年度早的算上一次")
    parser.add_argument(
        "-o", "--output", metavar="文件", type=given_path, help="写到这个 .md 文件，已有的会被替换"
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    from fazhi_tui.domain.compare import compare, in_order
    from fazhi_tui.reporting.compare_markdown import compare_markdown

    if args.output is not None and args.output.suffix.lower() != ".md":
        raise BadInputError(f"对比不能写成这种文件：{args.output}", "文件名请以 .md 结尾。")
    sessions = {s.id: s for s in (workspace.open(id, writable=False) for id in (args.one, args.other))}
    if len(sessions) == 1:
        raise BadInputError(f"两个编号是同一份自查：{''.join(sessions)}", "请写两份自查的编号。")
    old, new = in_order(*map(_side, sessions.values()))
    earlier, later = sessions[old.assessment.id], sessions[new.assessment.id]
    comparison = compare(old, new, later.former_years)
    if args.output is None:
        _put(comparison)
    else:
        text = compare_markdown(comparison, (earlier.check_code, later.check_code))
        export(args.output, text.encode("utf-8"))
        say(f"已写出：{args.output}")
    _say_doubts(old, new)
    say_unread(later)
    return DONE


def _side(session: Session) -> Side:
    from fazhi_tui.domain.compare import Side

    return Side(session.assessment, session.board)


def _put(comparison: YearComparison) -> None:
    from fazhi_tui.reporting.words import compare_words as words

    put(words.title(comparison))
    put_table(words.OVERVIEW_HEADER, words.overview_rows(comparison), folding=())
    for line in (words.UNEQUAL, words.BASIS, words.counts_words(comparison), words.steady_words(comparison)):
        if line:
            put(line)
    if lines := words.chart_lines(comparison):
        put(f"\n{words.CHART}")
        put("\n".join(lines))
    for heading, header, rows in words.tables(comparison):
        put(f"\n{heading}")
        put_table(header, rows, folding=(*_FOLDING, *header[1:]))


def _say_doubts(old: Side, new: Side) -> None:
    if old.assessment.unit != new.assessment.unit:
        say(f"两份自查的单位名称不同：{old.assessment.unit}、{new.assessment.unit}；请确认是同一单位。")
    if old.assessment.year == new.assessment.year:
        say("两份自查是同一年度的两轮，不算屡查屡犯。")


COMMAND = Command("compare", "对比同一单位两个年度的自查", ("编号 编号 [-o 文件]",), _configure, _run)

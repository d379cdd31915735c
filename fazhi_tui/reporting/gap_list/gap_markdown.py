"""The gap list as a Markdown document: the same log gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.law.citation import chinese_number
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.ledger import Entry, current, ledger
from fazhi_tui.domain.rectifying.repeats import NO_REPEATS, Repeats
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.domain.verdict import SCALED
from fazhi_tui.reporting.frame import document_foot, document_title
from fazhi_tui.reporting.gap_list.gap_overview import is_draft, overview
from fazhi_tui.reporting.gap_list.gap_remainder import remainder_sections
from fazhi_tui.reporting.gap_list.gap_sections import Section, advice_sections, gap_sections, listed
from fazhi_tui.reporting.gap_list.review_sections import review_sections
from fazhi_tui.reporting.ledger.ledger_section import ledger_sections
from fazhi_tui.reporting.markdown_escape import continued, inline
from fazhi_tui.reporting.words.review_words import review_notices


def gap_markdown(
    assessment: Assessment,
    board: Board,
    check_code: str,
    repeats: Repeats = NO_REPEATS,
    *,
    editor: Lane | None = None,
) -> str:
    """The gap list of an assessment, headed 草稿 unless everything is answered and 定稿.

    Args:
        assessment: whose list it is.
        board: its sheets and rows as they stand.
        check_code: the 校验码 of the log it was made from.
        repeats: which gaps former years had as well, by item id.
        editor: around whose fields to put marks, see `gap_editable`; None for none.
    """
    entries = ledger(assessment, board, repeats=repeats)
    blocks = [f"# {document_title(assessment, board, '差距清单')}", *_notices(assessment, board)]
    for number, section in enumerate(_sections(assessment, board, entries, editor), start=1):
        blocks += [f"## {chinese_number(number)}、{section.title}", *section.blocks]
    return "\n\n".join([*blocks, *document_foot(assessment, check_code)]) + "\n"


def _sections(
    assessment: Assessment, board: Board, entries: Sequence[Entry], editor: Lane | None
) -> Iterator[Section]:
    gaps = current(entries)
    yield Section("总体情况", tuple(overview(assessment, board)))
    yield from gap_sections(board, gaps, editor)
    yield from advice_sections(gaps, editor)
    yield from ledger_sections(entries)
    yield from review_sections(assessment, board)
    yield from remainder_sections(assessment, board)
    yield _method(board)


def _notices(assessment: Assessment, board: Board) -> list[str]:
    notices = []
    if is_draft(assessment, board):
        notices.append(f"本清单为草稿：自查处于“{assessment.state}”状态，内容以定稿为准。")
    if assessment.is_demo:
        notices.append("本清单为示例，内容仅供演示，不作为任何单位的自查结论。")
    return [*notices, *(continued(words, 0) for words in review_notices(assessment))]


def _method(board: Board) -> Section:
    lines = [
        "分值为本清单设定,非法定。",
        *_scales(board),
        f"折算＝实得÷应得×100；同一检查项用于几张自查表的，取其平均；总分为各清单折算分的{_weights(board)}。",
        "不适用、本年未发生的检查项不计入应得和实得；未评的，按零分至满分列出区间。",
        f"等次：{_bands(board.scheme)}。红线检查项不计分，评为未落实或流于形式的，结论为不合格。",
        "标有“原文待核”的依据，引用前应与正式公布的文本核对。",
    ]
    return Section("计分和引用说明", (listed(lines),))


def _weights(board: Board) -> str:
    uneven = [(c.title, w) for c in board.checklists if (w := board.scheme.weight_of(c.id)) != 1]
    words = "、".join(f"{inline(title)}{float(weight):g}" for title, weight in uneven)
    return f"加权平均（权重：{words}，其余为1）" if uneven else "平均"


def _bands(scheme: Scheme) -> str:
    names = [f"{float(limit):g}分以上为{inline(name)}" for limit, name in scheme.bands[:-1]]
    if len(scheme.bands) > 1:
        names.append(f"{float(scheme.bands[-2][0]):g}分以下为{inline(scheme.bands[-1][1])}")
    return "，".join(names) or inline(scheme.bands[0][1])


def _scales(board: Board) -> list[str]:
    """How much each verdict is worth; a line for each scale in use."""
    titles: dict[str, list[str]] = {}
    for checklist in board.checklists:
        scale = board.scheme.scale_of(checklist)
        words = "、".join(f"{v}{float(f):g}" for v, f in zip(SCALED, scale, strict=True))
        titles.setdefault(words, []).append(inline(checklist.title))
    if len(titles) == 1:
        return [f"结论系数：{words}。" for words in titles]
    return [f"结论系数（{'、'.join(names)}）：{words}。" for words, names in titles.items()]

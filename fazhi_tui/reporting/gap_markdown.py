"""The gap list as a Markdown document: the same log gives the same bytes."""

from __future__ import annotations

from fazhi_tui.domain.assessment import Assessment, State
from fazhi_tui.domain.citation import chinese_number
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.domain.verdict import SCALED
from fazhi_tui.reporting.gap_overview import is_draft, overview
from fazhi_tui.reporting.gap_remainder import remainder_sections
from fazhi_tui.reporting.gap_sections import Section, advice_sections, gap_sections, listed
from fazhi_tui.reporting.markdown_escape import inline
from fazhi_tui.reporting.review_words import chinese_day

DEMO = "示例"


def gap_markdown(assessment: Assessment, board: Board, check_code: str) -> str:
    """The gap list of an assessment, headed 草稿 unless everything is answered and 定稿.

    Args:
        assessment: whose list it is.
        board: its sheets and rows as they stand.
        check_code: the 校验码 of the log it was made from.
    """
    gaps = find_gaps(board)
    sections = [
        *gap_sections(board, gaps),
        *advice_sections(gaps),
        *remainder_sections(assessment, board),
        _method(board),
    ]
    blocks = [f"# {_title(assessment, board)}", *_notices(assessment, board)]
    blocks += ["## 总体情况", *overview(assessment, board)]
    for number, section in enumerate(sections, start=1):
        blocks += [f"## {chinese_number(number)}、{section.title}", *section.blocks]
    return "\n\n".join([*blocks, *_foot(assessment, check_code)]) + "\n"


def _title(assessment: Assessment, board: Board) -> str:
    demo = f"（{DEMO}）" if assessment.is_demo else ""
    is_said_by_demo = assessment.is_demo and assessment.round == DEMO
    round_ = f"（{inline(assessment.round)}）" if assessment.round and not is_said_by_demo else ""
    draft = "（草稿）" if is_draft(assessment, board) else ""
    name = f"{inline(assessment.unit)}{assessment.year}年度{round_}"
    return f"{name}法治政府建设自查差距清单{draft}{demo}"


def _notices(assessment: Assessment, board: Board) -> list[str]:
    notices = []
    if is_draft(assessment, board):
        notices.append(f"本清单为草稿：自查处于“{assessment.state}”状态，内容以定稿为准。")
    if assessment.is_demo:
        notices.append("本清单为示例，内容仅供演示，不作为任何单位的自查结论。")
    if assessment.without_review and assessment.state is State.FINAL:
        notices.append("本清单未经法律顾问复核，由填报单位自行定稿。")
    return notices


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


def _foot(assessment: Assessment, check_code: str) -> list[str]:
    return [
        "---",
        f"日期：{chinese_day(assessment.last_at)}",
        f"校验码：{check_code}",
        "校验码用于发现电子文件与已签字纸质文本不一致；同时改写文件并重新打印的，校验码不能阻止。",
    ]

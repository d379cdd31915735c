"""An annual report as Markdown: as a draft with its margin, or as a final text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fazhi_tui.reporting.annual.report_document import Block, Heading, Kind, Paragraph, Piece, Report
from fazhi_tui.reporting.markdown_escape import inline, opening

CONFLICTS = "前后矛盾之处，须先改正"
_HOW_TO_READ = (
    "本稿由自查记录起草，没有写进记录的一概不写。〔依据：…〕是出处，--final 去掉；"
    "〔待补：…〕是材料里没有的，补齐之前不去掉。说明里写“原因：…”“成效：…”“安排：…”的，会写进相应的部分。"
)
_HOW_TO_SETTLE = (
    "请改正自评、说明或模板；核对过、确实不矛盾的，把检查项编号写进 report.toml 的 checked。"
    "改正之前，这一段不去掉，报告一直标“草稿”。"
)


def report_markdown(report: Report, *, is_final: bool, is_placed: bool = False) -> str:
    """The document; `is_placed` for a Word file: with the marks of `letter_places`.

    A final text has no margin references and no advice to the drafter. What is lacking and where it
    contradicts itself stays visible in it all the same, and it is headed 草稿 while there is any.
    """
    marks = [] if is_final and report.is_clean else ["草稿"]
    title = inline(report.title) + "".join(f"（{mark}）" for mark in (*marks, *report.marks))
    blocks = [f"# {title}"]
    if not is_final:
        blocks.append(_quoted((_HOW_TO_READ, *report.advice)))
    if report.conflicts:
        blocks += [f"## {CONFLICTS}", _listed(report.conflicts), _HOW_TO_SETTLE]
    for block in report.blocks:
        mark = block.place.mark if is_placed and isinstance(block, Paragraph) and block.place else ""
        blocks.append(_block(block, is_final=is_final) + mark)
    return "\n\n".join([*blocks, "---", *map(inline, report.foot)]) + "\n"


def _block(block: Block, *, is_final: bool) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {inline(block.text)}"
    return _paragraph(block, is_final=is_final)


def _paragraph(block: Paragraph, *, is_final: bool) -> str:
    first, *rest = block.pieces
    words = _piece(first, opening, is_final=is_final)
    words += "".join(_piece(piece, inline, is_final=is_final) for piece in rest)
    return f"{block.number}. {words}" if block.number else words


def _piece(piece: Piece, escaped: Callable[[str], str], *, is_final: bool) -> str:
    text = f"〔待补：{inline(piece.text)}〕" if piece.kind is Kind.TODO else escaped(piece.text)
    if is_final or not piece.refs:
        return text
    return f"{text}〔依据：{inline('；'.join(piece.refs))}〕"


def _quoted(lines: Iterable[str]) -> str:
    return "\n>\n".join(f"> {inline(line)}" for line in lines)


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}. {opening(line)}" for number, line in enumerate(lines, start=1))

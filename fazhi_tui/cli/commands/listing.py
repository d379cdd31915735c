"""`fazhi list`: all assessments."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from fazhi_tui.cli.command import DAMAGED, DONE, Command
from fazhi_tui.cli.parser import Parser
from fazhi_tui.cli.streams import put, say
from fazhi_tui.cli.tables import put_table

if TYPE_CHECKING:
    from fazhi_tui.workspace import Workspace

_HEADER = ("编号", "单位", "年度", "轮次", "状态", "已评", "得分", "差距", "红线", "备注")


def _configure(parser: Parser) -> None:
    parser.add_argument(
        "--format", metavar="格式", choices=["json"], help="json：写成 JSON，供程序读取；不写就是表格"
    )


def _run(workspace: Workspace, args: argparse.Namespace) -> int:
    listed = workspace.list()
    summaries = [entry.summary for entry in listed if entry.summary is not None]
    if args.format == "json":
        put(json.dumps([s["entry"] for s in summaries], ensure_ascii=False, indent=2))
    elif summaries:
        put_table(_HEADER, [_cells(summary) for summary in summaries], folding=("编号", "单位"))
        say("分值为各清单设定，非法定；未评完的得分是一个范围。")
    elif not listed:
        say("还没有自查。用 fazhi new 新建一份，或用 fazhi demo 看一个示例。")
    faults = [entry for entry in listed if entry.fault is not None]
    for entry in faults:
        say(f"“{entry.id}”打不开：{entry.fault}")
    return DAMAGED if faults else DONE


def _cells(summary: dict[str, Any]) -> tuple[str, ...]:
    entry = summary["entry"]
    return (
        entry["id"],
        entry["unit"],
        str(entry["year"]),
        entry["round"],
        f"{entry['state']}（未经复核）" if entry.get("without_review") else entry["state"],
        f"{entry['total'] - entry['open']}/{entry['total']}",
        summary["range"],
        str(entry["gaps"]),
        str(entry["redlines"]),
        "示例" if summary["demo"] else "",
    )


COMMAND = Command("list", "列出全部自查", ("[--format json]",), _configure, _run)

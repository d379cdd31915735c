"""`report.toml`: how a unit words its annual report (format: docs/年度报告.md)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from fazhi_tui.domain.annual.report_template import (
    PLACEHOLDER,
    PLACEHOLDERS,
    STANDARD,
    TITLES,
    Part,
    PartText,
    Template,
)
from fazhi_tui.domain.checklist import Checklist
from fazhi_tui.domain.unit import UNIT
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.checklists.table import Table
from fazhi_tui.loading.checklists.toml_file import read_toml

SCHEMA = 1
_TEXTS = ("opening", "closing", "to", "copy")


def load_template(path: Path, checklists: Iterable[Checklist]) -> Template:
    """The template of a file; the standard one where there is no file.

    Args:
        path: where `report.toml` is or would be.
        checklists: those whose stages and items it can name.

    Raises:
        FileFaultsError: with every fault of the file.
    """
    if not path.exists():
        return STANDARD
    data, findings = read_toml(path)
    template = STANDARD
    if data is not None:
        table = Table(data, path.name, "文件开头", findings)
        template = _template(table, tuple(checklists))
    if findings:
        raise FileFaultsError(findings, "请改正年度报告的模板后再试；删去它即用程序自带的写法。")
    return template


def _template(table: Table, checklists: Sequence[Checklist]) -> Template:
    if table.data.get("schema") != SCHEMA:
        table.fault(f"schema 应为 {SCHEMA}。", f"请写 schema = {SCHEMA}；更高的格式请升级 fazhi。")
        return STANDARD
    table.only(("schema", "title", "checked", *_TEXTS, *Part))
    stages = {f"{c.id}/{s.id}" for c in checklists for s in c.stages if s.object == UNIT}
    items = {item.id for c in checklists for _, item in c.items()}
    texts = {key: _paragraphs(table, key) for key in _TEXTS}
    parts = {part: _part(table.sub(table.data.get(part.value, {}), part.value), part) for part in Part}
    return Template(
        title=_line(table, "title", STANDARD.title),
        opening=texts["opening"] or STANDARD.opening,
        closing=texts["closing"],
        to=texts["to"],
        copy=texts["copy"],
        parts=parts,
        stages=_stages(table, stages),
        checked=frozenset(_known(table, "checked", items, "检查项")),
    )


def _part(table: Table, part: Part) -> PartText:
    more = ("stages",) if part is Part.RESPONSIBILITY else ()
    table.only(("title", "lead", "tail", *more))
    title = _line(table, "title", TITLES[part])
    return PartText(title, _paragraphs(table, "lead"), _paragraphs(table, "tail"))


def _stages(table: Table, stages: Collection[str]) -> frozenset[str]:
    part = table.data.get(Part.RESPONSIBILITY.value)
    if not isinstance(part, dict) or "stages" not in part:
        return STANDARD.stages
    inner = table.sub(part, Part.RESPONSIBILITY.value)
    return frozenset(_known(inner, "stages", stages, "本单位的环节"))


def _known(table: Table, key: str, known: Collection[str], what: str) -> tuple[str, ...]:
    given = table.texts(key)
    for text in given:
        if text not in known:
            table.fault(f"“{key}”里的“{text}”不是{what}。", _sample(key))
    return given


def _sample(key: str) -> str:
    if key == "stages":
        return "请写成 清单编号/环节编号，如 diyi-zerenren/zuzhi-lingdao；人员的环节不用写。"
    return "请写检查项编号，如 zdjc-14-tingqu。"


def _line(table: Table, key: str, standard: str) -> str:
    if key not in table.data:
        return standard
    text = table.text(key, required=True)
    _check_placeholders(table, key, text)
    return text


def _paragraphs(table: Table, key: str) -> tuple[str, ...]:
    texts = table.texts(key)
    for text in texts:
        if not text.strip():
            table.fault(f"“{key}”里有空的一段。", "请写内容，或删去这一段。")
        _check_placeholders(table, key, text)
    return texts


def _check_placeholders(table: Table, key: str, text: str) -> None:
    for name in PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            known = "、".join(f"{{{name}}}" for name in PLACEHOLDERS)
            table.fault(f"“{key}”里的“{{{name}}}”不认识。", f"只能写：{known}。")
    if any(mark in PLACEHOLDER.sub("", text) for mark in "{}"):
        table.fault(f"“{key}”里的花括号不成对。", "花括号只用来写 {单位}、{年度}、{下一年度}。")

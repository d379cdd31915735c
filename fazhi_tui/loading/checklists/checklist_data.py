"""A checklist out of plain data (a TOML file read, or the adopted copy kept as JSON)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fazhi_tui.domain.checklist import DEFAULT_SCALE, Checklist, Item, Stage
from fazhi_tui.domain.law.citation import Law, Verified, Working, is_article, is_place
from fazhi_tui.domain.reckoning.params import ParamSpec
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.loading.checklists.checklist_items import read_item
from fazhi_tui.loading.checklists.contradictions import read_contradictions
from fazhi_tui.loading.checklists.findings import Finding
from fazhi_tui.loading.checklists.local_params import read_params
from fazhi_tui.loading.checklists.scale import read_scale
from fazhi_tui.loading.checklists.table import Table

SCHEMA = 1
_KEYS = [
    "schema",
    "id",
    "title",
    "version",
    "checked",
    "scale",
    "history",
    "laws",
    "params",
    "contradicts",
    "stages",
]
_LAW_KEYS = [
    "title",
    "number",
    "effective",
    "expires",
    "verified",
    "pending",
    "working",
]
_VERIFIED: tuple[Verified, ...] = ("full", "partial", "unverified")


def read_checklist(data: Mapping[str, Any], file: str) -> tuple[Checklist | None, list[Finding]]:
    """The checklist and every fault found; None where there is any fault."""
    findings: list[Finding] = []
    table = Table(data, file, "文件开头", findings)
    if data.get("schema") != SCHEMA:
        table.fault(f"schema 应为 {SCHEMA}。", f"请写 schema = {SCHEMA}；更高的格式请升级 fazhi。")
        return None, findings
    table.only(_KEYS)
    laws = _laws(table)
    params = read_params(table)
    checklist_id, checked = table.id(), table.day("checked", required=True)
    scale, history = read_scale(table) or DEFAULT_SCALE, _history(table)
    title, version = table.text("title", required=True), table.text("version", required=True)
    stages = _stages(table, laws, params)
    _check_unique(table, stages)
    contradicts = read_contradictions(table, {item.id for stage in stages for item in stage.items})
    if findings or checked is None:
        return None, findings
    made = Checklist(
        id=checklist_id,
        title=title,
        version=version,
        checked=checked,
        laws=tuple(laws.values()),
        stages=stages,
        scale=scale,
        history=history,
        params=params,
        contradicts=contradicts,
    )
    return made, findings


def _laws(table: Table) -> dict[str, Law]:
    laws = {}
    declared = table.data.get("laws")
    if not isinstance(declared, Mapping) or not declared:
        table.fault("没有声明任何法律 [laws.…]。", "请按《清单格式》声明所引法律。")
        return {}
    for key, data in declared.items():
        laws[key] = _law(table.sub(data, f"laws.{key}"), key)
    return laws


def _law(law: Table, key: str) -> Law:
    law.only(_LAW_KEYS)
    effective, expires = law.day("effective", required=True), law.day("expires")
    written = law.text("verified", required=True, one_of=_VERIFIED)
    verified: Verified = next((v for v in _VERIFIED if v == written), "unverified")
    pending = law.texts("pending")
    for place in pending:
        if not is_place(place):
            law.fault(f"pending 里的“{place}”不是条款写法。", "请写 15.1 或 二（六）。")
    if effective is not None and expires is not None and expires < effective:
        law.fault("失效日期早于施行日期。", "请核对 effective 和 expires。")
    title, number = law.text("title", required=True), law.text("number")
    return Law(key, title, number, effective or date.min, expires, verified, pending, _working(law))


def _working(law: Table) -> Working | None:
    """A statute's own rule of days; None where there is none, `working = {}` included."""
    if not law.data.get("working", {}):
        return None
    rule = law.sub(law.data["working"], f"{law.place}.working")
    rule.only(("cite", "days"))
    cite, days = rule.text("cite", required=True), rule.data.get("days")
    if cite and not is_article(cite):
        rule.fault(f"cite 写成了“{cite}”，不是条款写法。", '请写本法的条款，如 cite = "85"。')
    whole = isinstance(days, list) and all(type(n) is int and n > 0 for n in days)
    if not isinstance(days, list) or not days or not whole:
        rule.fault("days 应当是正整数的列表。", "请写按工作日计算的天数，如 days = [2, 3, 5, 7]。")
        return None
    return Working(cite, tuple(days))


def _stages(table: Table, laws: Mapping[str, Law], params: Sequence[ParamSpec]) -> tuple[Stage, ...]:
    stages = []
    for data in table.tables("stages", required=True):
        name = data.get("title") if isinstance(data, Mapping) else None
        stage = table.sub(data, f"环节“{name or '未命名'}”")
        stage.only(("id", "title", "object", "items"))
        kind = stage.text("object", required=True, one_of=tuple(OBJECT_KINDS))
        items = [_item(stage, item, laws, params, kind) for item in stage.tables("items", required=True)]
        stages.append(Stage(stage.id(), stage.text("title", required=True), kind, tuple(items)))
    return tuple(stages)


def _item(
    stage: Table, data: object, laws: Mapping[str, Law], params: Sequence[ParamSpec], kind: str
) -> Item:
    name = data.get("id") if isinstance(data, Mapping) else None
    return read_item(stage.sub(data, f"检查项 {name or f'（{stage.place}中未编号）'}"), laws, params, kind)


def _check_unique(table: Table, stages: tuple[Stage, ...]) -> None:
    seen: set[str] = set()
    for stage in stages:
        for kind, name in (
            (f"环节编号“{stage.id}”", f"#{stage.id}"),
            (f"环节名称“{stage.title}”", stage.title),
        ):
            if name in seen:
                table.fault(f"{kind}重复。", "请改名。")
            seen.add(name)
        for item in stage.items:
            if item.id and item.id in seen:
                table.fault(f"检查项编号“{item.id}”重复。", "编号在所有清单中只能用一次，请换一个。")
            seen.add(item.id)


def _history(table: Table) -> tuple[tuple[str, str], ...]:
    entries = []
    for data in table.tables("history"):
        entry = table.sub(data, "history")
        entry.only(("version", "change", "date"))
        entries.append((entry.text("version", required=True), entry.text("change", required=True)))
    return tuple(entries)

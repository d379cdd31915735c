"""What the history says of manual gaps, of what was done about gaps, and of who answers which stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fazhi_tui.domain.answers import Evidence
from fazhi_tui.domain.log.events import Event

Key = tuple[str, str, str]
_PLAN = {
    "measure": "措施",
    "leader": "责任领导",
    "department": "责任部门",
    "person": "责任人",
    "due": "时限",
    "pace": "类型",
}
_MANUAL = {"problem": "问题", "basis": "依据", "source": "来源", "checklist": "清单", "stage": "环节"}


def rectify_parts(event: Event) -> Iterator[tuple[Key | None, str]]:
    """What an event of these kinds did, each with the answer it concerns; nothing for other kinds."""
    data = event.payload
    if event.kind == "rectified":
        yield from ((_key(step["gap"]), _step_words(step)) for step in data["steps"])
    elif event.kind == "closing_judged":
        yield from ((_key(j["gap"]), _judgement_words(j)) for j in data["judgements"])
    elif event.kind in {"gap_added", "gap_changed", "gap_withdrawn"}:
        words = [f"{name} {data[field]}" for field, name in _MANUAL.items() if data.get(field)]
        words += [f"理由 {data['reason']}"] if data.get("reason") else []
        yield _key([data["id"]]), "；".join(words)
    elif event.kind == "dept_assigned":
        stages = (f"{s['checklist']}/{s['stage']} {s['department'] or '不分工'}" for s in data["stages"])
        yield None, "；".join(stages)


def _key(gap: list[str]) -> Key:
    *where, item = gap
    checklist, sheet = where or ("", "")
    return checklist, sheet, item


def _step_words(step: Mapping[str, Any]) -> str:
    words = [f"{name} {step[field] or '清除'}" for field, name in _PLAN.items() if field in step]
    if extension := step.get("extension"):
        words.append(f"延期至 {extension['due']}：{extension['reason']}")
    if progress := step.get("progress"):
        words.append(f"进展 {progress['date']} {progress['text']}")
    if request := step.get("request"):
        words.append(f"申请销号 {'、'.join(Evidence(**entry).text for entry in request)}")
    return "；".join(words)


def _judgement_words(judgement: Mapping[str, Any]) -> str:
    if not judgement["closes"]:
        return f"退回整改；{judgement['opinion']}"
    words = [f"销号；核查 {judgement['checked']}；方式 {judgement['how']}"]
    return "；".join([*words, *filter(None, [judgement["opinion"]])])

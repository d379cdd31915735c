"""Faults that only show where several checklist files stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from fazhi_tui.domain.checklist import Item, Stage
from fazhi_tui.domain.reckoning.params import ParamSpec
from fazhi_tui.domain.unit import OBJECT_KINDS
from fazhi_tui.loading.checklists.findings import Finding
from fazhi_tui.loading.checklists.read_file import ReadFile, item_place

Homes = Mapping[str, tuple[ReadFile, Stage]]


def faults_between(files: Sequence[ReadFile], *, is_whole: bool) -> list[Finding]:
    """Every fault between these files, the shipped ones first.

    Args:
        files: the files that read.
        is_whole: whether every shipped file is among them, so that an id none of them has is nowhere.
    """
    homes = homes_of(files)
    return [
        *_ids(files),
        *_replacements(files, homes, is_whole=is_whole),
        *_contradictions(files, homes),
        *_laws(files),
        *_params(files),
    ]


def homes_of(files: Sequence[ReadFile]) -> Homes:
    """Where each shipped item stands: its file and stage."""
    return {
        item.id: (file, stage) for file in files if not file.is_own for stage, item in file.checklist.items()
    }


def _ids(files: Sequence[ReadFile]) -> Iterator[Finding]:
    """Ids used twice; an own item that replaces a shipped one does not use its id anew."""
    first: dict[str, ReadFile] = {}
    for file in files:
        items = [item.id for _, item in file.checklist.items() if not (file.is_own and item.replaces)]
        for name in [file.checklist.id, *items]:
            if name in first:
                yield _used_twice(name, file, first[name])
            first.setdefault(name, file)


def _used_twice(name: str, file: ReadFile, first: ReadFile) -> Finding:
    is_shipped_item = file.is_own and not first.is_own and name != first.checklist.id
    if is_shipped_item and name != file.checklist.id:
        problem = f"编号“{name}”是随附清单 {first.name} 里的检查项。"
        remedy = "要用本单位的写法替换它，请加一行 replaces = true；要另加一条，请换一个编号。"
        return Finding(file.name, item_place(name), problem, remedy)
    problem = f"编号“{name}”在 {first.name} 中已用过。"
    return Finding(file.name, f"编号 {name}", problem, "编号在所有清单中只能用一次，请换一个。")


def _replacements(files: Sequence[ReadFile], homes: Homes, *, is_whole: bool) -> Iterator[Finding]:
    taken: dict[str, str] = {}
    for file in files:
        for stage, item in file.checklist.items():
            if not item.replaces:
                continue
            told = _fault(item, stage, file, homes, taken, is_whole=is_whole)
            if told is not None:
                yield Finding(file.name, item_place(item.id, is_local=file.is_own), *told)
            if file.is_own:
                taken.setdefault(item.id, file.name)


def _fault(
    item: Item, stage: Stage, file: ReadFile, homes: Homes, taken: Mapping[str, str], *, is_whole: bool
) -> tuple[str, str] | None:
    if not file.is_own:
        return "随附的清单里不能写 replaces。", "请删去；replaces 只用在本单位自己的清单里。"
    if item.id in taken:
        return f"这一条在 {taken[item.id]} 中已替换过。", "一条只能替换一次，请只留一处。"
    if item.id not in homes:
        return _unknown(item.id, homes) if is_whole else None
    home, shipped = homes[item.id]
    if shipped.object == stage.object:
        return None
    asked, here = OBJECT_KINDS[shipped.object], OBJECT_KINDS[stage.object]
    return (
        f"随附清单 {home.name} 里它按“{asked}”自查，这里放在按“{here}”自查的环节。",
        f'请放进 object = "{shipped.object}" 的环节。',
    )


def _unknown(id: str, homes: Homes) -> tuple[str, str]:
    close = get_close_matches(id, homes, n=1)
    guess = f"，是不是“{close[0]}”？" if close else "；"
    return (
        f"写了 replaces，但随附的清单都没有检查项“{id}”。",
        f"请核对编号{guess}要另加一条，请删去 replaces 这一行。",
    )


def _contradictions(files: Sequence[ReadFile], homes: Homes) -> Iterator[Finding]:
    """Pairs of an own file of which only one goes into a shipped checklist, or each into another."""
    for file in files:
        if not file.is_own:
            continue
        goes_to = {
            item.id: homes[item.id][0].name if item.id in homes else ""
            for _, item in file.checklist.items()
            if item.replaces
        }
        for pair in file.checklist.contradicts:
            places = {goes_to.get(id, file.name) for id in pair.items}
            shipped = places - {file.name}
            if (shipped and shipped != places) or len(shipped - {""}) > 1:
                ids = "、".join(f"“{id}”" for id in pair.items)
                problem = f"{ids}替换后不在同一份清单里，不能写成互相矛盾。"
                yield Finding(file.name, "contradicts", problem, "请删去这一条 contradicts。")


def _laws(files: Sequence[ReadFile]) -> Iterator[Finding]:
    """One law key for two laws."""
    first: dict[str, tuple[str, str]] = {}
    for file in files:
        for law in file.checklist.laws:
            title, name = first.setdefault(law.key, (law.title, file.name))
            if title != law.title:
                problem = f"键“{law.key}”在 {name} 中指《{title}》，这里指《{law.title}》。"
                remedy = "同一键在各清单中须指同一部法律。"
                yield Finding(file.name, f"laws.{law.key}", problem, remedy)


def _params(files: Sequence[ReadFile]) -> Iterator[Finding]:
    """One parameter id for two figures, or one label for two ids."""
    first: dict[tuple[str, str], tuple[ParamSpec, str]] = {}
    for file in files:
        for param in file.checklist.params:
            for key in (("id", param.id), ("label", param.label)):
                other, name = first.setdefault(key, (param, file.name))
                if other != param:
                    yield Finding(file.name, f"地方参数 {param.id}", *_not_the_same(param, other, name))
                    break


def _not_the_same(param: ParamSpec, other: ParamSpec, name: str) -> tuple[str, str]:
    there, here = (f"{p.id}“{p.label}”（{p.type}）" for p in (other, param))
    return (
        f"在 {name} 中是 {there}，这里是 {here}。",
        "同一个参数在各清单中的编号、名称、类型须相同，请照抄；不是同一个的，编号和名称都要换。",
    )

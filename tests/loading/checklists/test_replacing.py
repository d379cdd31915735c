"""A unit's own items in the place of shipped ones: what stands there then, and what goes with it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.loading.checklists.checklist_data import read_checklist
from fazhi_tui.loading.checklists.checklist_files import library_from_data, load_library
from fazhi_tui.loading.checklists.read_file import ReadFile
from fazhi_tui.loading.checklists.replacing import with_replacements
from tests.loading.checklists.own_checklists import (
    FACTS,
    LAWS,
    LOCAL_LAW,
    PARAM,
    RULE,
    SHIPPED,
    joined,
    mine,
    own,
    pair,
)
from tests.samples import DECISIONS, LAW, Data, checklist, item, redline, stage, write_toml


def test_a_replacement_stands_where_the_shipped_item_stood_with_its_own_words(tmp_path: Path) -> None:
    plain = load_library(write_toml(tmp_path / "plain", *SHIPPED))
    library = joined(
        tmp_path, own(mine("m-2", points=9, cites=["jia:3.1"], guidance="看本市办法"), laws=LAWS)
    )
    assert [c.id for c in library.checklists] == ["juece", "zhifa"]
    (stage_before, before), (stage_after, after) = (
        next((s, i) for s, i in one.checklists[0].items() if i.id == "m-2") for one in (plain, library)
    )
    assert [i.id for _, i in library.checklists[0].items()] == [i.id for _, i in plain.checklists[0].items()]
    assert (stage_after.id, stage_after.title) == (stage_before.id, stage_before.title)
    assert (before.is_local, after.is_local) == (False, True)
    assert (after.question, after.guidance) == ("m-2按本市办法是否做到？", "看本市办法")
    assert after.points == 9
    assert [c.text for c in after.cites] == ["《甲市重大行政决策办法》第三条第一款"]
    others = [[i for _, i in one.checklists[0].items() if i.id != "m-2"] for one in (plain, library)]
    assert others[0] == others[1]
    assert library.data[1] == plain.data[1]


def test_every_kind_of_item_can_be_replaced_by_another_force(tmp_path: Path) -> None:
    data = own(redline("m-1", replaces=True), mine("m-red", points=3))
    items = {i.id: i for _, i in joined(tmp_path, data).checklists[0].items()}
    assert (items["m-1"].redline, items["m-1"].points) == (True, None)
    assert not items["m-red"].redline
    assert items["m-red"].points == 3


def test_the_laws_an_item_needs_come_along_and_the_shipped_declaration_wins(tmp_path: Path) -> None:
    laws = {
        "zdjc": {**LAW, "number": "另一文号", "verified": "unverified"},
        "jia": LOCAL_LAW,
        "gui": {**LAW, "title": "规则所引办法"},
        "yong": {**LAW, "title": "没有用到的办法"},
    }
    rule = {"kind": "count", "fact": "n", "min": 1, "cite": "gui:2"}
    library = joined(
        tmp_path, own(mine("m-1", cites=["zdjc:15.1", "jia:3.1"], facts=FACTS, rule=rule), laws=laws)
    )
    made = {law.key: law for law in library.checklists[0].laws}
    assert list(made) == ["zdjc", "jia", "gui"]
    assert (made["zdjc"].number, made["zdjc"].verified) == ("国务院令第713号", "full")
    assert made["jia"].title == "甲市重大行政决策办法"


def test_the_parameters_of_a_rule_come_along(tmp_path: Path) -> None:
    both = item("z-1", facts=FACTS, rule={**RULE, "min": "param:liangyong"})
    extend = {"fact": "c", "days": "param:shue"}
    rule = {"kind": "at_most", "from": "a", "to": "b", "days": 3, "extend": extend}
    facts = [
        {"id": "a", "label": "甲", "type": "date"},
        {"id": "b", "label": "乙", "type": "date"},
        {"id": "c", "label": "丙", "type": "yes"},
    ]
    data = own(
        mine("m-1", facts=facts, rule=rule),
        mine("m-2", facts=FACTS, rule={**RULE, "min": "param:liangyong"}),
        both,
        params=[PARAM, *({**PARAM, "id": id, "label": id} for id in ("liangyong", "meiyong"))],
    )
    decisions, _, rest = joined(tmp_path, data).data
    assert [p["id"] for p in decisions["params"]] == ["shue", "liangyong"]
    assert [p["id"] for p in rest["params"]] == ["liangyong", "meiyong"]


def test_a_parameter_that_is_declared_there_already_is_not_declared_twice(tmp_path: Path) -> None:
    shipped = write_toml(tmp_path / "shipped", {**DECISIONS, "params": [PARAM]})
    files = write_toml(tmp_path / "own", own(mine("m-1", facts=FACTS, rule=RULE), params=[PARAM]))
    assert load_library(shipped, files).data[0]["params"] == [PARAM]


def test_what_does_not_replace_stays_in_the_own_checklist_without_empty_stages(tmp_path: Path) -> None:
    data = checklist(
        "ziji",
        stage("ziji-1", "只有替换", "matter", mine("m-1")),
        stage("ziji-2", "混合", "case", mine("c-1"), item("z-1"), item("z-2")),
    )
    library = joined(tmp_path, data)
    assert [c.id for c in library.checklists] == ["juece", "zhifa", "ziji"]
    rest = library.checklists[2]
    assert [(s.id, i.id) for s, i in rest.items()] == [("ziji-2", "z-1"), ("ziji-2", "z-2")]
    assert len(rest.stages) == 1
    local = [(c.id, i.id) for c in library.checklists for _, i in c.items() if i.is_local]
    assert local == [("juece", "m-1"), ("zhifa", "c-1")]


def test_several_own_files_may_replace_items_of_one_shipped_checklist(tmp_path: Path) -> None:
    other = {**own(mine("m-2", cites=["jia:4"]), laws={"jia": LOCAL_LAW}), "id": "another", "title": "另一份"}
    library = joined(tmp_path, own(mine("m-1", cites=["jia:3"]), laws=LAWS), other)
    assert [c.id for c in library.checklists] == ["juece", "zhifa"]
    assert [i.id for _, i in library.checklists[0].items() if i.is_local] == ["m-1", "m-2"]
    assert len(library.checklists[0].history) == 2


def test_the_data_explains_itself_later_and_goes_back_when_the_own_file_goes(tmp_path: Path) -> None:
    data = own(mine("m-1", cites=["jia:3.1"], facts=FACTS, rule=RULE), laws=LAWS, params=[PARAM])
    library = joined(tmp_path, data)
    kept = json.loads(json.dumps(library.data, ensure_ascii=False))
    again = library_from_data(kept, "checklists.json")
    assert (again.checklists, again.digest) == (library.checklists, library.digest)
    plain = load_library(write_toml(tmp_path / "plain", *SHIPPED))
    assert joined(tmp_path / "none").digest == plain.digest != library.digest


def test_history_says_which_file_replaced_what_and_the_older_check_counts(tmp_path: Path) -> None:
    data = own(mine("m-1"), mine("m-2"), checked="2025-03-01", version="2025.03")
    made = joined(tmp_path, data).checklists[0]
    assert made.history == (("本地2025.03", "按“本市要求”替换检查项m-1、m-2"),)
    assert (made.version, made.checked) == ("2026.11", date(2025, 3, 1))
    newer = joined(tmp_path / "newer", own(mine("m-1"), checked="2027-01-01")).checklists[0]
    assert newer.checked == date(2026, 11, 24)


def test_contradictions_between_replacements_go_with_them(tmp_path: Path) -> None:
    data = own(
        mine("m-1"),
        mine("m-2"),
        item("z-1"),
        item("z-2"),
        contradicts=[pair("m-1", "m-2"), pair("z-1", "z-2")],
    )
    decisions, _, rest = joined(tmp_path, data).data
    assert decisions["contradicts"] == [pair("m-1", "m-2")]
    assert rest["contradicts"] == [pair("z-1", "z-2")]


def _read(data: Data, *, is_own: bool) -> ReadFile:
    made, faults = read_checklist(data, data["id"])
    assert made is not None, faults
    return ReadFile(data["id"], made, data, is_own)


PLACES = {i["id"]: s["object"] for data in SHIPPED for s in data["stages"] for i in s["items"]}


@given(st.lists(st.sampled_from(sorted(PLACES)), unique=True, min_size=1), st.booleans())
def test_whatever_is_replaced_ids_order_and_objects_stay_and_nothing_is_lost(
    ids: list[str], adds: bool
) -> None:
    stages = [stage(f"s-{id}", f"环节{id}", PLACES[id], mine(id)) for id in ids]
    extra = [stage("s-z", "另加", "unit", item("z-1"))] if adds else []
    shipped = [_read(data, is_own=False) for data in SHIPPED]
    made, findings = with_replacements([*shipped, _read(checklist("ziji", *stages, *extra), is_own=True)])
    assert findings == []
    order = [[(s.id, s.object, i.id) for s, i in file.checklist.items()] for file in shipped]
    assert [[(s.id, s.object, i.id) for s, i in f.checklist.items()] for f in made[:2]] == order
    assert {i.id for f in made for _, i in f.checklist.items() if i.is_local} == set(ids)
    assert [f.name for f in made[2:]] == (["ziji"] if adds else [])

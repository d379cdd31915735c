from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.log.event_shapes import SHAPES, misfit
from fazhi_tui.domain.log.fold import KINDS

EVIDENCE = {"title": "公告", "number": "", "date": "", "place": ""}
ITEM = {"checklist": "a", "object": "本单位", "item": "b"}
SCHEME = {"scale": ["1", "1/2", "1/4", "0"], "weights": {"a": "3"}, "bands": [["60", "合格"], ["0", "差"]]}
MANUAL = {"problem": "没有审核", "basis": "某法", "source": "自查", "checklist": "", "stage": ""}
GOOD: dict[str, dict[str, Any]] = {
    "created": {
        "id": "某局-2023",
        "unit": "某局",
        "year": 2023,
        "kind": "部门",
        "round": "",
        "flags": ["执法权"],
        "demo": False,
    },
    "profile_changed": {"flags": []},
    "adopted": {
        "digest": "0" * 64,
        "checklists": [{"id": "a", "version": "1"}],
        "scheme": SCHEME,
        "unconfirmed": [{"checklist": "a", "item": "b", "was_asked": "原来怎么问？"}],
    },
    "sheet_added": {"checklist": "a", "object": "规划", "kind": "matter", "role": ""},
    "sheet_renamed": {"checklist": "a", "object": "规划", "to": "计划"},
    "sheet_removed": {"checklist": "a", "object": "规划"},
    "absent_declared": {"checklist": "a", "kind": "case", "reason": "没有"},
    "param_set": {"id": "a", "value": "3", "source": "某规定"},
    "answered": {
        "changes": [
            {
                **ITEM,
                "verdict": "落实",
                "note": "两行\n说明",
                "facts": {"from": "2023-03-01"},
                "evidence": [EVIDENCE],
                "doubt": True,
            }
        ]
    },
    "reviewed": {
        "reviews": [{**ITEM, "opinion": "更正", "verdict": "流于形式", "text": "意见", "judged": "0" * 64}]
    },
    "dept_assigned": {"stages": [{"checklist": "a", "stage": "b", "department": ""}]},
    "gap_added": {"id": "其他-1", **MANUAL},
    "gap_changed": {"id": "其他-1", **MANUAL},
    "gap_withdrawn": {"id": "其他-1", "reason": "重复"},
    "rectified": {
        "steps": [
            {
                "gap": ["a", "本单位", "b"],
                "measure": "补做",
                "leader": "甲",
                "department": "乙科",
                "person": "丙",
                "due": "2024-06-30",
                "pace": "立行立改",
                "progress": {"date": "2024-03-01", "text": "已办"},
                "extension": {"due": "2024-09-30", "reason": "人手不足"},
                "request": [EVIDENCE],
            }
        ]
    },
    "closing_judged": {
        "judgements": [
            {
                "gap": ["其他-1"],
                "judged": "0" * 64,
                "closes": True,
                "opinion": "",
                "checked": "案卷",
                "how": "调卷",
            }
        ]
    },
    "submitted": {"former": {"u-1": [2021, 2022]}},
    "recalled": {},
    "returned": {"text": "请改"},
    "finalised": {"without_review": True},
    "undo": {"target": 3},
    "redo": {"target": 3},
}
ODD: list[Any] = [None, 3, 3.5, True, "\n", "x" * 30_000, [], [3], {}, {"a": 3}, [{}], -1]


def test_every_kind_has_a_shape() -> None:
    assert set(SHAPES) == set(GOOD) == KINDS


@pytest.mark.parametrize("kind", GOOD)
def test_what_fits_fits_and_may_have_a_field_more(kind: str) -> None:
    assert misfit(kind, GOOD[kind]) == ""
    assert misfit(kind, {**GOOD[kind], "later": {"any": ["thing"]}}) == ""


FIELDS = [(kind, field) for kind, payload in GOOD.items() for field in payload]


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_field_of_another_type_is_named(kind: str, field: str) -> None:
    good = GOOD[kind][field]
    odd = [value for value in ODD if type(value) is not type(good) and not (value is None and "?" in field)]
    refused = [value for value in odd if misfit(kind, {**GOOD[kind], field: value}) == field]
    taken = [value for value in odd if value not in refused]
    assert taken in ([], [None])
    assert taken == [] or (kind, field) == ("adopted", "scheme")


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_field_that_must_be_there_is_named_when_it_is_not(kind: str, field: str) -> None:
    without = {name: value for name, value in GOOD[kind].items() if name != field}
    assert misfit(kind, without) == ("" if f"{field}?" in SHAPES[kind] else field)


BAD: list[tuple[str, str, Any]] = [
    ("created", "kind", "公司"),
    ("created", "flags", ["飞行权"]),
    ("created", "unit", ""),
    ("created", "unit", "x" * 501),
    ("created", "year", 10**12),
    ("adopted", "digest", "0" * 63),
    ("adopted", "checklists", []),
    ("adopted", "scheme", {**SCHEME, "scale": ["1"]}),
    ("adopted", "scheme", {**SCHEME, "weights": {"a": "1e999999999"}}),
    ("adopted", "scheme", {**SCHEME, "weights": {"a": "-1"}}),
    ("adopted", "scheme", {**SCHEME, "weights": {"a": "1/0"}}),
    ("adopted", "scheme", {**SCHEME, "bands": []}),
    ("adopted", "scheme", {**SCHEME, "bands": [["60", "合格"]]}),
    ("adopted", "scheme", {**SCHEME, "bands": [["0", "差"], ["0", "也差"]]}),
    ("adopted", "scheme", {**SCHEME, "bands": [["200", "好"], ["0", "差"]]}),
    ("sheet_added", "object", "本单位"),
    ("sheet_added", "kind", "unit"),
    ("sheet_added", "role", "厨师"),
    ("sheet_renamed", "to", "本单位"),
    ("answered", "changes", [{**ITEM, "verdict": "很好"}]),
    ("answered", "changes", [{**ITEM, "evidence": [{"title": "公告"}]}]),
    ("answered", "changes", [{**ITEM, "facts": {"from": 3}}]),
    ("reviewed", "reviews", [{**ITEM, "opinion": "好", "text": "", "judged": ""}]),
    ("gap_added", "source", "听说"),
    ("rectified", "steps", [{"gap": ["a", "b"]}]),
    ("rectified", "steps", [{"gap": ["a"], "due": "明年"}]),
    ("rectified", "steps", [{"gap": ["a"], "pace": "慢慢来"}]),
    ("rectified", "steps", [{"gap": ["a"], "progress": {"date": "", "text": "已办"}}]),
    ("closing_judged", "judgements", [{"gap": ["a"]}]),
    ("undo", "target", True),
    ("undo", "target", -1),
]


@pytest.mark.parametrize(("kind", "field", "value"), BAD)
def test_a_value_that_nothing_here_makes_is_refused(kind: str, field: str, value: object) -> None:
    assert misfit(kind, {**GOOD[kind], field: value}) == field


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(st.sampled_from(sorted(SHAPES)), st.data())
def test_no_value_at_all_makes_it_fail(kind: str, data: st.DataObject) -> None:
    names = [name.rstrip("?") for name in SHAPES[kind]]
    payload = {name: data.draw(JSON, label=name) for name in names}
    assert misfit(kind, payload) in {"", *names}

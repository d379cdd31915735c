"""Files by somebody who knows how they are made: refused, or taken and then no command fails on them."""

from __future__ import annotations

import contextlib
import copy
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi_tui.cli.main import OWN_FAULT, main
from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Event, Lane, in_order
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import FazhiError
from fazhi_tui.loading.handover import read_handover
from fazhi_tui.workspace import Workspace
from tests.domain.resealed import resealed
from tests.handed import file_of, forged_file
from tests.journal import Journal, fill
from tests.samples import START

UNIT_1 = ("juece", "本单位", "u-1")
MATTER = ("juece", "规划", "m-1")
PROOF = {"title": "意见书", "number": "", "date": "", "place": ""}
COMMANDS = [
    ("list",),
    ("show",),
    ("show", "--format", "json"),
    ("gaps",),
    ("gaps", "--format", "csv"),
    ("gaps", "--format", "json"),
    ("form",),
    ("log",),
    ("verify",),
    ("profile",),
    ("param",),
    ("ledger",),
    ("review",),
    ("dept",),
    ("adopt", "--dry-run"),
]


@pytest.fixture(scope="module")
def journal() -> Journal:
    """One event of every kind, or nearly."""
    made = Journal()
    made.add("juece", "计划")
    made.record(decide.rename_sheet(made.assessment, "juece", "计划", "规划"))
    made.add("zhifa", "赵某", kind="person", role="部门主要负责人")
    made.add("zhifa", "张案", kind="case")
    made.record(decide.remove_sheet(made.assessment, "zhifa", "张案"))
    made.absent("zhifa", "case", "本年没有案卷")
    made.record(("profile_changed", {"flags": ["执法权", "许可权"]}))
    made.record(("dept_assigned", {"stages": [{"checklist": "juece", "stage": "canyu", "department": "科"}]}))
    fill(made)
    made.answer(
        Change(
            *MATTER, verdict=Verdict.HOLLOW, note="走过场", evidence=(Evidence("公告", "一号"),), doubt=True
        )
    )
    made.answer(Change(*MATTER, facts={"from": "2023-03-01", "count": "3", "why": "是"}))
    made.record(("gap_added", _manual(id="其他-1")))
    made.undo()
    made.redo()
    made.move("submitted")
    made.review(UNIT_1, Opinion.CORRECT, Verdict.MISSING, "没有做")
    made.move("finalised", Lane.ADVISER)
    asked = made.record(("rectified", {"steps": [_plan(["juece", "规划", "m-1"])]}))
    made.record(("closing_judged", {"judgements": [_judgement(asked)]}), Lane.ADVISER)
    return made


def _manual(**fields: str) -> dict[str, str]:
    return {"problem": "没有审核", "basis": "某法", "source": "自查", "checklist": "", "stage": "", **fields}


def _plan(gap: list[str]) -> dict[str, Any]:
    return {
        "gap": gap,
        "measure": "补做",
        "leader": "甲",
        "department": "乙科",
        "person": "丙",
        "due": "2024-06-30",
        "pace": "立行立改",
        "progress": {"date": "2024-03-01", "text": "已办"},
        "extension": {"due": "2024-09-30", "reason": "人手不足"},
        "request": [PROOF],
    }


def _judgement(asked: Event) -> dict[str, Any]:
    said = {"opinion": "", "checked": "案卷", "how": "调卷"}
    return {"gap": ["juece", "规划", "m-1"], "judged": asked.hash, "closes": True, **said}


def _leaves(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _leaves(inner, (*path, place))


def _texts(events: Sequence[Event]) -> list[str]:
    found = {"", "本单位", "x" * 400, "9" * 40, "2023-02-29", "[b]", "=1+1", "../../x", "\u202e", "\n"}
    for event in events:
        for path in _leaves(event.payload):
            inner: Any = event.payload
            for key in path:
                inner = inner[key]
            if isinstance(inner, str):
                found.add(inner)
    return sorted(found)


def _with(event: Event, path: tuple[Any, ...], value: object) -> Event:
    payload = copy.deepcopy(dict(event.payload))
    inner: Any = payload
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return replace(event, payload=payload)


def _run(data: Path, *words: str) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main(["--data", str(data), *words])


def _forged(chosen: st.DataObject, events: list[Event]) -> list[Event]:
    texts = st.sampled_from(_texts(events))
    odd = texts | st.integers(-3, 10**10) | st.none() | st.booleans() | st.lists(texts, max_size=2)
    for _ in range(chosen.draw(st.integers(1, 3), label="how many")):
        number = chosen.draw(st.integers(0, len(events) - 1), label="event")
        paths = list(_leaves(events[number].payload))[1:]
        if paths:
            path = chosen.draw(st.sampled_from(paths), label="path")
            events[number] = _with(events[number], path, chosen.draw(odd, label="value"))
    return events


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_taken_from_a_forged_file_breaks_no_command(
    journal: Journal, tmp_path_factory: pytest.TempPathFactory, chosen: st.DataObject
) -> None:
    events = resealed(_forged(chosen, in_order(journal.log)))
    data = tmp_path_factory.mktemp("data")
    try:
        given_file = read_handover(forged_file(file_of(journal), events), file="x")
        Workspace(data, actor="某", clock=lambda: START).merge(given_file, takes_over=True)
    except FazhiError:
        assert not list(data.rglob("events.json"))
        return
    (id,) = [path.name for path in (data / "assessments").iterdir()]
    for name, *more in COMMANDS:
        words = [name, *([] if name == "list" else [id]), *more]
        assert _run(data, *words) != OWN_FAULT, words


def test_the_file_it_begins_with_is_taken_whole(journal: Journal, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, actor="某", clock=lambda: START)
    merging = workspace.merge(read_handover(file_of(journal), file="x"), takes_over=False)
    assert merging.change.merged == journal.log
    words = [(name, *([] if name == "list" else ["样本"]), *more) for name, *more in COMMANDS]
    assert {line: _run(tmp_path, *line) for line in words} == dict.fromkeys(words, 0)

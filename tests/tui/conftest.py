from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import NewAssessment, Workspace

CHECKLIST = """
schema = 1
id = "{id}"
title = "{title}"
version = "1"
checked = 2026-11-24

[laws.zdjc]
title = "重大行政决策程序暂行条例"
number = "国务院令第713号"
effective = 2019-09-01
verified = "full"
{stages}
"""
STAGE = """
[[stages]]
id = "{id}"
title = "{title}"
object = "{object}"
"""
ITEM = """
[[stages.items]]
id = "{id}"
question = "{question}"
force = "应当"
{points}
cites = ["zdjc:15.1"]
gap = "{id}不到位。"
remedy = "补做{id}。"
evidence = ["公告页面截图"]
"""


def item(id: str, question: str, *, redline: bool = False) -> str:
    return ITEM.format(id=id, question=question, points="redline = true" if redline else "points = 2")


def stage(id: str, title: str, object: str, *items: str) -> str:
    return STAGE.format(id=id, title=title, object=object) + "".join(items)


def checklist(id: str, title: str, *stages: str) -> str:
    return CHECKLIST.format(id=id, title=title, stages="".join(stages))


SMALL = checklist(
    "zhongda-juece",
    "重大行政决策程序",
    stage("zhidu", "制度基础", "unit", item("a-1", "目录是否公布？"), item("a-2", "专家库是否建立？")),
    stage("canyu", "公众参与", "matter", item("b-1", "意见是否研究采纳？"), item("b-2", "期限是否足够？")),
    stage("shencha", "合法性审查", "matter", item("c-1", "是否未经审查不提交讨论？", redline=True)),
)


class Clock:
    """A clock that a test can turn."""

    def __init__(self) -> None:
        self.now = datetime(2024, 1, 15, 14, 2, tzinfo=timezone(timedelta(hours=8)))

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """What a test left out of the collector's walks is in the next test's."""
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine: a test's keys meet the screen they are for, not a dialog that says wait."""
    monkeypatch.setattr("fazhi_tui.tui.dialogs.waiting.PATIENCE", 60)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "zhongda-juece.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr("fazhi_tui.workspace.shipped_checklists_folder", lambda: shipped)
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path / "data", actor="张某", clock=clock)


@pytest.fixture
def bureau(workspace: Workspace) -> str:
    return workspace.create(NewAssessment("越城区文化广电旅游局", 2023, "部门", ("执法权",)))


@pytest.fixture
def app(workspace: Workspace) -> FazhiApp:
    return FazhiApp(workspace)

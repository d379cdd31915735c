"""The bureau of case S0 filled twice, by keys and by the form: one gap list comes of both.

The facts are the report's own (the shipped example holds them item by item); what it does not mention
is skipped.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from fazhi_tui.cli.main import main
from fazhi_tui.demo import demo_file
from fazhi_tui.domain.verdict import Verdict, parse_verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.dialogs.sheets import SheetsDialog
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import Workspace
from tests.tui.reading import screen_text

UNIT = "越城区文化广电旅游局"
MATTER = "年报所述重大行政决策"
HEAD = "局主要负责人"
HOLLOW_STEPS = {
    "公众参与": "《重大行政决策程序暂行条例》第十八条",
    "专家论证": "《重大行政决策程序暂行条例》第十九条第二款",
    "风险评估": "《重大行政决策程序暂行条例》第二十三条第二款",
}
# From nothing to the exported file: unit and two sheets, one key an item, five where more is written.
KEYS_AN_ITEM = 1.5
Key = tuple[str, str, str]


@pytest.fixture
def told() -> dict[Key, dict[str, Any]]:
    data = tomllib.loads(demo_file().read_text(encoding="utf-8"))
    return {(a["checklist"], a["object"], a["item"]): a for a in data["answers"]}


async def paste(pilot: Pilot[int], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def begin(pilot: Pilot[int]) -> SheetScreen:
    await pilot.press("f2")
    await paste(pilot, UNIT)
    await pilot.press("tab", "2", "0", "2", "3", "enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, SheetScreen)
    await add_sheet(pilot, "zhongda-juece", MATTER)
    await add_sheet(pilot, "diyi-zerenren", HEAD)
    await pilot.press("f6", "home", "enter", "up")
    await pilot.pause()
    assert [v.sheet.object for v in screen.session.board.sheets if v.sheet.object != "本单位"] == [
        MATTER,
        HEAD,
    ]
    assert screen.row is not None
    assert screen.row.item.id == "zdjc-3-mulu"
    return screen


async def add_sheet(pilot: Pilot[int], checklist: str, name: str) -> None:
    """Open the list of sheets, go down to where this checklist's can be added, and add one."""
    await pilot.press("f6", "home")
    dialog = pilot.app.screen
    assert isinstance(dialog, SheetsDialog)
    while (choice := dialog.current) is None or (choice.action, choice.checklist) != ("add", checklist):
        await pilot.press("down")
    await pilot.press("enter")
    await paste(pilot, name)
    await pilot.press("enter")
    await pilot.pause()


async def answer(pilot: Pilot[int], entry: dict[str, Any]) -> None:
    await pilot.press("f2")
    await paste(pilot, entry["note"])
    await pilot.press("escape", "f4")
    await paste(pilot, "\n".join(entry["evidence"]))
    await pilot.press("escape")
    verdict = parse_verdict(entry["verdict"])
    assert verdict is not None
    await pilot.press(verdict.digit)


async def walk(pilot: Pilot[int], screen: SheetScreen, told: dict[Key, dict[str, Any]]) -> None:
    """Go down the board once, answering what the report tells and stepping over the rest."""
    left = dict(told)
    while left:
        assert screen.row is not None
        here = screen.row.key
        if here in left:
            await answer(pilot, left.pop(here))
        else:
            await pilot.press("down")
        await pilot.pause()
        assert not left or screen.row is None or screen.row.key != here, f"stuck at {here}"


@pytest.mark.timeout(240)
async def test_s0_through_the_screens_and_through_the_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: dict[Key, dict[str, Any]]
) -> None:
    monkeypatch.chdir(tmp_path)
    pressed = count_keys(monkeypatch)
    by_keys = Workspace(tmp_path / "keys", actor="张某", clock=lambda: datetime.now().astimezone())
    app = FazhiApp(by_keys)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = await begin(pilot)
        await walk(pilot, screen, told)
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(app.screen, GapsScreen)
        assert "流于形式 8" in screen_text(app)
        await pilot.press("f8", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "已导出" in screen_text(app)
        keys = len(pressed)
        board, gaps = screen.session.board, screen.session.gaps
        await pilot.press("ctrl+q")

    hollow = {gap.row.stage.title for gap in gaps if gap.verdict is Verdict.HOLLOW}
    assert hollow == set(HOLLOW_STEPS)
    answered = {row.key for row in board.rows() if row.answer.verdict is not None}
    assert answered == set(told)
    assert all(row.answer.verdict is None for view in board.of("sanxiang-zhidu") for row in view.rows)

    markdown = (tmp_path / f"{UNIT}-2023差距清单.md").read_text(encoding="utf-8")
    assert "草稿" in markdown.splitlines()[0]
    assert re.search(r"自评分 \| \d+\.\d～\d+\.\d", markdown)
    for cite in HOLLOW_STEPS.values():
        assert cite in markdown
    open_ = sum(row.is_open for row in board.rows()) + sum(len(u.open_items) for u in board.undeclared)
    assert f"{open_}条" in markdown

    assert without_stamps(markdown) == without_stamps(by_form(tmp_path, told))
    cells = cells_filled(tmp_path / "自查表.csv")
    items = len(list(board.rows()))
    print(f"{keys} keys, {items} items, {len(told)} answered; {cells} cells of the form")
    assert keys <= KEYS_AN_ITEM * items
    assert cells == 3 * len(told)


def count_keys(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every key pressed from now on; what is pasted is text and no key."""
    pressed: list[str] = []
    press = Pilot.press

    async def counted(pilot: Pilot[int], *keys: str) -> None:
        pressed.extend(keys)
        await press(pilot, *keys)

    monkeypatch.setattr(Pilot, "press", counted)
    return pressed


def cells_filled(form: Path) -> int:
    """The cells an officer had to type into."""
    rows = csv.DictReader(io.StringIO(form.read_text(encoding="utf-8-sig")))
    return sum(bool(row[column]) for row in rows for column in ("结论", "说明", "佐证"))


def by_form(tmp_path: Path, told: dict[Key, dict[str, Any]]) -> str:
    """The gap list of the same answers given by `form` and `fill`."""
    data = ["--data", str(tmp_path / "form"), "--as", "张某"]
    form, out = tmp_path / "自查表.csv", tmp_path / "差距.md"
    assert main([*data, "new", "--unit", UNIT, "--year", "2023", "--kind", "部门", "--has", "执法权"]) == 0
    assert main([*data, "sheet", UNIT, "--checklist", "zhongda-juece", "--object", MATTER]) == 0
    head = ["--object", HEAD, "--role", "部门主要负责人"]
    assert main([*data, "sheet", UNIT, "--checklist", "diyi-zerenren", *head]) == 0
    assert main([*data, "form", UNIT, "-o", str(form)]) == 0
    form.write_text(filled(form.read_text(encoding="utf-8-sig"), told), encoding="utf-8-sig")
    assert main([*data, "fill", UNIT, str(form)]) == 0
    assert main([*data, "gaps", UNIT, "-o", str(out)]) == 0
    return out.read_text(encoding="utf-8")


def filled(form: str, told: dict[Key, dict[str, Any]]) -> str:
    """The form with the report's answers in it."""
    rows = list(csv.DictReader(io.StringIO(form)))
    for row in rows:
        entry = told.get((row["清单"], row["自查表"], row["检查项"]))
        if entry:
            row |= {"结论": entry["verdict"], "说明": entry["note"], "佐证": "\n".join(entry["evidence"])}
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def without_stamps(markdown: str) -> str:
    """The gap list without its check code and date."""
    kept = [line for line in markdown.splitlines() if "校验码：" not in line]
    return re.sub(r"\d{4}年\d{1,2}月\d{1,2}日", "", "\n".join(kept))

"""The screens as they are drawn, line by line, at 80 by 24 and 120 by 36.

Where a change is meant, write the files anew and read the difference before keeping it:
`FAZHI_GOLDEN=write pytest tests/tui/test_snapshots.py`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.tui.words import home_words
from fazhi_tui.workspace import Workspace

from .conftest import Clock
from .tours import Tour, advisers_folder, advisers_tour, officers_folder, officers_tour, pages

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = ((80, 24), (120, 36))
WITHOUT_COLOUR = ("home", "sheet-facts", "sheet-redline", "gaps")
ALLOWED = {
    "Ctrl",
    "Delete",
    "End",
    "Enter",
    "Esc",
    "Home",
    "Markdown",
    "PgDn",
    "PgUp",
    "Shift",
    "Tab",
    "fazhi",
}
WORD = re.compile(r"[A-Za-z]{3,}")

Size = tuple[int, int]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return tmp_path / "shipped" / "zhongda-juece.toml"


@pytest.fixture
def officer(workspace: Workspace, shipped: Path) -> tuple[FazhiApp, Tour]:
    officers_folder(workspace, shipped)
    return FazhiApp(workspace), officers_tour(shipped)


@pytest.fixture
def adviser(workspace: Workspace, shipped: Path, tmp_path: Path, clock: Clock) -> tuple[FazhiApp, Tour]:
    theirs = Workspace(tmp_path / "lawyer", actor="李律师", clock=clock)
    advisers_folder(workspace, shipped, theirs, tmp_path)
    return FazhiApp(theirs), advisers_tour()


def folder_of(size: Size) -> Path:
    return SNAPSHOTS / f"{size[0]}x{size[1]}"


def kept(size: Size, names: set[str]) -> dict[str, str]:
    return {name: (folder_of(size) / f"{name}.txt").read_text(encoding="utf-8") for name in names}


def compared(found: dict[str, str], size: Size) -> None:
    """The pages are those kept; where that is wanted, they are kept first."""
    if os.environ.get("FAZHI_GOLDEN") == "write":
        folder_of(size).mkdir(parents=True, exist_ok=True)
        for name, page in found.items():
            (folder_of(size) / f"{name}.txt").write_text(page, encoding="utf-8", newline="\n")
    before = kept(size, set(found))
    for name, page in found.items():
        assert page == before[name], name


@pytest.mark.parametrize("size", SIZES)
async def test_the_officer_s_screens_are_drawn_as_kept(officer: tuple[FazhiApp, Tour], size: Size) -> None:
    compared(await pages(*officer, size), size)


@pytest.mark.parametrize("size", SIZES)
async def test_the_adviser_s_screens_are_drawn_as_kept(adviser: tuple[FazhiApp, Tour], size: Size) -> None:
    compared(await pages(*adviser, size), size)


async def test_without_colour_they_are_drawn_the_same(
    workspace: Workspace, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    officers_folder(workspace, shipped)
    tour = (
        ("home", ("down",)),
        ("sheet-facts", ("enter",)),
        ("sheet-redline", ("right", "down", "down")),
        ("gaps", ("f5", "down")),
    )
    found = await pages(FazhiApp(workspace), tour, SIZES[0])
    assert found == kept(SIZES[0], set(WITHOUT_COLOUR))


@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_kept_and_none_is_left_over(size: Size) -> None:
    tours = (*officers_tour(Path()), *advisers_tour())
    assert {path.stem for path in folder_of(size).iterdir()} == {name for name, _ in tours}


@pytest.mark.parametrize("path", sorted(SNAPSHOTS.rglob("*.txt")), ids=lambda path: path.stem)
def test_every_word_on_them_is_chinese(path: Path) -> None:
    assert set(WORD.findall(path.read_text(encoding="utf-8"))) <= ALLOWED


@pytest.mark.parametrize("size", SIZES)
def test_the_columns_of_the_list_stand_under_their_heads(size: Size) -> None:
    lines = (folder_of(size) / "home.txt").read_text(encoding="utf-8").splitlines()
    head = next(line for line in lines if home_words.HOME_COLUMNS[1] in line)
    rows = [line for line in lines if " 2023 " in line and "填报中" in line]
    assert len(rows) == 2
    for column, text in ((1, "2023"), (5, "填报中")):
        at = cell_len(head.split(home_words.HOME_COLUMNS[column])[0])
        assert {cell_len(row.split(text)[0]) for row in rows} == {at}, text

"""The pictures show the program as it is, and the README shows those that are taken."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from pathlib import Path

import pytest

from fazhi_tui.demo import make_demo
from fazhi_tui.workspace import Workspace
from release.offline import TREE
from release.screenshots import FOLDER, NOW, SHOTS, Shot, take

TEXT = re.compile(r' x="([^"]*)" y="([^"]*)" textLength="[^"]*">([^<]*)</text>')
SHOWN = {
    "home": ("越城区文化广电旅游局", "重大行政决策程序", "填报中"),
    "sheet": ("公众参与", "流于形式", "1落实", "下一未评"),
    "sum": ("2023-03-01", "共19日", "差11日", "建议未落实"),
    "gaps": ("流于形式", "整改", "问题", "导出"),
}


def lines(svg: str) -> str:
    """The text of a picture, line by line, without its blanks."""
    found: defaultdict[float, list[tuple[float, str]]] = defaultdict(list)
    for x, y, text in TEXT.findall(svg):
        found[float(y)].append((float(x), unescape(text)))
    return "\n".join("".join(text for _, text in sorted(found[y])) for y in sorted(found))


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
async def test_a_picture_shows_the_screen_as_text(shot: Shot, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, actor="张某", clock=lambda: NOW)
    svg = await take(shot, workspace, make_demo(workspace))
    assert all(words in lines(svg) for words in SHOWN[shot.name.split("-")[0]]), lines(svg)
    assert len(svg.encode()) < 60_000
    assert str(tmp_path) not in svg
    kept = (FOLDER / f"{shot.name}.svg").read_text(encoding="utf-8")
    assert lines(kept) == lines(svg), "屏幕改了：make screenshots，图随同提交"


def test_at_most_six_light_and_dark() -> None:
    assert len({shot.name for shot in SHOTS}) == len(SHOTS) <= 6
    assert {shot.theme.dark for shot in SHOTS} == {True, False}


def test_the_readme_shows_each_of_them_and_no_other() -> None:
    readme = (TREE / "README.md").read_text(encoding="utf-8")
    wanted = {f"docs/img/{shot.name}.svg" for shot in SHOTS}
    assert set(re.findall(r"docs/img/[\w-]+\.svg", readme)) == wanted
    assert {f"docs/img/{path.name}" for path in (TREE / "docs" / "img").iterdir()} == wanted

"""A file that somebody typed into is written anew: what was not read back stays beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Filler
from tests.edited import typed

EDIT = {(1, "leader"): "张局长", (1, "due"): "2024年4月30日"}


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    made = fazhi.new("越城区文旅局", "--checklist", "juece")
    fazhi("sheet", made, "--checklist", "juece", "--none", "matter", "--reason", "没有决策事项")
    rows = [("juece", "本单位", item, "未落实", "") for item in ("u-1", "u-2")]
    assert fazhi("fill", made, str(filled(*rows, ("juece", "本单位", "u-red", "落实", "")))).code == 0
    return made


def _others(path: Path) -> dict[str, str]:
    return {other.name: other.read_bytes().decode("utf-8-sig") for other in path.parent.glob("*（原稿*）.*")}


def _edited(fazhi: Commands, id: str, path: Path) -> str:
    assert fazhi("gaps", id, "--editable", "-o", str(path)).code == 0
    text = typed(path.read_bytes().decode("utf-8"), EDIT)
    path.write_bytes(text.encode("utf-8"))
    return text


@pytest.mark.parametrize("words", [("--editable",), ()])
def test_an_edited_list_that_was_not_read_back_is_kept(
    fazhi: Commands, id: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "差距.md"
    text = _edited(fazhi, id, path)
    result = fazhi("gaps", id, "-o", str(path), *words)
    assert result.code == 0
    assert _others(path) == {"差距（原稿1）.md": text}
    assert "有改了没读回的内容" in result.err
    assert "差距（原稿1）.md" in result.err
    assert "张局长" not in path.read_text(encoding="utf-8")


def test_one_that_was_read_back_or_never_touched_is_replaced(
    fazhi: Commands, id: str, tmp_path: Path
) -> None:
    path = tmp_path / "差距.md"
    _edited(fazhi, id, path)
    assert fazhi("edit", id, str(path)).code == 0
    for words in (("--editable",), ("--editable",), ()):
        assert fazhi("gaps", id, "-o", str(path), *words).code == 0
        assert _others(path) == {}


@pytest.mark.parametrize(
    ("old", "new"), [("填报人（签字）：", "填报人（签字）：李某"), ("<!--/fazhi1-->", ""), ("-->", "--")]
)
def test_one_that_was_changed_elsewhere_or_is_broken_is_kept_too(
    fazhi: Commands, id: str, tmp_path: Path, old: str, new: str
) -> None:
    path = tmp_path / "差距.md"
    assert fazhi("gaps", id, "--editable", "-o", str(path)).code == 0
    text = path.read_bytes().decode("utf-8")
    path.write_bytes(text.replace(old, new).encode("utf-8"))
    for number in (1, 2):
        kept = text.replace(old, new)
        path.write_bytes(kept.encode("utf-8"))
        assert fazhi("gaps", id, "-o", str(path)).code == 0
        assert _others(path)[f"差距（原稿{number}）.md"] == kept


def test_a_review_sheet_with_opinions_not_read_in_is_kept(fazhi: Commands, id: str, tmp_path: Path) -> None:
    adviser, path = replace(fazhi, data=tmp_path / "adviser"), tmp_path / "复核.csv"
    assert fazhi("submit", id).code == 0
    assert fazhi("handover", id, "-o", str(tmp_path / "甲.fazhi")).code == 0
    assert adviser("merge", str(tmp_path / "甲.fazhi")).code == 0
    assert adviser("review", id, "-o", str(path)).code == 0
    sheet = path.read_bytes().decode("utf-8-sig").replace("u-1,未落实,,,", "u-1,未落实,退回,,请写原因")
    path.write_bytes(sheet.encode("utf-8"))
    assert "有写了没读入的复核意见" in adviser("review", id, "-o", str(path)).err
    assert _others(path) == {"复核（原稿1）.csv": sheet}
    (tmp_path / "复核（原稿1）.csv").replace(path)
    assert adviser("review", id, str(path)).code == 0
    assert adviser("review", id, "-o", str(path)).code == 0
    assert _others(path) == {}


def test_a_report_that_stood_there_is_kept_where_it_differs(fazhi: Commands, id: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.md"
    for _ in range(2):
        assert "留作" not in fazhi("report", id, "-o", str(path)).err
    path.write_text("补好的年报", encoding="utf-8")
    assert "年报（原稿1）.md" in fazhi("report", id, "-o", str(path)).err
    assert _others(path) == {"年报（原稿1）.md": "补好的年报"}

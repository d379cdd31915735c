from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Commands
from tests.samples import DECISIONS, LAW, checklist, item, stage, write_toml


def test_good_checklists_are_quiet_on_stdout(fazhi: Commands) -> None:
    result = fazhi("lint")
    assert (result.code, result.out) == (0, "")
    assert "2份清单" in result.err


def test_the_units_own_checklists_are_linted_too(fazhi: Commands) -> None:
    write_toml(fazhi.data / "checklists", checklist("own", stage("s", "环节", "unit", item("u-1"))))
    result = fazhi("lint")
    assert result.code == 1
    assert "own.toml" in result.out
    assert "u-1" in result.out


def test_every_finding_is_one_line(fazhi: Commands, tmp_path: Path) -> None:
    bad = checklist("bad", stage("s", "环节", "unit", item("x-1", cites=[]), item("x-1", points=0)))
    [path] = write_toml(tmp_path / "one", bad)
    result = fazhi("lint", str(path))
    lines = result.out.splitlines()
    assert result.code == 1
    assert len(lines) == 3
    assert all(line.startswith("bad.toml · ") for line in lines)
    assert "3处问题" in result.err


def test_files_given_are_checked_among_themselves_only(fazhi: Commands, tmp_path: Path) -> None:
    [copy] = write_toml(tmp_path / "copy", DECISIONS)
    assert fazhi("lint", str(copy)).code == 0
    assert fazhi("lint", str(copy), str(copy)).code == 0


def test_a_file_that_is_not_there_or_no_toml_is_a_finding(fazhi: Commands, tmp_path: Path) -> None:
    broken = tmp_path / "坏.toml"
    broken.write_text("schema = \nid = 1\n", encoding="utf-8")
    result = fazhi("lint", str(tmp_path / "没有.toml"), str(tmp_path), str(broken))
    assert result.code == 1
    assert "没有.toml · 整个文件：读不出来（没有这个文件或文件夹）" in result.out
    assert "读不出来（这是文件夹，不是文件）" in result.out
    assert "坏.toml · 第1行" in result.out


def test_no_checklist_at_all_is_a_finding(fazhi: Commands, shipped: Path) -> None:
    for path in shipped.iterdir():
        path.unlink()
    result = fazhi("lint")
    assert result.code == 1
    assert "没有找到任何清单" in result.err


def test_files_given_are_not_asked_for_the_shipped_items_they_replace(
    fazhi: Commands, tmp_path: Path
) -> None:
    own = checklist("own", stage("s", "环节", "unit", item("u-1", replaces=True), item("u-9", replaces=True)))
    [path] = write_toml(tmp_path / "own", own)
    result = fazhi("lint", str(path))
    assert (result.code, result.out) == (0, "")
    assert "1份清单共2条检查项（其中本地2条）" in result.err
    write_toml(fazhi.data / "checklists", own)
    [line] = fazhi("lint").out.splitlines()
    assert line.startswith("own.toml · 检查项 u-9（本地）：写了 replaces，但随附的清单都没有检查项“u-9”。")


def test_a_shipped_file_given_beside_an_own_one_is_known_by_its_folder(
    fazhi: Commands, shipped: Path, tmp_path: Path
) -> None:
    [path] = write_toml(
        tmp_path / "own", checklist("own", stage("s", "环节", "case", item("u-1", replaces=True)))
    )
    assert fazhi("lint", str(path), str(shipped / "zhifa.toml")).code == 0
    result = fazhi("lint", str(path), str(shipped / "juece.toml"))
    assert result.code == 1
    assert "随附清单 juece.toml 里它按“本单位”自查" in result.out
    [moved] = write_toml(shipped, checklist("bad", stage("s", "环节", "case", item("x-1", replaces=True))))
    assert "随附的清单里不能写 replaces" in fazhi("lint", str(moved)).out


def test_a_local_item_is_checked_against_the_texts_under_its_mark(fazhi: Commands, tmp_path: Path) -> None:
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "办法.md").write_text("标题：甲市办法\n第一条　应当在7日内公开。\n", encoding="utf-8")
    laws = {"jia": {**LAW, "title": "甲市办法", "number": ""}}
    bad = item("u-1", replaces=True, question="是否在9日内公开？", cites=["jia:2"])
    [path] = write_toml(tmp_path / "own", checklist("own", stage("s", "环节", "unit", bad), laws=laws))
    lines = fazhi("lint", str(path), "--laws", str(folder)).out.splitlines()
    assert lines
    assert all(line.startswith("own.toml · 检查项 u-1（本地）：") for line in lines)
    assert any("第二条" in line for line in lines)

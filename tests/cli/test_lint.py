from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Commands
from tests.samples import DECISIONS, checklist, item, stage, write_toml


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

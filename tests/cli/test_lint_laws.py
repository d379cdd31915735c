from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Commands
from tests.samples import checklist, item, stage, write_toml
from tests.statutes import REGULATION, write_statutes


@pytest.fixture
def laws(tmp_path: Path) -> Path:
    return write_statutes(tmp_path / "法律", 条例=REGULATION)


def _file(tmp_path: Path, **changed: object) -> str:
    data = checklist("own", stage("s", "环节", "matter", item("x-1", **{"cites": ["zdjc:2.1"], **changed})))
    return str(write_toml(tmp_path / "清单", data)[0])


def test_what_agrees_with_the_texts_is_quiet(fazhi: Commands, tmp_path: Path, laws: Path) -> None:
    result = fazhi("lint", _file(tmp_path, question="是否达到30日？"), "--laws", str(laws))
    assert (result.code, result.out) == (0, "")


def test_a_finding_is_one_line_with_file_item_citation_and_what_stands_there(
    fazhi: Commands, tmp_path: Path, laws: Path
) -> None:
    file = _file(tmp_path, cites=["zdjc:2.4", "zdjc:2.1"], question="是否达到20日？")
    result = fazhi("lint", file, "--laws", str(laws))
    assert result.code == 1
    (line,) = result.out.splitlines()
    assert line.startswith("own.toml · 检查项 x-1：依据 zdjc:2.4（《重大行政决策程序暂行条例》第二条第四款）")
    assert line.endswith("第二条只有三款。请改正依据。")
    assert "说明：own.toml · 检查项 x-1：问题里的“20日”在所引条款中没有：zdjc:2.1 写的是30日" in result.err


def test_without_the_option_the_texts_are_not_looked_at(fazhi: Commands, tmp_path: Path) -> None:
    assert fazhi("lint", _file(tmp_path, cites=["zdjc:99"])).code == 0


def test_notes_go_to_stderr_and_are_no_findings(fazhi: Commands, tmp_path: Path, laws: Path) -> None:
    write_statutes(laws, 无条款="只有一段话。")
    result = fazhi(
        "lint", _file(tmp_path, question="是否在7日前通知？", cites=["zdjc:2.3"]), "--laws", str(laws)
    )
    assert (result.code, result.out) == (0, "")
    assert "说明：无条款.md：认不出条款" in result.err
    assert "说明：own.toml · 检查项 x-1：“7日”取自" in result.err


def test_faults_of_form_and_against_the_texts_are_told_at_once(
    fazhi: Commands, tmp_path: Path, laws: Path
) -> None:
    good, bad = _file(tmp_path, cites=["zdjc:9"]), tmp_path / "坏.toml"
    bad.write_text("schema = \n", encoding="utf-8")
    result = fazhi("lint", good, str(bad), "--laws", str(laws))
    assert result.code == 1
    assert [line.split(" · ")[0] for line in result.out.splitlines()] == ["坏.toml", "own.toml"]


def test_without_files_the_shipped_ones_are_checked(fazhi: Commands, laws: Path) -> None:
    result = fazhi("lint", "--laws", str(laws))
    assert result.code == 1
    assert "juece.toml · 检查项 u-1" in result.out


def test_a_folder_that_is_not_there_or_a_file_is_bad_input(fazhi: Commands, laws: Path) -> None:
    missing = fazhi("lint", "--laws", str(laws / "没有"))
    assert (missing.code, missing.out) == (2, "")
    assert "没有这个文件或文件夹" in missing.err
    assert fazhi("lint", "--laws", str(laws / "条例.md")).code == 2
    assert fazhi("lint", "--laws", "").code == 2


def test_an_empty_folder_says_that_nothing_was_checked(fazhi: Commands, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    result = fazhi("lint", _file(tmp_path), "--laws", str(tmp_path / "空"))
    assert "没有可用的法律文本" in result.err

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from fazhi_tui.domain.log.handover_format import SIZE_LIMIT
from tests.cli.conftest import Commands, Filler
from tests.handed import edited


@dataclass(slots=True)
class Two:
    """Two data folders, and files that go between them."""

    officer: Commands
    adviser: Commands
    folder: Path

    def file(self, of: Commands, id: str, name: str = "x.fazhi") -> Path:
        path = self.folder / name
        assert of("handover", id, "-o", str(path)).code == 0
        return path


@pytest.fixture
def two(fazhi: Commands, tmp_path: Path) -> Two:
    return Two(fazhi, Commands(tmp_path / "other", fazhi.capture), tmp_path)


@pytest.fixture
def id(two: Two, filled: Filler) -> str:
    made = two.officer.new()
    path = str(filled(("juece", "本单位", "u-1", "落实", ""), ("juece", "本单位", "u-2", "未落实", "没有")))
    assert two.officer("fill", made, path).code == 0
    return made


def test_a_file_arrives_and_the_same_is_shown_and_verified(two: Two, id: str) -> None:
    result = two.adviser("merge", str(two.file(two.officer, id)))
    assert (result.code, result.out) == (0, f"{id}\n")
    for words in ("本机还没有，将新建", "自评共2条：落实1、未落实1", "本机写复核一方", "已合并"):
        assert words in result.err
    for command in (("show", id), ("gaps", id), ("verify", id), ("list",), ("log", id)):
        assert two.adviser(*command).out == two.officer(*command).out
    assert two.adviser("verify", id).out.splitlines()[0].removeprefix("校验码：") in result.err


def test_a_dry_run_says_the_same_and_writes_nothing(two: Two, id: str) -> None:
    path = str(two.file(two.officer, id))
    preview = two.adviser("merge", path, "--dry-run")
    assert (preview.code, preview.out) == (0, "")
    assert "没有写入" in preview.err
    assert not two.adviser.data.exists()
    done = two.adviser("merge", path)
    said, did = preview.err.splitlines(), done.err.splitlines()
    assert said[:-1] == did[:-1]


def test_the_same_file_twice_changes_nothing(two: Two, id: str) -> None:
    path = str(two.file(two.officer, id))
    two.adviser("merge", path)
    before = two.adviser.stored()
    result = two.adviser("merge", path)
    assert (result.code, result.out) == (0, f"{id}\n")
    assert "没有变化" in result.err
    assert "已合并" not in result.err
    assert two.adviser.stored() == before


def test_an_adviser_s_copy_refuses_the_officer_s_commands(two: Two, id: str, filled: Filler) -> None:
    two.adviser("merge", str(two.file(two.officer, id)))
    before = two.adviser.stored()
    form = str(filled(("juece", "本单位", "u-1", "未落实", "")))
    for words in (
        ("fill", id, form),
        ("fill", id, form, "--dry-run"),
        ("sheet", id, "--checklist", "juece", "--object", "规划"),
        ("sheet", id, "--checklist", "juece", "--none", "matter", "--reason", "没有"),
        ("profile", id, "--has", "许可权"),
    ):
        result = two.adviser(*words)
        assert (result.code, result.out) == (2, "")
        assert "由复核一方写" in result.err
        assert "--take-over" in result.err
    assert two.adviser.stored() == before


def test_a_new_computer_takes_over_and_a_fork_is_refused_with_both_kept(
    two: Two, id: str, filled: Filler
) -> None:
    result = two.adviser("merge", str(two.file(two.officer, id)), "--take-over")
    assert result.code == 0
    assert "原来填报的电脑请不要再写" in result.err
    for at, verdict in ((two.adviser, "部分落实"), (two.officer, "流于形式")):
        assert at("fill", id, str(filled(("juece", "本单位", "u-1", verdict, "")))).code == 0
    new, old = two.file(two.adviser, id, "新.fazhi"), two.file(two.officer, id, "旧.fazhi")
    for at, path in ((two.officer, new), (two.adviser, old)):
        before, file = at.stored(), path.read_bytes()
        for more in ((), ("--dry-run",), ("--take-over",)):
            refused = at("merge", str(path), *more)
            assert (refused.code, refused.out) == (2, "")
            assert "自评记录从第4条起分叉" in refused.err
            assert "两份都原样保留" in refused.err
        assert (at.stored(), path.read_bytes()) == (before, file)


def test_a_forked_file_can_be_opened_in_another_data_folder_as_the_hint_says(
    two: Two, id: str, tmp_path: Path
) -> None:
    third = Commands(tmp_path / "third", two.officer.capture)
    assert third("merge", str(two.file(two.officer, id))).code == 0
    assert "u-1" in third("form", id).out


BAD = {
    "not there": None,
    "empty": b"",
    "a picture": b"\x89PNG",
    "text": "你好".encode(),
    "deep": b"[" * 200_000,
    "too big": b"[" + b" " * SIZE_LIMIT,
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_hand_over_file_is_bad_input_and_nothing_is_written(two: Two, name: str) -> None:
    path = two.folder / "坏.fazhi"
    if (data := BAD[name]) is not None:
        path.write_bytes(data)
    result = two.adviser("merge", str(path))
    assert (result.code, result.out) == (2, "")
    assert "坏.fazhi" in result.err
    assert not two.adviser.data.exists()


def test_a_newer_file_asks_for_a_newer_program(two: Two, id: str) -> None:
    path = two.file(two.officer, id)
    path.write_bytes(edited(path.read_bytes(), schema=2))
    result = two.adviser("merge", str(path))
    assert result.code == 2
    assert "升级" in result.err


def test_tampering_is_named_with_its_place(two: Two, id: str) -> None:
    path = two.file(two.officer, id)
    path.write_bytes(path.read_bytes().replace("未落实".encode(), "落实".encode()))
    result = two.adviser("merge", str(path))
    assert result.code == 2
    assert "x.fazhi：自评记录第3条" in result.err
    assert "与其校验值不符" in result.err
    assert not two.adviser.data.exists()


def test_words_in_a_file_cannot_steer_the_terminal(two: Two, id: str) -> None:
    path = two.file(two.officer, id)
    rows = json.loads(path.read_bytes())
    rows["events"][2]["actor"] = "\u001b[2J\u202e"
    path.write_text(json.dumps(rows), encoding="utf-8")
    result = two.adviser("merge", str(path))
    assert result.code == 2
    assert "\u001b" not in result.err
    assert "\u202e" not in result.err

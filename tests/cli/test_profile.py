from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.cli.main import main


@pytest.fixture
def bureau(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., int]:
    data = ["--data", str(tmp_path), "--as", "张某"]
    assert main([*data, "new", "--unit", "甲局", "--year", "2023", "--kind", "部门", "--has", "执法权"]) == 0
    capsys.readouterr()
    return lambda *words: main([*data, *words])


def _shown(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert run("show", "甲", "--format", "json", "--left-out") == 0
    shown: dict[str, object] = json.loads(capsys.readouterr().out)
    return shown


def test_profile_changes_what_is_asked_and_says_what_comes_and_goes(
    bureau: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = _shown(bureau, capsys)
    assert bureau("profile", "甲", "--has", "许可权", "--lacks", "执法权") == 0
    said = capsys.readouterr()
    assert said.out == "许可权\n"
    assert "不再问：sxzd-2-6-nianbao" in said.err
    after = _shown(bureau, capsys)
    assert isinstance(before["total"], int)
    assert isinstance(after["total"], int)
    assert after["total"] < before["total"]
    left = after["left_out"]
    assert isinstance(left, list)
    reasons = {entry["item"]: entry["reason"] for entry in left}
    assert reasons["sxzd-2-6-nianbao"] == "本单位没有执法权"


def test_profile_without_options_only_says_what_is_there(
    bureau: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert bureau("profile", "甲") == 0
    assert capsys.readouterr().out == "执法权\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--has", "发证权"), "不认识"),
        (("--has", "执法权", "--lacks", "执法权"), "不能既有又没有"),
    ],
)
def test_a_power_that_is_none_or_both_is_refused(
    bureau: Callable[..., int], capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert bureau("profile", "甲", *words) == 2
    assert said in capsys.readouterr().err
    assert bureau("profile", "甲") == 0
    assert capsys.readouterr().out == "执法权\n"

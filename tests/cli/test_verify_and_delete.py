from __future__ import annotations

import pytest

from fazhi_tui.workspace import Workspace
from tests.cli.conftest import Commands, Filler
from tests.samples import START


def test_verify_prints_the_code_and_the_events_of_each_lane(fazhi: Commands) -> None:
    id = fazhi.new()
    result = fazhi("verify", id)
    code, officer, adviser = result.out.splitlines()
    assert result.code == 0
    assert len(code.removeprefix("校验码：")) == 16
    assert (officer, adviser) == ("自评记录：2条", "复核记录：0条")


def test_verify_against_a_code_tells_whether_anything_changed(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    code = fazhi("verify", id).out.splitlines()[0].removeprefix("校验码：")
    assert fazhi("verify", id, "--against", f" {code.upper()} ").code == 0
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "落实", ""))))
    changed = fazhi("verify", id, "--against", code)
    assert changed.code == 1
    assert "不同" in changed.err


@pytest.mark.parametrize("code", ["", "123", "g" * 16, "0" * 17])
def test_a_code_that_is_none_is_bad_input(fazhi: Commands, code: str) -> None:
    result = fazhi("verify", fazhi.new(), "--against", code)
    assert (result.code, result.out) == (2, "")
    assert "16位" in result.err


def test_a_broken_chain_is_damage_at_a_named_place(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "未落实", "实话"))))
    events = fazhi.data / "assessments" / id / "events.json"
    forged = events.read_text(encoding="utf-8").replace("未落实", "落实")
    events.write_text(forged, encoding="utf-8")
    result = fazhi("verify", id)
    assert (result.code, result.out) == (3, "")
    assert "自评记录第3条" in result.err
    assert "备份" in result.err
    assert events.read_text(encoding="utf-8") == forged


def test_delete_asks_for_yes_and_moves_to_the_trash(fazhi: Commands) -> None:
    id = fazhi.new()
    before = fazhi.stored()
    refused = fazhi("delete", id)
    assert refused.code == 2
    assert "--yes" in refused.err
    assert fazhi.stored() == before
    result = fazhi("delete", id, "--yes")
    assert result.code == 0
    assert result.out.strip().startswith(str(fazhi.data / "trash"))
    assert fazhi("list", "--format", "json").out.strip() == "[]"
    assert len(list((fazhi.data / "trash").iterdir())) == 1


def test_what_another_process_has_open_is_locked_by_name(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    other = Workspace(fazhi.data, actor="李某", clock=lambda: START)
    path = str(filled(("juece", "本单位", "u-1", "落实", "")))
    with other.open(id, writable=True):
        for words in (
            ("fill", id, path),
            ("sheet", id, "--checklist", "juece", "--object", "甲"),
            ("delete", id, "--yes"),
        ):
            result = fazhi(*words)
            assert (result.code, result.out) == (4, "")
            assert "李某" in result.err
        assert fazhi("show", id).code == 0
        assert fazhi("gaps", id).code == 0
        assert fazhi("fill", id, path, "--dry-run").code == 0
    assert fazhi("fill", id, path).code == 0

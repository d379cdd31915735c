from __future__ import annotations

from .conftest import Commands, Filler


def test_log_lists_every_step_with_time_and_name(fazhi: Commands, filled: Filler) -> None:
    id = fazhi.new()
    fazhi("fill", id, str(filled(("juece", "本单位", "u-1", "未落实", "没有建立"))))
    fazhi("--as", "李某", "sheet", id, "--checklist", "juece", "--object", "规划")
    result = fazhi("log", id)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[0].split() == ["时间", "操作人", "一方", "操作", "自查表", "检查项", "内容"]
    assert len(lines) == 5
    assert "结论 未落实；说明 没有建立" in lines[3]
    assert "u-1" in lines[3]
    assert "李某" in lines[4]


def test_log_writes_nothing(fazhi: Commands) -> None:
    id = fazhi.new()
    before = fazhi.stored()
    assert fazhi("log", id).code == 0
    assert fazhi.stored() == before

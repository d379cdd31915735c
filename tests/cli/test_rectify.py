from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Filler, Result


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    made = fazhi.new("越城区文旅局", "--checklist", "juece")
    fazhi("sheet", made, "--checklist", "juece", "--none", "matter", "--reason", "没有决策事项")
    rows = [("juece", "本单位", item, "落实", "") for item in ("u-2", "u-red")]
    assert fazhi("fill", made, str(filled(("juece", "本单位", "u-1", "未落实", ""), *rows))).code == 0
    return made


@pytest.fixture
def adviser(fazhi: Commands, tmp_path: Path) -> Commands:
    """The adviser's commands, on another data folder."""
    return replace(fazhi, data=tmp_path / "adviser")


def _pass_on(giver: Commands, taker: Commands, id: str, tmp_path: Path) -> None:
    path = tmp_path / "交接.fazhi"
    path.unlink(missing_ok=True)
    assert giver("handover", id, "-o", str(path)).code == 0
    assert taker("merge", str(path)).code == 0


def _finalised(fazhi: Commands, adviser: Commands, id: str, tmp_path: Path) -> None:
    assert fazhi("submit", id).code == 0
    _pass_on(fazhi, adviser, id, tmp_path)
    assert adviser("finalise", id).code == 0
    _pass_on(adviser, fazhi, id, tmp_path)


def _fields(result: Result) -> Iterator[tuple[str, str]]:
    for line in result.out.splitlines():
        label, _, text = line.partition("：")
        yield label, text


def test_every_field_is_taken_and_the_entry_is_printed(fazhi: Commands, id: str) -> None:
    plan = ("--measure", "补审\n再讨论", "--leader", "张某", "--department", "法规科", "--person", "李某")
    more = ("--due", "2024-04-30", "--type", "分阶段", "--progress", "已布置", "--date", "2024-03-01")
    result = fazhi("rectify", id, "1", *plan, *more)
    assert result.code == 0
    assert dict(_fields(result)) == {
        "序号": "1",
        "差距": "juece/本单位/u-1",
        "问题": "u-1没有做到",
        "整改措施": "补审 再讨论",
        "责任领导": "张某",
        "责任部门": "法规科",
        "责任人": "李某",
        "类型": "分阶段",
        "时限": "2024-04-30，" + dict(_fields(result))["时限"].partition("，")[2],
        "进展": "2024-03-01 已布置（张某）",
        "状态": "整改中",
    }
    assert fazhi("rectify", id, "juece/本单位/u-1").out == result.out
    (gap,) = json.loads(fazhi("gaps", id, "--format", "json").out)
    assert gap["rectification"]["measure"] == "补审\n再讨论"
    again = fazhi("rectify", id, "1", *plan)
    assert "没有变化" in again.err
    assert "整改" in fazhi("log", id).out.splitlines()[-1]


def test_progress_without_a_date_is_of_today(fazhi: Commands, id: str) -> None:
    fields = dict(_fields(fazhi("rectify", id, "1", "--progress", "已布置")))
    assert fields["进展"].startswith(datetime.now().astimezone().date().isoformat())


def test_several_things_in_one_command_are_one_step(fazhi: Commands, id: str) -> None:
    before = len(fazhi("log", id).out.splitlines())
    fazhi("rectify", id, "1", "--measure", "改", "--due", "2024-04-30", "--request", "案卷|一号", "照片")
    assert len(fazhi("log", id).out.splitlines()) == before + 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2", "--leader", "张"), "没有差距“2”"),
        (("1", "--due", "4月30日"), "没有写年份"),
        (("1", "--type", "慢"), "立行立改、分阶段、持续"),
        (("1", "--extend", "2024-05-31", "--reason", "因"), "还没有时限"),
        (("1", "--due", "2024-04-30", "--extend", "2024-05-31"), "延期的理由不能为空"),
        (("1", "--reason", "因"), "--reason 只在延期时写"),
        (("1", "--date", "2024-05-31"), "--date 只在记进展时写"),
        (("1", "--request", "案卷"), "还没有整改措施"),
        (("1", "--measure", "改", "--request", "a|b|c|d|e"), "多于四栏"),
        (("1", "--close"), "不能做这一步"),
        (("1", "--send-back", "--opinion", "差"), "不能做这一步"),
        (("1", "--close", "--leader", "张"), "不能和整改内容同时写"),
        (("1", "--close", "--send-back"), "不能同时写"),
        (("1", "--opinion", "好"), "--opinion 只在"),
        (("1", "--how", "调卷"), "只在销号时写"),
    ],
)
def test_a_bad_wish_is_refused_and_nothing_is_written(
    fazhi: Commands, id: str, words: tuple[str, ...], said: str
) -> None:
    before = fazhi.stored()
    result = fazhi("rectify", id, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert fazhi.stored() == before


def test_it_runs_to_its_closing_between_two_data_folders(
    fazhi: Commands, adviser: Commands, id: str, tmp_path: Path
) -> None:
    _finalised(fazhi, adviser, id, tmp_path)
    assert fazhi("rectify", id, "1", "--measure", "补审", "--due", "2024-04-30").code == 0
    put_off = fazhi("rectify", id, "1", "--due", "2024-05-31")
    assert put_off.code == 2
    assert "要作为延期登记" in put_off.err
    assert fazhi("rectify", id, "1", "--extend", "2024-05-31", "--reason", "汛期").code == 0
    assert fazhi("rectify", id, "1", "--request", "通知").code == 0
    assert fazhi("rectify", id, "1", "--close", "--checked", "案卷", "--how", "调卷").code == 2
    _pass_on(fazhi, adviser, id, tmp_path)
    assert adviser("rectify", id, "1", "--leader", "王某").code == 2
    assert adviser("rectify", id, "1", "--send-back").code == 2
    assert adviser("rectify", id, "1", "--send-back", "--opinion", "只有通知").code == 0
    _pass_on(adviser, fazhi, id, tmp_path)
    back = dict(_fields(fazhi("rectify", id, "1")))
    assert back["状态"] == "退回整改"
    assert back["审查意见"].startswith("退回整改：只有通知")
    assert fazhi("rectify", id, "1", "--request", "补审意见书|越文广旅〔2024〕3号").code == 0
    _pass_on(fazhi, adviser, id, tmp_path)
    no_check = adviser("rectify", id, "1", "--close", "--checked", "新案卷")
    assert (no_check.code, "怎么核查" in no_check.err) == (2, True)
    assert adviser("rectify", id, "1", "--close", "--checked", "新案卷", "--how", "调卷").code == 0
    _pass_on(adviser, fazhi, id, tmp_path)
    assert fazhi("gaps", id).raw == adviser("gaps", id).raw
    (gap,) = json.loads(fazhi("gaps", id, "--format", "json").out)
    assert gap["rectification"]["status"] == "已销号"
    assert len(gap["rectification"]["extensions"]) == 1
    closed = fazhi("rectify", id, "1", "--progress", "又")
    assert (closed.code, "已销号" in closed.err) == (2, True)
    assert fazhi("gap", id, "--add", "督察发现", "--basis", "某规定", "--source", "督察").code == 0

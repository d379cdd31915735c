from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fazhi_tui.workspace import Workspace
from tests.cli.conftest import Commands, Filler
from tests.edited import typed, values
from tests.samples import START


@pytest.fixture
def id(fazhi: Commands, filled: Filler) -> str:
    """A self-check with two gaps."""
    made = fazhi.new("越城区文旅局", "--checklist", "juece")
    fazhi("sheet", made, "--checklist", "juece", "--none", "matter", "--reason", "没有决策事项")
    rows = [("juece", "本单位", item, "未落实", "") for item in ("u-1", "u-2")]
    assert fazhi("fill", made, str(filled(*rows, ("juece", "本单位", "u-red", "落实", "")))).code == 0
    return made


@pytest.fixture
def adviser(fazhi: Commands, tmp_path: Path) -> Commands:
    """The adviser's commands, on another data folder."""
    return replace(fazhi, data=tmp_path / "adviser")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the list is written."""
    return tmp_path / "差距.md"


def _pass_on(giver: Commands, taker: Commands, id: str, tmp_path: Path) -> None:
    path = tmp_path / "交接.fazhi"
    path.unlink(missing_ok=True)
    assert giver("handover", id, "-o", str(path)).code == 0
    assert taker("merge", str(path)).code == 0


def _written(commands: Commands, id: str, file: Path) -> str:
    assert commands("gaps", id, "--editable", "-o", str(file)).code == 0
    return file.read_bytes().decode("utf-8")


def _type(file: Path, places: dict[tuple[int, str], str]) -> None:
    file.write_bytes(typed(file.read_bytes().decode("utf-8"), places).encode("utf-8"))


def _events(commands: Commands, id: str) -> int:
    workspace = Workspace(commands.data, actor="张某", clock=lambda: START)
    return len(workspace.open(id, writable=False).log)


def test_edits_are_previewed_then_taken_as_one_event(fazhi: Commands, id: str, file: Path) -> None:
    text = _written(fazhi, id, file)
    _type(file, {(1, "leader"): "张局长", (1, "due"): "2024年4月30日", (2, "measure"): "补审\n再议"})
    before, events = fazhi.stored(), _events(fazhi, id)
    shown = fazhi("edit", id, str(file), "--dry-run")
    assert (shown.code, shown.err) == (0, "会改3处，没有写入。\n")
    assert [line.split()[0::2] for line in shown.out.splitlines()] == [
        ["序号", "栏", "改为"],
        ["1", "责任领导", "张局长"],
        ["1", "时限", "2024-04-30"],
        ["2", "整改措施", "补审"],
    ]
    assert fazhi.stored() == before
    done = fazhi("edit", id, str(file))
    assert (done.code, done.out, done.err) == (0, shown.out, "已改3处。\n")
    assert _events(fazhi, id) == events + 1
    again = values(_written(fazhi, id, file))
    changed = {(1, "leader"): "张局长", (1, "due"): "2024-04-30", (2, "measure"): "补审\n再议"}
    assert again == {**values(text), **changed}


def test_a_list_read_back_unchanged_writes_nothing(fazhi: Commands, id: str, file: Path) -> None:
    _written(fazhi, id, file)
    before = fazhi.stored()
    result = fazhi("edit", id, str(file))
    assert (result.code, result.out, result.err) == (0, "", "与现有内容相同，没有变化。\n")
    assert fazhi.stored() == before


@pytest.mark.parametrize("later", [False, True])
def test_anything_else_changed_is_refused_by_name_also_in_an_old_list(
    fazhi: Commands, id: str, file: Path, later: bool
) -> None:
    text = _written(fazhi, id, file)
    if later:
        assert fazhi("rectify", id, "2", "--leader", "王某").code == 0
        assert fazhi("gap", id, "--add", "没有审核", "--basis", "某条", "--source", "督察").code == 0
    _type(file, {(1, "leader"): "张局长"})
    changed = file.read_text("utf-8").replace("差距：未落实", "差距：落实", 1)
    file.write_text(changed, "utf-8")
    before = fazhi.stored()
    result = fazhi("edit", id, str(file), "--force")
    assert (result.code, result.out) == (2, "")
    line = next(n for n, line in enumerate(text.split("\n"), 1) if "差距：未落实" in line)
    said = f"差距.md · 第{line}行：这里不能改，原为“- 差距：未落实”，现为“- 差距：落实”。"
    assert result.err.splitlines()[0] == said
    assert len(result.err.splitlines()) == 2
    assert fazhi.stored() == before


def test_a_value_that_changed_since_is_refused_without_force(fazhi: Commands, id: str, file: Path) -> None:
    _written(fazhi, id, file)
    _type(file, {(1, "leader"): "张局长", (2, "leader"): "赵局长"})
    assert fazhi("rectify", id, "1", "--leader", "王局长").code == 0
    before = fazhi.stored()
    for more in ((), ("--dry-run",)):
        result = fazhi("edit", id, str(file), *more)
        assert (result.code, result.out) == (2, "")
        assert "现为“王局长”，文件里写的是“张局长”" in result.err
        assert fazhi.stored() == before
    assert fazhi("edit", id, str(file), "--force").err == "已改2处。\n"


def test_one_edit_that_cannot_be_taken_leaves_all_out(fazhi: Commands, id: str, file: Path) -> None:
    _written(fazhi, id, file)
    _type(file, {(1, "leader"): "张局长", (2, "due"): "4月30日"})
    before = fazhi.stored()
    result = fazhi("edit", id, str(file))
    assert result.code == 2
    assert "没有写年份" in result.err
    assert fazhi.stored() == before


def test_a_list_whose_original_cannot_be_made_again_still_gives_its_edits(
    fazhi: Commands, id: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(fazhi, id, file)
    _type(file, {(1, "leader"): "张局长"})
    monkeypatch.setattr(
        "fazhi_tui.reporting.gap_list.gap_editable._instruction", lambda _: "<!-- 新的说明 -->"
    )
    assert "会改1处" in fazhi("edit", id, str(file), "--dry-run").err
    file.write_text(file.read_text("utf-8").replace("差距：未落实", "差距：落实", 1), "utf-8")
    result = fazhi("edit", id, str(file))
    assert result.code == 2
    assert "原文已不能重现" in result.err


def test_a_list_of_another_assessment_is_refused(fazhi: Commands, id: str, file: Path) -> None:
    other = fazhi.new("另一局", "--checklist", "juece")
    _written(fazhi, id, file)
    result = fazhi("edit", other, str(file))
    assert result.code == 2
    assert f"不是从“{other}”这份自查写出的" in result.err


def test_each_side_changes_its_own_and_only_while_it_may(
    fazhi: Commands, adviser: Commands, id: str, file: Path, tmp_path: Path
) -> None:
    _written(fazhi, id, file)
    _type(file, {(1, "leader"): "张局长"})
    assert fazhi("submit", id).code == 0
    refused = fazhi("edit", id, str(file))
    assert refused.code == 2
    assert "现在是“送审”" in refused.err
    _pass_on(fazhi, adviser, id, tmp_path)
    refused = adviser("edit", id, str(file))
    assert refused.code == 2
    assert "由复核一方写" in refused.err
    sheet = tmp_path / "复核.csv"
    head = "清单,自查表,检查项,自评结论,复核意见,复核结论,意见\n"
    sheet.write_text(f"{head}juece,本单位,u-1,未落实,更正,部分落实,有一半\n", "utf-8")
    assert adviser("review", id, str(sheet)).code == 0
    assert values(_written(adviser, id, file)) == {(1, "opinion"): "有一半"}
    _type(file, {(1, "opinion"): "有一半，附件一"})
    events = _events(adviser, id)
    done = adviser("edit", id, str(file))
    assert (done.code, done.err) == (0, "已改1处。\n")
    assert _events(adviser, id) == events + 1
    assert "复核意见：更正为“部分落实”：有一半，附件一（" in adviser("gaps", id).out


def test_an_editable_list_is_markdown_only_and_may_go_to_the_screen(fazhi: Commands, id: str) -> None:
    result = fazhi("gaps", id, "--editable")
    assert result.code == 0
    assert set(values(result.out)) >= {(1, "measure"), (2, "due")}
    for form in ("csv", "json", "docx"):
        refused = fazhi("gaps", id, "--editable", "--format", form, "-o", f"甲.{form}")
        assert refused.code == 2
        assert "--editable 只能写成 md" in refused.err
    assert not Path("甲.csv").exists()


def test_a_file_that_does_not_read_is_told(fazhi: Commands, id: str, tmp_path: Path) -> None:
    result = fazhi("edit", id, str(tmp_path / "没有.md"))
    assert (result.code, result.out) == (2, "")
    assert "读不出来" in result.err

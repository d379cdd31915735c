from __future__ import annotations

import re
from pathlib import Path

import pytest

from fazhi_tui.cli.main import main
from fazhi_tui.domain.reckoning.rule import ParamRef, Span
from fazhi_tui.loading.checklists.checklist_files import inspect
from fazhi_tui.paths import checklist_files, shipped_checklists_folder

PAGE = Path(__file__).resolve().parents[3] / "docs" / "清单格式.md"


@pytest.fixture
def examples(tmp_path: Path) -> list[Path]:
    """The checklists the page shows, as a reader would save them."""
    paths = []
    blocks = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for number, text in enumerate(block for block in blocks if "[[stages]]" in block):
        paths.append(tmp_path / f"甲省{number}.toml")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def test_the_examples_of_the_format_page_fit_beside_the_shipped_checklists(examples: list[Path]) -> None:
    shipped = checklist_files(shipped_checklists_folder())
    library, findings = inspect(shipped, examples)
    assert findings == []
    assert [c.id for c in library.checklists[len(shipped) :]] == ["bendi-tingzheng", "jia-guifanxing"]
    assert [i.id for _, i in library.checklists[-1].items()] == ["jia-20-cailiao"]


def test_the_replaced_item_of_the_page_stands_in_the_shipped_checklist_with_its_parameter(
    examples: list[Path],
) -> None:
    library, _ = inspect(checklist_files(shipped_checklists_folder()), examples)
    ((home, item),) = [(c, i) for c in library.checklists for _, i in c.items() if i.is_local]
    assert (home.id, item.id) == ("guifanxing-wenjian", "dfzz-75-beian")
    assert [c.text for c in item.cites][1] == "《甲省行政规范性文件管理办法》第二十条第一款"
    assert [p.id for p in home.params] == ["beian-qixian"]
    assert isinstance(item.rule, Span)
    assert item.rule.amount == ParamRef("beian-qixian", "规范性文件备案期限（日）")
    assert library.checklists[-1].params == ()


@pytest.mark.parametrize("number", [0, 1])
def test_each_example_can_be_linted_alone_as_the_page_says(
    examples: list[Path], number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path / "data"), "lint", str(examples[number])]) == 0
    assert capsys.readouterr().out == ""


def test_the_examples_can_be_linted_with_the_shipped_ones_and_a_slip_is_found(
    examples: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "data" / "checklists"
    own.mkdir(parents=True)
    for path in examples:
        (own / path.name).write_bytes(path.read_bytes())
    assert main(["--data", str(tmp_path / "data"), "lint"]) == 0
    assert "（其中本地1条）" in capsys.readouterr().err
    text = (own / "甲省1.toml").read_text(encoding="utf-8")
    (own / "甲省1.toml").write_text(text.replace("dfzz-75-beian", "dfzz-75-baian"), encoding="utf-8")
    assert main(["--data", str(tmp_path / "data"), "lint"]) == 1
    out = capsys.readouterr().out
    assert "甲省1.toml · 检查项 dfzz-75-baian（本地）" in out
    assert "是不是“dfzz-75-beian”" in out

from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.domain.annual.report_template import STANDARD, TITLES, Part
from fazhi_tui.loading.checklists.checklist_files import load_library
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.report_template import load_template
from fazhi_tui.paths import checklist_files, shipped_checklists_folder
from tests.samples import SAMPLE

PAGE = Path(__file__).parents[2] / "docs" / "年度报告.md"


def _written(folder: Path, text: str) -> Path:
    path = folder / "report.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_template_is_the_standard_one(tmp_path: Path) -> None:
    template = load_template(tmp_path / "report.toml", SAMPLE.checklists)
    assert template is STANDARD
    assert {part: text.title for part, text in template.parts.items()} == TITLES


def test_what_a_file_leaves_out_stays_as_it_is(tmp_path: Path) -> None:
    path = _written(tmp_path, 'schema = 1\n[others]\nlead = ["无。"]\n')
    template = load_template(path, SAMPLE.checklists)
    assert (template.title, template.opening, template.stages) == (
        STANDARD.title,
        STANDARD.opening,
        STANDARD.stages,
    )
    assert template.parts[Part.OTHERS].lead == ("无。",)
    assert template.parts[Part.MEASURES].title == TITLES[Part.MEASURES]


def test_no_stage_at_all_can_be_asked_for(tmp_path: Path) -> None:
    path = _written(tmp_path, "schema = 1\n[responsibility]\nstages = []\n")
    assert load_template(path, SAMPLE.checklists).stages == frozenset()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "schema 应为 1"),
        ("schema = 2", "schema 应为 1"),
        ("schema = ", "不合 TOML 语法"),
        ('schema = 1\nname = "甲"', "不认识的键“name”"),
        ("schema = 1\ntitle = 3", "应当是文字"),
        ('schema = 1\ntitle = " "', "“title”是空的"),
        ('schema = 1\ntitle = "{单位 }报告"', "“{单位 }”不认识"),
        ('schema = 1\ntitle = "{单位报告"', "花括号不成对"),
        ('schema = 1\nopening = "甲"', "应当是文字的列表"),
        ('schema = 1\nopening = ["甲", " "]', "空的一段"),
        ('schema = 1\nclosing = ["甲\\n乙"]', "换行或不可见字符"),
        ("schema = 1\nmeasures = 3", "这里应当是一个表"),
        ('schema = 1\n[measures]\nstages = ["juece/zhidu"]', "不认识的键“stages”"),
        ('schema = 1\n[responsibility]\nstages = ["juece/canyu"]', "不是本单位的环节"),
        ('schema = 1\n[plans]\nlead = ["{明年}"]', "“{明年}”不认识"),
        ('schema = 1\nchecked = ["m-9"]', "“m-9”不是检查项"),
    ],
)
def test_a_faulty_file_is_refused_by_name_and_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FileFaultsError) as caught:
        load_template(_written(tmp_path, text), SAMPLE.checklists)
    assert said in str(caught.value)
    assert "report.toml" in str(caught.value)
    assert caught.value.hint


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    path = _written(tmp_path, 'schema = 1\nx = 1\ntitle = "{甲}"\n[plans]\ny = 1\n')
    with pytest.raises(FileFaultsError) as caught:
        load_template(path, SAMPLE.checklists)
    assert len(caught.value.findings) == 3


def test_the_documented_example_is_one(tmp_path: Path) -> None:
    example = PAGE.read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]
    library = load_library(checklist_files(shipped_checklists_folder()), [])
    template = load_template(_written(tmp_path, example), library.checklists)
    assert template.checked == {"zdjc-14-tingqu"}
    assert template.stages == {"diyi-zerenren/zuzhi-lingdao", "diyi-zerenren/xuefa-yongfa"}
    assert template.parts[Part.PLANS].tail == ("{下一年度}年另制定年度计划。",)

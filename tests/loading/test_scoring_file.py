from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from fazhi_tui.domain.scheme import STANDARD
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.scoring_file import load_scheme

KNOWN = ("juece", "zhifa")


def _written(folder: Path, text: str) -> Path:
    path = folder / "scoring.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_scoring_is_the_standard_one(tmp_path: Path) -> None:
    assert load_scheme(tmp_path / "scoring.toml", KNOWN) == STANDARD


def test_a_whole_file(tmp_path: Path) -> None:
    path = _written(
        tmp_path,
        """
schema = 1
scale = [1, 0.6, 0.3, 0]
bands = [{ from = 85, name = "达标" }, { from = 0, name = "未达标" }]
[weights]
juece = 2.5
zhifa = 0
""",
    )
    scheme = load_scheme(path, KNOWN)
    assert scheme.scale == (Fraction(1), Fraction(3, 5), Fraction(3, 10), Fraction(0))
    assert scheme.weights == {"juece": Fraction(5, 2), "zhifa": Fraction(0)}
    assert scheme.bands == ((Fraction(85), "达标"), (Fraction(0), "未达标"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "schema 应为 1"),
        ("schema = 2", "schema 应为 1"),
        ("schema = 1\nfactor = 3", "不认识的键“factor”"),
        ("schema = 1\nscale = [1, 0.5]", "scale 应为四个"),
        ("schema = 1\nscale = [0, 0.5, 0.25, 1]", "scale 应为四个"),
        ("schema = 1\nweights = 3", "这里应当是一个表"),
        ("schema = 1\n[weights]\nbuxiangguan = 1", "没有清单“buxiangguan”"),
        ("schema = 1\n[weights]\njuece = -1", "权重是负数"),
        ('schema = 1\n[weights]\njuece = "2"', "应当是数字"),
        ("schema = 1\n[weights]\njuece = 0\nzhifa = 0", "所有清单的权重都是 0"),
        ('schema = 1\nbands = [{ from = 60, name = "合格" }]', "最低一等从 0 起"),
        (
            'schema = 1\nbands = [{ from = 0, name = "低" }, { from = 60, name = "高" }]',
            "从高分到低分排列",
        ),
        ('schema = 1\nbands = [{ from = 60, name = "好" }, { from = 0, name = "好" }]', "名称不重复"),
        ('schema = 1\nbands = [{ from = 101, name = "好" }, { from = 0, name = "差" }]', "0 到 100"),
        ("schema = 1\nbands = [{ from = 0 }]", "缺少“name”"),
        ("schema = ", "不合 TOML 语法"),
    ],
)
def test_a_faulty_file_is_refused_by_name_and_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(FileFaultsError) as caught:
        load_scheme(_written(tmp_path, text), KNOWN)
    assert said in str(caught.value)
    assert "scoring.toml" in str(caught.value)
    assert caught.value.hint


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    path = _written(tmp_path, "schema = 1\nscale = [2]\nx = 1\n[weights]\ny = 1")
    with pytest.raises(FileFaultsError) as caught:
        load_scheme(path, KNOWN)
    assert len(caught.value.findings) == 3


def test_the_documented_example_is_one(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "清单格式.md").read_text(encoding="utf-8")
    example = page.partition("## 自己的计分")[2].partition("```toml\n")[2].partition("```")[0]
    scheme = load_scheme(_written(tmp_path, example), ("zhongda-juece", "sanxiang-zhidu"))
    assert scheme.weights == {"zhongda-juece": Fraction(2), "sanxiang-zhidu": Fraction(3, 2)}
    assert scheme.bands[1] == (Fraction(75), "良好")

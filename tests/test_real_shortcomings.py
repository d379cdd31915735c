"""Every shortcoming of the real reports has an item it can be recorded under (table reviewed by hand)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fazhi_tui.domain.applicability import why_left_out
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.loading.checklists.checklist_files import load_library
from fazhi_tui.paths import checklist_files, shipped_checklists_folder

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases" / "cases.toml"
UNITS = {"S0": ("部门", 2023), "S3": ("乡镇街道", 2023)}
ITEMS = {
    ("S0", "运用法治思维和法治方式解决问题的能力不足"): "dcgd-10-xuefa",
    ("S0", "依法行政的意识不强"): "dcgd-10-gongzuo",
    ("S0", "对哪些事项属于重大行政决策不够清楚"): "zdjc-3-mulu",
    ("S0", "制定行政规范性文件不严格依照法定程序"): "gfx-37-3-chengxu",
    ("S0", "公众参与流于形式"): "zdjc-18-caina",
    ("S0", "专家论证流于形式"): "zdjc-19-duli",
    ("S0", "风险评估流于形式"): "zdjc-23-paicha",
    ("S0", "部分经营者和消费群众法律意识单薄、法规认知浅显"): "dcgd-9-pufa",
    ("S0", "群众担心被罚而忽视违法源头，或只重活动奖品而忽视宣传内容"): "fxjy-18-fangshi",
    ("S3", "对法治建设重视程度不够，培训不足（由“一要提高重视程度”反推）"): "dcgd-8-xuefa",
    ("S3", "执法人员配备不足、资格考试重视不够（反推）"): "sxzd-6-23-zige",
    ("S3", "三项制度落实不够严格（反推）"): "sxzd-6-19-peitao",
    ("S3", "街镇行政执法权限不清（反推）"): "xzcf-17-mingyi",
    ("S3", "复议诉讼档案、执法案卷归档不规范（反推）"): "sxzd-3-9-guidang",
}


@pytest.mark.skipif(not CASES.exists(), reason="没有真实案例材料，略过")
def test_the_table_names_every_shortcoming_of_the_cases_and_no_other() -> None:
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    told = {(c["id"], f["statement"]) for c in cases for f in c["facts"] if "shortcoming" in f}
    assert told == set(ITEMS)


@pytest.mark.parametrize(("told", "item_id"), ITEMS.items(), ids=[f"{c}-{i}" for (c, _), i in ITEMS.items()])
def test_the_item_is_asked_of_that_unit_in_that_year(told: tuple[str, str], item_id: str) -> None:
    library = load_library(checklist_files(shipped_checklists_folder()))
    items = {item.id: item for checklist in library.checklists for _, item in checklist.items()}
    kind, year = UNITS[told[0]]
    unit = Assessment(kind=kind, year=year, flags=frozenset({"执法权", "规范性文件"}))
    assert why_left_out(items[item_id], unit) == ""

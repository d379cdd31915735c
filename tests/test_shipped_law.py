"""The shipped checklists against the statute texts, and whether planted errors in them are found."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fazhi_tui.domain.checking.law_check import check_against
from fazhi_tui.domain.checking.law_remark import Remark
from fazhi_tui.domain.law.statute_book import StatuteBook
from fazhi_tui.loading.checklists.checklist_data import read_checklist
from fazhi_tui.loading.checklists.checklist_files import load_library
from fazhi_tui.loading.statutes import load_statutes

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT.parent / "shared" / "law" / "texts"
SHIPPED = sorted((ROOT / "checklists").glob("*.toml"))
pytestmark = pytest.mark.skipif(
    not TEXTS.is_dir(), reason=f"没有法律文本 {TEXTS}，随附清单的依据没有对照原文核对"
)


@functools.cache
def _book() -> StatuteBook:
    return load_statutes(TEXTS)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_has_no_findings(path: Path) -> None:
    (checklist,) = load_library([path]).checklists
    assert [r for r in check_against(checklist, _book()) if r.is_finding] == []


@dataclass(frozen=True, slots=True)
class Planted:
    """An error put into a shipped file: at an item (`x-1.cites`) or a law (`laws.zdjc.effective`)."""

    file: str
    at: str
    right: str
    wrong: str
    said: str

    def __str__(self) -> str:
        return f"{self.at}:{self.wrong or '-'}"


J, D, S = "zhongda-juece", "diyi-zerenren", "sanxiang-zhidu"
PLANTED = [
    # articles
    Planted(J, "zdjc-33-guidang.cites", "zdjc:33", "zdjc:45", "全文到第四十四条为止"),
    Planted(J, "zdjc-15-qixian.cites", "zdjc:15.1", "zdjc:18.1", "“30日”在所引条款中没有"),
    Planted(J, "zdjc-29-gongping.cites", "gpjz:2", "gpjz:28", "全文到第二十七条为止"),
    Planted(D, "dcgd-18-zhenggai.cites", "dcgd:18", "dcgd:36", "全文到第三十五条为止"),
    # paragraphs
    Planted(J, "zdjc-15-qixian.cites", "zdjc:15.1", "zdjc:15.5", "第十五条只有"),
    Planted(J, "zdjc-25-weishen.cites", "zdjc:25.2", "zdjc:25.3", "第二十五条只有两款"),
    Planted(J, "zdjc-26-shijian.cites", "zdjc:26.2", "zdjc:26.1", "“7个工作日”在所引条款中没有"),
    Planted(D, "dcgd-9-fenguan.cites", "dcgd:9.2", "dcgd:9.3", "第九条只有两款"),
    # items
    Planted(J, "zdjc-29-zhuanjia.cites", "zdjc:29.1.3", "zdjc:29.1.9", "第二十九条第一款只有"),
    Planted(J, "zdjc-36-disanfang.cites", "zdjc:36.2", "zdjc:36.2.1", "第三十六条第二款没有分项"),
    Planted(D, "dcgd-8-kaohe.cites", "dcgd:8.1.9", "dcgd:8.1.19", "第八条第一款只有"),
    Planted(D, "dcgd-9-jiangzuo.cites", "dcgd:9.1.9", "dcgd:9.1.8", "“2次”在所引条款中没有"),
    # sections
    Planted(D, "fzgy-10-juece.cites", "fzgy:四（十）", "fzgy:三（十）", "（十）在第四部分"),
    Planted(D, "dcgd-8-qingshi.cites", "fzgy:十（三十二）", "fzgy:十（三十六）", "第十部分只有"),
    Planted(S, "sxzd-4-11-bili.cites", "sxzd:四（十一）", "sxzd:四（十五）", "（十五）在第五部分"),
    Planted(S, "sxzd-2-6-nianbao.cites", "sxzd:二（六）", "sxzd:二（五）", "“1月31日”在所引条款中没有"),
    # figures
    Planted(J, "zdjc-15-qixian.question", "30日", "20日", "写的是30日"),
    Planted(J, "zdjc-16-songda.question", "7日", "五日", "“五日”在所引条款中没有"),
    Planted(S, "sxzd-4-11-bili.question", "5%", "百分之十", "5%"),
    Planted(S, "sxzd-2-6-nianbao.question", "1月31日", "3月31日", "1月31日"),
    Planted(D, "dcgd-8-jiangzuo.question", "2次", "4次", "“4次”在所引条款中没有"),
    Planted(S, "xzqz-25-qixian.question", "三十日", "三个月", "“三个月”在所引条款中没有"),
    # working days
    Planted(J, "zdjc-26-shijian.question", "7个工作日", "7日", "原文是“工作日”"),
    Planted(J, "zdjc-15-qixian.question", "30日", "30个工作日", "原文是“日”"),
    Planted(J, "zdjc-16-songda.question", "7日", "七个工作日", "原文是“日”"),
    # dates of laws
    Planted(J, "laws.zdjc.effective", "2019-09-01", "2019-09-11", "施行日期是2019年9月1日"),
    Planted(J, "laws.gpjz.effective", "2024-08-01", "2027-08-01", "还没有施行"),
    Planted(S, "laws.zfjd.effective", "2026-02-01", "2026-12-01", "还没有施行"),
    Planted(S, "laws.sxzd.effective", "2018-12-05", "2018-02-05", "所载日期是2018年12月5日"),
    Planted(S, "laws.xzcf.effective", "2021-07-15", "1996-10-01", "施行日期是2021年7月15日"),
    Planted(D, "laws.fzgy.expires", "2025-12-31", "2026-12-31", "与标题所写期间"),
    Planted(D, "laws.fzgy.expires", "2025-12-31", "", "没有写 expires"),
    Planted(D, "laws.dcgd.title", "督察工作规定", "督查工作规定", "手头没有"),
]


@functools.cache
def _data(file: str) -> dict[str, Any]:
    (data,) = load_library([ROOT / "checklists" / f"{file}.toml"]).data
    return data


def _with(value: Any, at: list[str], change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - any TOML value
    """A copy of the data with the value at that place changed; an item is found by its id."""
    if not at:
        return change(value)
    head, *rest = at
    if isinstance(value, dict) and head in value:
        return {k: _with(v, rest, change) if k == head else v for k, v in value.items()}
    if isinstance(value, dict) and value.get("id") == head:
        return _with(value, rest, change)
    if isinstance(value, dict):
        return {k: _with(v, at, change) if k in {"stages", "items"} else v for k, v in value.items()}
    return [_with(v, at, change) if isinstance(v, dict) else v for v in value]


def _remarks(data: dict[str, Any]) -> list[Remark]:
    checklist, faults = read_checklist(data, "改过的清单")
    assert checklist is not None, faults
    return check_against(checklist, _book())


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_a_planted_error_is_found(planted: Planted) -> None:
    touched: list[object] = []

    def change(value: Any) -> Any:  # noqa: ANN401 - a text or a list of texts
        touched.append(value)
        if isinstance(value, list):
            assert planted.right in value
            return [planted.wrong if one == planted.right else one for one in value]
        assert planted.right in value
        return value.replace(planted.right, planted.wrong) or None

    data = _with(_data(planted.file), planted.at.split("."), change)
    assert len(touched) == 1, f"{planted.at} 不在 {planted.file} 里，请改这条测试"
    found = [r for r in _remarks(data) if r.is_finding]
    place = planted.at.rpartition(".")[0]
    assert any(planted.said in r.problem + r.remedy and place in r.place for r in found), found

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fazhi_tui.domain.annual.report_duty import report_duties
from fazhi_tui.domain.unit import UNIT_KINDS

TEXT = (
    Path(__file__).resolve().parents[4] / "shared" / "law" / "texts" / "法治政府建设与责任落实督察工作规定.md"
)


@pytest.mark.parametrize("kind", UNIT_KINDS)
def test_everyone_reports_before_march_and_publishes_before_april(kind: str) -> None:
    duties = report_duties(kind, 2023)
    assert {duty.before for duty in duties.reports} == {date(2024, 3, 1)}
    assert {duty.safe for duty in duties.reports} == {date(2024, 2, 29)}
    assert (duties.publish.before, duties.publish.safe) == (date(2024, 4, 1), date(2024, 3, 31))
    assert duties.publish.cite.endswith("第二十四条")


def test_the_addressees_are_those_of_the_kind_of_unit() -> None:
    to = {kind: [(d.to, d.copy) for d in report_duties(kind, 2024).reports] for kind in UNIT_KINDS}
    assert to["部门"] == [(("本级党委", "本级政府", "上一级政府有关部门"), ("本级督察单位",))]
    assert to["政府"] == [
        (("同级党委", "同级人大常委会"), ()),
        (("上一级党委", "上一级政府"), ("上一级督察单位",)),
    ]
    assert to["乡镇街道"] == [(("上一级党委", "上一级政府"), ("上一级督察单位",))]
    assert "街道办事处" in report_duties("乡镇街道", 2024).remark


def test_the_text_says_so() -> None:
    if not TEXT.exists():
        pytest.skip("法条原文不在手边")
    text = TEXT.read_text(encoding="utf-8")
    for words in (
        "每年3月1日之前，县级以上地方各级政府部门应当向本级党委和政府、上一级政府有关部门报告",
        "同时抄送本级督察单位",
        "县级以上地方各级政府应当向同级党委、人大常委会报告",
        "省级以下地方各级党委和政府应当向上一级党委和政府报告",
        "同时抄送上一级督察单位",
        "每年4月1日之前，地方各级政府和县级以上政府部门的法治政府建设年度报告，除涉及党和国家秘密的",
    ):
        assert words in text

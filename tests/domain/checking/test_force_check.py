from __future__ import annotations

import pytest

from tests.samples import Data
from tests.statutes import OPINION, REGULATION, only, remarks


@pytest.mark.parametrize(
    ("law", "checked", "said"),
    [
        ({"effective": "2019-09-11"}, "2026-11-24", "施行日期是2019年9月1日"),
        ({}, "2019-08-31", "还没有施行"),
    ],
)
def test_the_days_of_a_statute_are_checked(law: Data, checked: str, said: str) -> None:
    told = [r for r in remarks(zdjc=law, checked=checked) if r.is_finding]
    assert said in "".join(r.problem for r in told)


def test_the_days_of_a_document_and_of_a_plan_are_checked() -> None:
    assert "所载日期是2018年12月5日" in only(remarks(sxzd={"effective": "2018-12-15"})).problem
    plan = "标题：某规划（2020－2025年）\n施行：2020年12月7日播发\n\n（一）甲。\n"
    law = {"title": "某规划（2020－2025年）", "effective": "2020-12-07", "number": ""}
    texts = (REGULATION, plan)
    right = {**law, "expires": "2025-12-31"}
    assert remarks(sxzd=right, texts=texts) == []
    assert "没有写 expires" in only(remarks(sxzd=law, texts=texts)).problem
    late = {**law, "expires": "2026-12-31"}
    assert "与标题所写期间" in only(remarks(sxzd=late, texts=texts)).problem


def test_the_end_of_a_replaced_statute_is_checked() -> None:
    old = REGULATION.replace("2019年9月1日施行（第四条）", "2019年9月1日施行；2026年7月1日起被修订本取代")
    texts = (old, OPINION)
    assert "没有写 expires" in only(remarks(texts=texts)).problem
    assert remarks(texts=texts, zdjc={"expires": "2026-06-30"}) == []
    assert "2026年7月1日起失效" in only(remarks(texts=texts, zdjc={"expires": "2027-06-30"})).problem

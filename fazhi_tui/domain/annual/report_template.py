"""How a unit words its annual report: title, addressees, its own paragraphs round what is drafted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fazhi_tui.domain.assessment import Assessment

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
PLACEHOLDERS = ("单位", "年度", "下一年度")


class Part(StrEnum):
    """The five parts of a report (督察工作规定 25), in their order; the value names it in `report.toml`."""

    MEASURES = "measures"
    SHORTCOMINGS = "shortcomings"
    RESPONSIBILITY = "responsibility"
    PLANS = "plans"
    OTHERS = "others"


TITLES = {
    Part.MEASURES: "{年度}年度推进法治政府建设的主要举措和成效",
    Part.SHORTCOMINGS: "{年度}年度推进法治政府建设存在的不足和原因",
    Part.RESPONSIBILITY: "{年度}年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
    Part.PLANS: "{下一年度}年度推进法治政府建设的主要安排",
    Part.OTHERS: "其他需要报告的情况",
}


@dataclass(frozen=True, slots=True)
class PartText:
    """A part's title and the unit's own paragraphs before and behind what is drafted."""

    title: str
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """The frame of a report; texts may hold {单位}, {年度} and {下一年度}.

    `to` and `copy` are the addressees by name, empty where the unit has not filled them in. `stages` are
    those of the unit's own sheets that part three tells of, as checklist/stage. `checked` are items whose
    contradictions the unit has looked into and found to be none.
    """

    title: str = "{单位}{年度}年度法治政府建设情况报告"
    opening: tuple[str, ...] = ("现将{单位}{年度}年度法治政府建设情况报告如下。",)
    closing: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    copy: tuple[str, ...] = ()
    parts: Mapping[Part, PartText] = field(
        default_factory=lambda: {part: PartText(title) for part, title in TITLES.items()}
    )
    stages: frozenset[str] = frozenset({"diyi-zerenren/zuzhi-lingdao"})
    checked: frozenset[str] = frozenset()


STANDARD = Template()


def filled_in(text: str, assessment: Assessment) -> str:
    """The text with the unit and the years in it."""
    values = {
        "单位": assessment.unit,
        "年度": str(assessment.year),
        "下一年度": str(assessment.year + 1),
    }
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)

"""Assessments that annual reports are drafted from: the example S0, and one that has everything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from fazhi_tui.demo import make_demo
from fazhi_tui.domain.annual.report_template import STANDARD, Part, PartText, Template
from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.closing import close
from fazhi_tui.domain.rectifying.gap_entry import add_gap
from fazhi_tui.domain.rectifying.rectify import Step, rectify
from fazhi_tui.domain.rows import Board
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.annual.report_document import Report
from fazhi_tui.reporting.annual.report_draft import draft_report
from fazhi_tui.workspace import Workspace
from tests.journal import Journal
from tests.samples import START, checklist, item, library, redline, stage

CODE = "0123456789abcdef"
LIBRARY = library(
    checklist(
        "juece",
        stage(
            "canyu",
            "公众参与",
            "matter",
            item(
                "m-qixian",
                question="公开征求意见期限是否不少于30日，没有中途撤下？",
                gap="公开征求意见期限不足30日。",
                remedy="延长期限，重新公开征求意见。",
                facts=[
                    {"id": "from", "label": "公告日", "type": "date"},
                    {"id": "to", "label": "截止日", "type": "date"},
                    {"id": "count", "label": "意见数", "type": "number"},
                ],
                rule={"kind": "at_least", "from": "from", "to": "to", "days": 30},
            ),
            item("m-tingqu", question="是否听取了意见？", gap="没有听取意见。", remedy="补听意见。"),
            item("m-gongbu", question="草案是否公布？", gap="没有公布草案。", remedy="补充公布。"),
        ),
        stage(
            "shencha",
            "合法性审查",
            "matter",
            redline(
                "m-shencha",
                force="不得",
                question="讨论前是否已经审查？",
                gap="未经审查就提交讨论。",
                remedy="撤回议题。",
            ),
            item("m-guwen", question="是否听取法律顾问意见？", gap="没有听取法律顾问意见。"),
        ),
        title="重大行政决策程序",
        contradicts=[
            {
                "items": ["m-tingqu", "m-gongbu"],
                "verdicts": ["流于形式", "落实"],
                "say": "听取意见流于形式，却答草案已经公布，请核对。",
            }
        ],
    ),
    checklist(
        "diyi-zerenren",
        stage(
            "zuzhi-lingdao",
            "组织领导",
            "unit",
            item("u-guihua", question="是否制订年度计划？", gap="没有制订年度计划。"),
        ),
        stage("xuefa", "学法用法", "unit", item("u-xuefa", question="是否定期学法？", gap="没有定期学法。")),
        stage(
            "qinzi",
            "四个亲自",
            "person",
            item("p-bushu", question="是否由本人部署，没有全由他人代办？", gap="没有亲自部署。"),
        ),
        title="第一责任人职责",
    ),
)


@dataclass(frozen=True, slots=True)
class Situation:
    """What a report is drafted from."""

    assessment: Assessment
    board: Board

    def report(self, template: Template = STANDARD) -> Report:
        """The report, under a fixed check code."""
        return draft_report(self.assessment, self.board, CODE, template=template)


def with_part(part: Part, *, lead: str = "", tail: str = "") -> Template:
    """The standard template with the unit's own words in one part."""
    text = STANDARD.parts[part]
    own = PartText(text.title, (lead,) if lead else (), (tail,) if tail else ())
    return replace(STANDARD, parts={**STANDARD.parts, part: own})


def example(folder: Path) -> Situation:
    """The example S0, as the command makes it."""
    workspace = Workspace(folder, actor="张某", clock=lambda: START)
    session = workspace.open(make_demo(workspace), writable=False)
    return Situation(session.assessment, session.board)


def of_journal(journal: Journal) -> Situation:
    """What a journal has come to."""
    return Situation(journal.assessment, journal.board)


def begun() -> Journal:
    """Two matters and the head of the bureau, nothing answered."""
    journal = Journal(LIBRARY)
    journal.add("juece", "规划")
    journal.add("juece", "预算")
    journal.add("diyi-zerenren", "局长", role="部门主要负责人")
    return journal


def settled() -> Journal:
    """Final: sums, causes, effects, plans, a correction, a doubt, a manual gap, measures, one closed."""
    journal = begun()
    _answer(journal)
    journal.record(
        add_gap(
            journal.assessment,
            LIBRARY.checklists,
            {"problem": "第3号案卷没有审核意见。", "basis": "行政处罚法第五十八条", "source": "案卷评查"},
        )
    )
    journal.move("submitted")
    journal.review(("juece", "预算", "m-guwen"), Opinion.CORRECT, Verdict.DONE, "卷内有意见书。")
    journal.review(("juece", "规划", "m-tingqu"), Opinion.AGREE, None, "座谈会没有记录。")
    journal.move("finalised", Lane.ADVISER)
    _rectify(journal)
    return journal


def _answer(journal: Journal) -> None:
    plan, budget = ("juece", "规划"), ("juece", "预算")
    dates = {"from": "2023-03-01", "to": "2023-04-05", "count": "12"}
    short = {"from": "2023-03-01", "to": "2023-03-20"}
    notice = (Evidence("公告", "某文旅〔2023〕3号", "2023-03-01", "法规科"),)
    done, hollow = Verdict.DONE, Verdict.HOLLOW
    unknown = "承办科室不熟悉程序"
    journal.answer(
        Change(*plan, "m-qixian", verdict=done, facts=dates, evidence=notice, note="经门户网站公告"),
        Change(
            *budget,
            "m-qixian",
            verdict=Verdict.MISSING,
            facts=short,
            note=f"赶时间上会。原因：{unknown}。安排：2024年征求意见一律排足30日。",
        ),
        Change(*plan, "m-tingqu", verdict=hollow, note=f"座谈会只念稿子。\n原因：{unknown}"),
        Change(*budget, "m-tingqu", verdict=hollow),
        Change(*plan, "m-gongbu", verdict=Verdict.NOT_OCCURRED, note="草案未到公布阶段"),
        Change(*budget, "m-gongbu", verdict=done),
        Change(*plan, "m-shencha", verdict=Verdict.PARTLY, note="审查意见会前一天才到。"),
        Change(*budget, "m-shencha", verdict=done),
        Change(*plan, "m-guwen", verdict=done),
        Change(*budget, "m-guwen", verdict=Verdict.PARTLY, note="没有书面意见。"),
        Change(
            "diyi-zerenren", "本单位", "u-guihua", verdict=done, note="2023年2月印发年度计划。\n完成10项任务"
        ),
        Change("diyi-zerenren", "本单位", "u-xuefa", verdict=done, note="学法6次。成效：全年没有败诉案件。"),
        Change("diyi-zerenren", "局长", "p-bushu", verdict=done, doubt=True, note="签发部署文件1件。"),
    )


def _rectify(journal: Journal) -> None:
    plan = Step(
        ("juece", "预算", "m-qixian"),
        measure="修订议事规则，写明30日。",
        leader="王某",
        department="法规科",
        person="李某",
        due="2024-06-30",
        pace="立行立改",
    )
    proof = Step(
        ("juece", "规划", "m-tingqu"),
        measure="重新座谈。",
        request=(Evidence("座谈会记录", "", "2024-01-10"),),
    )
    wish = rectify(journal.assessment, journal.board, [plan, proof])
    assert wish is not None
    journal.record(wish)
    closing = close(journal.assessment, ("juece", "规划", "m-tingqu"), checked="记录完整", how="调卷")
    journal.record(closing, Lane.ADVISER)

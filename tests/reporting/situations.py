"""Assessments as gap lists are made of: filling, reviewed, final, example."""

from __future__ import annotations

from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal, fill
from tests.rectified import PROOF, add, close, do, send_back
from tests.samples import LAW, advice, checklist, item, library, redline, stage

LAWS = {
    "zdjc": LAW,
    "sxzd": {
        "title": "关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见",
        "number": "国办发〔2018〕118号",
        "effective": "2018-12-05",
        "verified": "partial",
        "pending": ["五"],
    },
}
LIBRARY = library(
    checklist(
        "zhongda-juece",
        stage(
            "zhidu",
            "制度基础",
            "unit",
            item(
                "zdjc-3-mulu",
                question="是否公布了决策事项目录？",
                gap="没有公布决策事项目录。",
                cites=["zdjc:3.3"],
            ),
        ),
        stage(
            "canyu",
            "公众参与",
            "matter",
            item(
                "zdjc-15-qixian",
                question="公开征求意见是否不少于三十日？",
                gap="公开征求意见的期限不足。",
                remedy="依法延长期限，重新公开征求意见。",
                cites=["zdjc:14.1", "zdjc:15.2"],
            ),
            redline(
                "zdjc-25-shencha",
                question="是否经合法性审查后才提交讨论？",
                gap="未经合法性审查即提交讨论。",
                remedy="停止讨论，先作合法性审查；补审不算已审。",
                cites=["zdjc:25.1"],
            ),
            advice(
                "zdjc-16-tingzheng",
                question="是否视需要召开了听证会？",
                gap="没有召开听证会。",
                remedy="同类事项优先采用听证。",
                cites=["zdjc:16.1"],
            ),
        ),
        title="重大行政决策程序",
        laws=LAWS,
    ),
    checklist(
        "sanxiang-zhidu",
        stage(
            "gongshi",
            "执法公示",
            "unit",
            item(
                "sxzd-2-gongshi",
                question="是否公示了执法信息？",
                gap="执法信息公示不全。",
                cites=["sxzd:二（四）"],
            ),
            item(
                "sxzd-5-peixun", question="是否开展了培训？", gap="没有开展培训。", cites=["sxzd:五（十七）"]
            ),
        ),
        stage(
            "shenhe",
            "法制审核",
            "case",
            item("sxzd-4-shenhe", question="是否经法制审核？", gap="缺少审核意见。"),
        ),
        title="行政执法三项制度",
        scale=[1, 0.6, 0.3, 0],
        laws=LAWS,
    ),
)


def begun() -> Journal:
    """A bureau that has added one matter and answered nothing."""
    journal = Journal(LIBRARY)
    journal.add("zhongda-juece", "文旅发展规划")
    return journal


def filling() -> Journal:
    """Half filled in: a hollow step, advice not followed, a red line partly met, cases undeclared."""
    journal = begun()
    journal.say(
        "zhongda-juece", "文旅发展规划", "zdjc-15-qixian", Verdict.HOLLOW, "只公示了5日。\n\n没有收到意见。"
    )
    journal.say("zhongda-juece", "文旅发展规划", "zdjc-25-shencha", Verdict.PARTLY)
    journal.say("zhongda-juece", "文旅发展规划", "zdjc-16-tingzheng", Verdict.MISSING)
    journal.say("sanxiang-zhidu", "本单位", "sxzd-2-gongshi", Verdict.DONE)
    journal.say(
        "sanxiang-zhidu", "本单位", "sxzd-5-peixun", Verdict.NOT_OCCURRED, "当年机构改革，\n培训顺延至次年。"
    )
    return journal


def reviewed() -> Journal:
    """Final: everything answered, a red line breached, the adviser has agreed, corrected and returned."""
    journal = filling()
    journal.absent("sanxiang-zhidu", "case", "全年没有办理行政处罚案件，附台账。")
    evidence = (Evidence("目录公告", "越文广旅〔2023〕3号", "2023-03-01", "法规科"),)
    journal.answer(
        Change("zhongda-juece", "本单位", "zdjc-3-mulu", verdict=Verdict.DONE, evidence=evidence),
        Change("zhongda-juece", "文旅发展规划", "zdjc-25-shencha", verdict=Verdict.MISSING),
    )
    journal.move("submitted")
    plan = ("zhongda-juece", "文旅发展规划")
    journal.review((*plan, "zdjc-25-shencha"), Opinion.AGREE, None, "卷内确无审查意见。")
    journal.review((*plan, "zdjc-15-qixian"), Opinion.RETURN, None, "请写明公示起止日。")
    journal.review(
        ("sanxiang-zhidu", "本单位", "sxzd-2-gongshi"), Opinion.CORRECT, Verdict.PARTLY, "缺事后公示。"
    )
    journal.move("returned", Lane.ADVISER)
    journal.say(*plan, "zdjc-15-qixian", Verdict.HOLLOW, "公示期2023年5月4日至5月8日。")
    journal.move("submitted")
    journal.move("finalised", Lane.ADVISER)
    return journal


def rectifying() -> Journal:
    """Final, and put right in part: put off, asked for, closed, sent back; one found by an inspection."""
    journal = reviewed()
    plan = ("zhongda-juece", "文旅发展规划")
    notice = ("sanxiang-zhidu", "本单位", "sxzd-2-gongshi")
    found = add(journal, checklist="sanxiang-zhidu", stage="法制审核")
    add(journal, problem="信访答复没有告知救济途径。", basis="《信访工作条例》第三十条", source="信访")
    do(
        journal,
        (*plan, "zdjc-15-qixian"),
        measure="重新公开征求意见三十日。\n期满再提交讨论。",
        leader="张副局长",
        department="法规科",
        person="李某",
        due="2027-01-31",
        pace="立行立改",
        progress=("2026-12-20", "已发公告。"),
    )
    do(journal, (*plan, "zdjc-15-qixian"), extension=("2027-02-28", "公告期跨春节"))
    do(journal, notice, measure="补作事后公示。", department="执法队", request=PROOF)
    close(journal, notice, opinion="同意。")
    do(journal, (found,), measure="补作审核。", pace="持续", request=PROOF)
    send_back(journal, (found,))
    return journal


def unreviewed() -> Journal:
    """Final without an adviser, everything done: nothing to rectify."""
    journal = begun()
    journal.add("sanxiang-zhidu", "某案")
    fill(journal)
    journal.move("submitted")
    journal.move("finalised", without_review=True)
    return journal


def example() -> Journal:
    """The example, not begun, in a round of its own."""
    return Journal(LIBRARY, round="半年", is_demo=True)

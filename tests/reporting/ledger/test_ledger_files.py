from __future__ import annotations

import csv
import io
from datetime import date

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.rectifying.ledger import Entry, kept_lines, overdue_first
from fazhi_tui.domain.rectifying.repeats import Repeat
from fazhi_tui.reporting.ledger.ledger_csv import HEADER, ledger_csv
from fazhi_tui.reporting.ledger.ledger_markdown import ledger_markdown
from tests.journal import Journal
from tests.rectified import KEY, do, entries, short
from tests.reporting import situations
from tests.reporting.parsed import headings, markup

DAY = date(2027, 3, 15)


def _lines(journal: Journal) -> tuple[Entry, ...]:
    repeats = {"zdjc-15-qixian": Repeat((2021, 2022))}
    return overdue_first(kept_lines(entries(journal, repeats=repeats, day=DAY)))


def _markdown(journal: Journal) -> str:
    return ledger_markdown(
        journal.assessment, journal.board, _lines(journal), day=DAY, check_code=journal.check_code
    )


def _rows(journal: Journal) -> list[dict[str, str]]:
    text = ledger_csv(_lines(journal), journal.assessment).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_csv_has_a_row_a_line_with_everything_recorded() -> None:
    late, _, closed, back, other = _rows(situations.rectifying())
    assert late == {
        "序号": "1",
        "清单": "zhongda-juece",
        "自查表": "文旅发展规划",
        "检查项": "zdjc-15-qixian",
        "差距": "流于形式",
        "问题": "公开征求意见的期限不足。",
        "屡查屡犯": "第3次（2021年、2022年亦有）",
        "整改措施": "重新公开征求意见三十日。\n期满再提交讨论。",
        "责任领导": "张副局长",
        "责任部门": "法规科",
        "责任人": "李某",
        "类型": "立行立改",
        "时限": "2027-02-28",
        "延期次数": "1",
        "延期理由": "延至2027-02-28：公告期跨春节",
        "逾期": "逾期15天",
        "进展": "2026-12-20 已发公告。",
        "销号佐证": "",
        "审查意见": "",
        "状态": "整改中",
        "复核意见": "退回：请写明公示起止日。（李律师，2026年11月24日）（复核后自评已改动，本意见过期）",
        "自查状态": "定稿",
    }
    assert closed["销号佐证"] == "补审意见书（越文广旅〔2024〕3号，2024-04-20，法规科）"
    assert closed["审查意见"].startswith("销号（核查：新立的案卷均有审核意见；方式：调卷3件）：同意。")
    assert (back["状态"], back["审查意见"].partition("（")[0]) == (
        "退回整改",
        "退回整改：只有通知，没有案卷。",
    )
    assert (other["检查项"], other["差距"], other["状态"]) == ("其他-2", "其他问题", "未整改")


def test_an_empty_ledger_has_its_header() -> None:
    assert ledger_csv((), Assessment()).decode("utf-8-sig") == ",".join(HEADER) + "\r\n"


def test_the_markdown_says_by_which_day_and_lists_every_step() -> None:
    made = _markdown(situations.rectifying())
    assert headings(made)[0] == "越城区文化广电旅游局2023年度法治政府建设自查整改台账"
    assert "截至2027年3月15日，共5条：" in made
    assert "逾期1条；延期1次；屡查屡犯1条。" in made
    for words in (
        "- 时限：2027-02-28（延期1次，原定2027-01-31），逾期15天",
        "- 进展：2026-12-20 已发公告。（张某）",
        "- 延期1：由2027-01-31延至2027-02-28：公告期跨春节（张某）",
        "- 申请销号：补审意见书（越文广旅〔2024〕3号，2024-04-20，法规科）（张某，2026年11月24日）",
        "- 审查意见：退回整改：只有通知，没有案卷。（李律师，2026年11月24日）",
        "- 整改措施：（建议措施）停止讨论，先作合法性审查；补审不算已审。",
    ):
        assert f"{words}\n" in made
    assert "草稿" not in made
    assert markup(made) == set()


def test_the_longest_overdue_stands_first() -> None:
    journal = short()
    journal.say("juece", "本单位", "u-2", journal.board.sheets[0].rows[0].answer.verdict)
    do(journal, KEY, due="2027-03-14")
    do(journal, ("juece", "本单位", "u-2"), due="2027-03-01")
    assert [row["检查项"] for row in _rows(journal)] == ["u-2", "u-1"]
    assert [h[:3] for h in headings(_markdown(journal))[3:]] == ["2. ", "1. "]


def test_before_it_is_final_it_is_a_draft_and_without_lines_it_says_so() -> None:
    made = _markdown(short())
    assert headings(made)[0].endswith("整改台账（草稿）")
    assert "本台账为草稿" in made
    assert "共0条：无。" in _markdown(Journal())

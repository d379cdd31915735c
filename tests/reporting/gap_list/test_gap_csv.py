from __future__ import annotations

import csv
import io

from fazhi_tui.domain.rectifying.ledger import ledger
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.gap_list.gap_csv import gap_csv
from tests.journal import Journal
from tests.reporting import situations

COLUMNS = (
    "序号,清单,自查表,检查项,环节,差距,问题,依据,说明,核算,复核意见,整改措施,"
    "责任领导,责任部门,责任人,时限,状态"
)


def _rows(journal: Journal) -> list[dict[str, str]]:
    text = gap_csv(ledger(journal.assessment, journal.board)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_columns_are_the_agreed_ones_even_without_a_gap() -> None:
    assert gap_csv(()) == b"\xef\xbb\xbf" + f"{COLUMNS}\r\n".encode()


def test_a_gap_is_a_row_with_everything_known_and_the_rest_to_be_filled_in() -> None:
    first, second, third, advice = _rows(situations.reviewed())
    assert first == {
        "序号": "1",
        "清单": "zhongda-juece",
        "自查表": "文旅发展规划",
        "检查项": "zdjc-15-qixian",
        "环节": "公众参与",
        "差距": "流于形式",
        "问题": "公开征求意见的期限不足。",
        "依据": "《重大行政决策程序暂行条例》第十四条第一款、《重大行政决策程序暂行条例》第十五条第二款",
        "说明": "公示期2023年5月4日至5月8日。",
        "核算": "",
        "复核意见": "退回：请写明公示起止日。（李律师，2026年11月24日）（复核后自评已改动，本意见过期）",
        "整改措施": "依法延长期限，重新公开征求意见。",
        "责任领导": "",
        "责任部门": "",
        "责任人": "",
        "时限": "",
        "状态": "未整改",
    }
    assert (second["差距"], third["差距"], advice["检查项"]) == ("未落实", "部分落实", "zdjc-16-tingzheng")
    assert [row["序号"] for row in (first, second, third, advice)] == list("1234")


def test_a_note_of_several_lines_or_one_like_a_formula_stays_one_cell_of_text() -> None:
    journal = situations.begun()
    journal.say("zhongda-juece", "本单位", "zdjc-3-mulu", Verdict.MISSING, '=1+1\n"引",逗号')
    (row,) = _rows(journal)
    assert row["说明"] == '\'=1+1\n"引",逗号'

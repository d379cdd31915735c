from __future__ import annotations

from copy import deepcopy

from fazhi_tui.domain.compare import Side, YearComparison, compare
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.reporting.compare_markdown import compare_markdown
from fazhi_tui.reporting.words.compare_words import chart_lines, comparison_lines
from tests.journal import Journal
from tests.reporting.parsed import headings, markup, shape, texts
from tests.samples import DECISIONS, ENFORCEMENT, library

OWN = ("juece", "本单位")
PIPE = "规划|<b>*甲*"


def _comparison(unit: str = "越城区文化广电旅游局") -> YearComparison:
    old, new = Journal(year=2022), _newer()
    for journal, verdicts in (
        (old, (Verdict.DONE, Verdict.MISSING)),
        (new, (Verdict.HOLLOW, Verdict.MISSING)),
    ):
        journal.add("juece", PIPE)
        journal.say(*OWN, "u-1", verdicts[0])
        journal.say(*OWN, "u-2", verdicts[1])
        journal.say("zhifa", "本单位", "e-1", Verdict.DONE)
    old.say("juece", PIPE, "m-2", Verdict.PARTLY)
    new.say("juece", PIPE, "m-2", Verdict.DONE)
    return compare(Side(old.assessment, old.board), Side(new.assessment, new.board))


def _newer() -> Journal:
    data = deepcopy(DECISIONS)
    data["stages"][1]["items"][0]["question"] = "m-1是否做到|并公布？"
    return Journal(library(data, ENFORCEMENT), year=2023)


def test_the_chart_has_a_bar_a_year_worst_first() -> None:
    assert chart_lines(_comparison()) == [
        "█████░░░░░  50% → █░░░░░░░░░  13% ▼ 制度基础（重大行政决策程序，2条）",
        "██████████ 100% → ██████████ 100% ＝ 公示（行政执法三项制度，1条）",
        "█████░░░░░  50% → ██████████ 100% ▲ 公众参与（重大行政决策程序，1条）",
    ]


def test_the_lines_to_read_have_everything() -> None:
    lines = comparison_lines(_comparison())
    text = "\n".join(lines)
    assert lines[0] == "越城区文化广电旅游局2022年度与2023年度对比"
    assert "变差1、变好1、持平2" in text
    assert "u-2　第2次（2022年亦有）　u-2没有做到" in lines
    assert "u-1　制度基础　落实　流于形式　u-1是否做到？" in lines
    assert "m-2　公众参与　部分落实　落实　m-2是否做到？" in lines
    assert "u-2　制度基础　未落实　未落实　u-2是否做到？" in lines
    assert "另有1条两次都是落实。" in lines
    assert any(line.startswith("m-1　m-1是否做到？（应当）　m-1是否做到|并公布？（应当）") for line in lines)
    assert all("\n" not in line for line in lines)


def test_the_document_has_every_table_and_no_markup_of_people() -> None:
    made = compare_markdown(_comparison(), ("aaaa", "bbbb"))
    assert headings(made) == [
        "越城区文化广电旅游局2022年度与2023年度对比",
        "一、各环节",
        "二、屡查屡犯",
        "三、变差",
        "四、变好",
        "五、持平而仍有差距",
        "六、改问法",
    ]
    assert markup(made) == set()
    assert shape(made)["table_open"] == 7
    found = texts(made)
    for words in ("u-2没有做到", "m-1是否做到|并公布？（应当）", "校验码（2022年度）：aaaa"):
        assert any(words in text for text in found), words
    assert "█░░░░░░░░░  13%" in found


def test_a_renamed_unit_is_named_with_its_former_name() -> None:
    old, new = Journal(unit="某文广局", year=2022), Journal(unit="某文旅局", year=2023)
    comparison = compare(Side(old.assessment, old.board), Side(new.assessment, new.board))
    assert comparison_lines(comparison)[0] == "某文旅局（原某文广局）2022年度与2023年度对比"
    made = compare_markdown(comparison, ("a", "b"))
    assert "没有可比的检查项。" in made

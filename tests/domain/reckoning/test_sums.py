"""Sums worked out by hand. 2024-03-01 is a Friday; in the calendar used 1 to 3 May 2024 are holidays."""

from __future__ import annotations

import pytest

from fazhi_tui.domain.reckoning.params import Param
from fazhi_tui.domain.reckoning.sums import Basis, Sum, exceptions_to_ask, is_override, missing_facts, sum_of
from fazhi_tui.domain.verdict import Verdict
from tests.ruled import PLAIN, ruled, span
from tests.samples import Data

DONE, MISSING = Verdict.DONE, Verdict.MISSING
BASIS = Basis(2023, PLAIN, {})


def _days(start: str, end: str, **more: str) -> dict[str, str]:
    return {"from": start, "to": end, **more}


def _check(rule: Data, facts: dict[str, str], text: str, basis: Basis = BASIS) -> None:
    found = sum_of(ruled(rule), facts, basis)
    assert found is not None
    assert found.text == text
    said = next((v for v in (MISSING, DONE) if text.endswith(f" → 建议 {v}")), None)
    assert found.proposal is said
    assert found.undecided is ("无法判断" in text)


NATURAL = [
    (
        span("at_least", days=30),
        _days("2024-03-01", "2024-03-20"),
        "公告日2024-03-01至截止日2024-03-20共19日，应不少于30日，差11日 → 建议 未落实",
    ),
    (
        span("at_least", days=30),
        _days("2024-03-01", "2024-03-30"),
        "公告日2024-03-01至截止日2024-03-30共29日，应不少于30日，差1日 → 建议 未落实",
    ),
    (
        span("at_least", days=10, after=True),
        _days("2024-03-01", "2024-03-11"),
        "公告日2024-03-01至截止日2024-03-11共10日，应在满10日之后，到2024-03-11才届满 → 建议 未落实",
    ),
    (
        span("at_least", days=10, after=True),
        _days("2024-03-01", "2024-03-12"),
        "公告日2024-03-01至截止日2024-03-12共11日，应在满10日之后 → 建议 落实",
    ),
    (
        span("at_least", days=2, calendar="working", after=True),
        _days("2024-03-01", "2024-03-05"),
        "公告日2024-03-01至截止日2024-03-05共2个工作日，应在满2个工作日之后，"
        "到2024-03-05才届满 → 建议 未落实",
    ),
    (
        span("at_least", days=30),
        _days("2024-03-01", "2024-03-31"),
        "公告日2024-03-01至截止日2024-03-31共30日，应不少于30日 → 建议 落实",
    ),
    (
        span(days=90),
        _days("2023-07-15", "2023-10-13"),
        "公告日2023-07-15至截止日2023-10-13共90日，应不超过90日 → 建议 落实",
    ),
    (
        span(days=90),
        _days("2023-07-15", "2023-10-14"),
        "公告日2023-07-15至截止日2023-10-14共91日，应不超过90日，超1日 → 建议 未落实",
    ),
    (
        span(days=3),
        _days("2024-03-01", "2024-03-01"),
        "公告日2024-03-01至截止日2024-03-01共0日，应不超过3日 → 建议 落实",
    ),
    (
        span(months=2),
        _days("2024-01-31", "2024-03-31"),
        "公告日2024-01-31至截止日2024-03-31共60日，应不超过2个月（至2024-03-31） → 建议 落实",
    ),
    (
        span(months=1),
        _days("2024-01-31", "2024-03-02"),
        "公告日2024-01-31至截止日2024-03-02共31日，应不超过1个月（至2024-02-29），超2日 → 建议 未落实",
    ),
    (
        span("at_least", months=1),
        _days("2024-01-31", "2024-02-28"),
        "公告日2024-01-31至截止日2024-02-28共28日，应不少于1个月（至2024-02-29），差1日 → 建议 未落实",
    ),
]
ROLLED = [
    (  # the fifth day is Saturday, 27 April
        span(days=5, roll=True),
        _days("2024-04-22", "2024-04-29"),
        "公告日2024-04-22至截止日2024-04-29共7日，应不超过5日，"
        "末日2024-04-27是休息日，顺延至2024-04-29 → 建议 落实",
    ),
    (  # without the rule it does not move
        span(days=5),
        _days("2024-04-22", "2024-04-29"),
        "公告日2024-04-22至截止日2024-04-29共7日，应不超过5日，超2日 → 建议 未落实",
    ),
    (  # 1 May: over the holiday and the weekend behind it
        span(days=10, roll=True),
        _days("2024-04-21", "2024-05-07"),
        "公告日2024-04-21至截止日2024-05-07共16日，应不超过10日，末日2024-05-01是休息日，顺延至2024-05-06，"
        "超1日 → 建议 未落实",
    ),
    (  # a working day stays
        span(days=5, roll=True),
        _days("2024-04-24", "2024-04-29"),
        "公告日2024-04-24至截止日2024-04-29共5日，应不超过5日 → 建议 落实",
    ),
    (
        span(months=1, roll=True),
        _days("2024-04-01", "2024-05-06"),
        "公告日2024-04-01至截止日2024-05-06共35日，应不超过1个月，"
        "末日2024-05-01是休息日，顺延至2024-05-06 → 建议 落实",
    ),
]
WORKING = [
    (
        span("at_least", days=7, calendar="working"),
        _days("2024-04-26", "2024-05-10"),
        "公告日2024-04-26至截止日2024-05-10共7个工作日，应不少于7个工作日 → 建议 落实",
    ),
    (
        span("at_least", days=7, calendar="working"),
        _days("2024-04-26", "2024-05-09"),
        "公告日2024-04-26至截止日2024-05-09共6个工作日，应不少于7个工作日，差1个工作日 → 建议 未落实",
    ),
    (
        span(days=3, calendar="working"),
        _days("2024-04-29", "2024-05-07"),
        "公告日2024-04-29至截止日2024-05-07共3个工作日，应不超过3个工作日 → 建议 落实",
    ),
    (
        span(days=3, calendar="working"),
        _days("2024-04-29", "2024-05-09"),
        "公告日2024-04-29至截止日2024-05-09共5个工作日，应不超过3个工作日，超2个工作日 → 建议 未落实",
    ),
    (  # the fifth working day was Friday; the Saturday behind it is late
        span(days=5, calendar="working"),
        _days("2024-03-01", "2024-03-09"),
        "公告日2024-03-01至截止日2024-03-09共5个工作日，应不超过5个工作日，末日2024-03-08已过 → 建议 未落实",
    ),
    (
        span(days=20, calendar="working", extend={"fact": "more", "days": 20}),
        _days("2024-03-01", "2024-04-26", more="是"),
        "公告日2024-03-01至截止日2024-04-26共40个工作日，"
        "应不超过40个工作日（20个工作日，“经批准延长”加20个工作日） → 建议 落实",
    ),
]
UNKNOWN = [
    (
        span(days=10, calendar="working"),
        _days("2026-12-29", "2027-01-13"),
        "公告日2026-12-29至截止日2027-01-13共2至15个工作日，应不超过10个工作日 → "
        "无法判断：2027年节假日安排尚未公布",
    ),
    (
        span(days=10, calendar="working"),
        _days("2026-12-29", "2027-01-05"),
        "公告日2026-12-29至截止日2027-01-05共2至7个工作日，应不超过10个工作日"
        "（2027年节假日安排尚未公布，但不影响结果） → 建议 落实",
    ),
    (
        span(days=2, calendar="working"),
        _days("2026-12-21", "2027-01-05"),
        "公告日2026-12-21至截止日2027-01-05共8至13个工作日，应不超过2个工作日，至少超6个工作日"
        "（2027年节假日安排尚未公布，但不影响结果） → 建议 未落实",
    ),
    (
        span("at_least", days=30, calendar="working"),
        _days("2026-12-21", "2027-01-05"),
        "公告日2026-12-21至截止日2027-01-05共8至13个工作日，应不少于30个工作日，至少差17个工作日"
        "（2027年节假日安排尚未公布，但不影响结果） → 建议 未落实",
    ),
    (  # the 21st weekday can still be the first working day if 20 were off
        span(days=1, calendar="working"),
        _days("2027-01-04", "2027-02-02"),
        "公告日2027-01-04至截止日2027-02-02共1至29个工作日，应不超过1个工作日 → "
        "无法判断：2027年节假日安排尚未公布",
    ),
    (
        span(days=1, calendar="working"),
        _days("2027-01-04", "2027-02-03"),
        "公告日2027-01-04至截止日2027-02-03共2至30个工作日，应不超过1个工作日，至少超1个工作日"
        "（2027年节假日安排尚未公布，但不影响结果） → 建议 未落实",
    ),
    (
        span(days=5, roll=True),
        _days("2027-01-04", "2027-01-11"),
        "公告日2027-01-04至截止日2027-01-11共7日，应不超过5日，末日2027-01-09是否顺延未定 → "
        "无法判断：2027年节假日安排尚未公布",
    ),
]
EXCEPTIONS = [
    (
        span("at_least", days=30, unless="why"),
        _days("2024-03-01", "2024-03-20"),
        "公告日2024-03-01至截止日2024-03-20共19日，应不少于30日，差11日 → 建议 未落实",
    ),
    (
        span("at_least", days=30, unless="why"),
        _days("2024-03-01", "2024-03-20", why="否"),
        "公告日2024-03-01至截止日2024-03-20共19日，应不少于30日，差11日 → 建议 未落实",
    ),
    (
        span("at_least", days=30, unless="why"),
        _days("2024-03-01", "2024-03-20", why="是"),
        "公告日2024-03-01至截止日2024-03-20共19日，应不少于30日，差11日，"
        "但“缩短并说明”为是，属于例外 → 建议 落实",
    ),
    (
        span("at_least", days=30, unless="why"),
        _days("2024-03-01", "2024-04-20", why="是"),
        "公告日2024-03-01至截止日2024-04-20共50日，应不少于30日 → 建议 落实",
    ),
    (
        span(days=10, calendar="working", unless="why"),
        _days("2026-12-29", "2027-01-13", why="是"),
        "公告日2026-12-29至截止日2027-01-13共2至15个工作日，应不超过10个工作日，"
        "但“缩短并说明”为是，属于例外 → 建议 落实",
    ),
    (
        span(days=30, extend={"fact": "more", "days": 30}),
        _days("2024-03-01", "2024-04-30", more="是"),
        "公告日2024-03-01至截止日2024-04-30共60日，应不超过60日（30日，“经批准延长”加30日） → 建议 落实",
    ),
    (
        span(days=30, extend={"fact": "more", "days": 30}),
        _days("2024-03-01", "2024-04-30"),
        "公告日2024-03-01至截止日2024-04-30共60日，应不超过30日，超30日 → 建议 未落实",
    ),
    (
        span(days=30, extend={"fact": "more", "days": 30}),
        _days("2024-03-01", "2024-05-01", more="是"),
        "公告日2024-03-01至截止日2024-05-01共61日，"
        "应不超过60日（30日，“经批准延长”加30日），超1日 → 建议 未落实",
    ),
    (
        span(months=1, extend={"fact": "more", "days": 15}),
        _days("2024-01-31", "2024-03-15", more="是"),
        "公告日2024-01-31至截止日2024-03-15共44日，"
        "应不超过1个月另加15日（“经批准延长”）（至2024-03-15） → 建议 落实",
    ),
    (
        span(days=30, unless="why"),
        _days("2024-03-20", "2024-03-01", why="是"),
        "截止日2024-03-01早于公告日2024-03-20 → 无法判断：两个日期前后颠倒，请核对",
    ),
]
BY: Data = {"kind": "by", "fact": "to", "date": "03-01", "year": "next"}
BYS = [
    (BY, {"to": "2024-02-29"}, "截止日2024-02-29，应在2024-03-01之前 → 建议 落实"),
    (
        BY,
        {"to": "2024-03-01"},
        "截止日2024-03-01，应在2024-03-01之前 → 无法判断：正是当日，“之前”含不含当日有不同理解，请自行判断",
    ),
    (BY, {"to": "2024-03-02"}, "截止日2024-03-02，应在2024-03-01之前，晚1日 → 建议 未落实"),
    ({**BY, "inclusive": True}, {"to": "2024-03-01"}, "截止日2024-03-01，应不晚于2024-03-01 → 建议 落实"),
    (
        {**BY, "inclusive": True},
        {"to": "2024-03-02"},
        "截止日2024-03-02，应不晚于2024-03-01，晚1日 → 建议 未落实",
    ),
    ({**BY, "inclusive": False}, {"to": "2024-02-29"}, "截止日2024-02-29，应早于2024-03-01 → 建议 落实"),
    (
        {**BY, "inclusive": False},
        {"to": "2024-03-01"},
        "截止日2024-03-01，应早于2024-03-01，晚1日 → 建议 未落实",
    ),
    ({**BY, "year": "same"}, {"to": "2023-02-28"}, "截止日2023-02-28，应在2023-03-01之前 → 建议 落实"),
    (
        {"kind": "by", "fact": "to", "date": "03-01"},
        {"to": "2023-03-05"},
        "截止日2023-03-05，应在2023-03-01之前，晚4日 → 建议 未落实",
    ),
    (  # 2 March 2024 is a Saturday
        {**BY, "date": "03-02", "inclusive": True, "roll": True},
        {"to": "2024-03-04"},
        "截止日2024-03-04，应不晚于2024-03-02，当日是休息日，顺延至2024-03-04 → 建议 落实",
    ),
    (
        {**BY, "date": "03-02", "roll": True},
        {"to": "2024-03-04"},
        "截止日2024-03-04，应在2024-03-02之前，当日是休息日，顺延至2024-03-04 → "
        "无法判断：正是当日，“之前”含不含当日有不同理解，请自行判断",
    ),
]
ORDER: Data = {"kind": "order", "facts": ["from", "to", "end"]}
ORDERS = [
    (
        ORDER,
        {"from": "2024-03-01", "to": "2024-03-05", "end": "2024-03-05"},
        "公告日2024-03-01、截止日2024-03-05、决定日2024-03-05，先后相符 → 建议 落实",
    ),
    (
        ORDER,
        {"from": "2024-03-01", "to": "2024-03-05", "end": "2024-03-04"},
        "决定日2024-03-04早于截止日2024-03-05，应在其后 → 建议 未落实",
    ),
    (
        ORDER,
        {"from": "2024-03-03", "to": "2024-03-02", "end": "2024-03-01"},
        "截止日2024-03-02早于公告日2024-03-03，应在其后；"
        "决定日2024-03-01早于截止日2024-03-02，应在其后 → 建议 未落实",
    ),
]
RATIO: Data = {"kind": "ratio", "part": "part", "whole": "whole", "min": 5}
NUMBERS = [
    (RATIO, {"part": "5", "whole": "80"}, "审核人员5÷执法人员80＝6.25%，应不低于5% → 建议 落实"),
    (RATIO, {"part": "4", "whole": "80"}, "审核人员4÷执法人员80＝5%，应不低于5% → 建议 落实"),
    (
        RATIO,
        {"part": "3", "whole": "80"},
        "审核人员3÷执法人员80＝3.75%，应不低于5%，差1.25个百分点 → 建议 未落实",
    ),
    (  # never rounded up to 5 %
        RATIO,
        {"part": "49999", "whole": "1000000"},
        "审核人员49999÷执法人员1000000＝约4.99%，应不低于5%，差约0.01个百分点 → 建议 未落实",
    ),
    (
        {**RATIO, "min": 33.333},
        {"part": "1", "whole": "3"},
        "审核人员1÷执法人员3＝约33.333%，应不低于33.333% → 建议 落实",
    ),
    (RATIO, {"part": "0", "whole": "0"}, "审核人员0÷执法人员0 → 无法判断：“执法人员”是0，算不出比例"),
    (RATIO, {"part": "-1", "whole": "3"}, "审核人员-1÷执法人员3 → 无法判断：数不能小于0，请核对"),
    ({"kind": "count", "fact": "part", "min": 2}, {"part": "2"}, "审核人员2，应不少于2 → 建议 落实"),
    (
        {"kind": "count", "fact": "part", "min": 2},
        {"part": "0.5"},
        "审核人员0.5，应不少于2，差1.5 → 建议 未落实",
    ),
    (
        {"kind": "count", "fact": "part", "min": 2},
        {"part": "-2"},
        "审核人员-2 → 无法判断：数不能小于0，请核对",
    ),
]
HOURS = [
    (
        span(hours=24),
        _days("2024-03-01 09:30", "2024-03-02 09:30"),
        "公告日2024-03-01 09:30至截止日2024-03-02 09:30共24小时，应不超过24小时 → 建议 落实",
    ),
    (
        span(hours=24),
        _days("2024-03-01 09:30", "2024-03-02 08:00"),
        "公告日2024-03-01 09:30至截止日2024-03-02 08:00共22小时30分，应不超过24小时 → 建议 落实",
    ),
    (
        span(hours=24),
        _days("2024-03-01 09:30", "2024-03-02 09:31"),
        "公告日2024-03-01 09:30至截止日2024-03-02 09:31共24小时1分，应不超过24小时，超0小时1分 → 建议 未落实",
    ),
    (
        span("at_least", hours=48),
        _days("2024-02-28 00:00", "2024-03-01 00:00"),
        "公告日2024-02-28 00:00至截止日2024-03-01 00:00共48小时，应不少于48小时 → 建议 落实",
    ),
    (
        span("at_least", hours=48),
        _days("2024-02-28 00:00", "2024-02-29 23:00"),
        "公告日2024-02-28 00:00至截止日2024-02-29 23:00共47小时，应不少于48小时，差1小时 → 建议 未落实",
    ),
    (  # the same day is within 24 hours whatever the hour
        span(hours=24),
        _days("2024-03-01", "2024-03-01"),
        "公告日2024-03-01至截止日2024-03-01共0小时至23小时59分，应不超过24小时 → 建议 落实",
    ),
    (
        span(hours=24),
        _days("2024-03-01", "2024-03-02"),
        "公告日2024-03-01至截止日2024-03-02共0小时1分至47小时59分，应不超过24小时 → "
        "无法判断：没有写时刻，请补写，如 2024-03-01 09:30",
    ),
    (
        span(hours=24),
        _days("2024-03-01", "2024-03-03"),
        "公告日2024-03-01至截止日2024-03-03共24小时1分至71小时59分，"
        "应不超过24小时，至少超0小时1分 → 建议 未落实",
    ),
    (
        span(hours=24),
        _days("2024-03-01 09:30", "2024-03-01 09:29"),
        "截止日2024-03-01 09:29早于公告日2024-03-01 09:30 → 无法判断：两个时刻前后颠倒，请核对",
    ),
]


@pytest.mark.parametrize(
    ("rule", "facts", "text"),
    [*NATURAL, *ROLLED, *WORKING, *UNKNOWN, *EXCEPTIONS, *BYS, *ORDERS, *NUMBERS, *HOURS],
)
def test_a_sum_is_said_in_words_with_what_it_proposes(rule: Data, facts: dict[str, str], text: str) -> None:
    _check(rule, facts, text)


SOURCE = Param("20", "甲省规定第十五条")
LEAST = span("at_least", days="param:days", unless="why")
LOCAL = [
    (
        LEAST,
        _days("2024-03-01", "2024-03-20"),
        {},
        "公告日2024-03-01至截止日2024-03-20共19日 → "
        "无法判断：地方参数“征求意见天数”还没填，请在“地方参数”里填写",
    ),
    (
        LEAST,
        _days("2024-03-01", "2024-03-20"),
        {"days": SOURCE},
        "公告日2024-03-01至截止日2024-03-20共19日，应不少于20日（地方参数“征求意见天数”，出处：甲省规定第十五条），"
        "差1日 → 建议 未落实",
    ),
    (
        LEAST,
        _days("2024-03-01", "2024-03-20", why="是"),
        {},
        "公告日2024-03-01至截止日2024-03-20共19日，但“缩短并说明”为是，属于例外 → 建议 落实",
    ),
    (
        LEAST,
        _days("2024-03-01", "2024-03-20"),
        {"days": Param("7.5", "甲省规定")},
        "公告日2024-03-01至截止日2024-03-20共19日 → "
        "无法判断：地方参数“征求意见天数”是7.5，应为1至36500的整数",
    ),
    (
        {**RATIO, "min": "param:days"},
        {"part": "1", "whole": "2"},
        {"days": Param("101", "甲省规定")},
        "审核人员1÷执法人员2＝50% → 无法判断：地方参数“征求意见天数”是101，应为0至100的百分数",
    ),
    (
        {"kind": "count", "fact": "part", "min": "param:days"},
        {"part": "19"},
        {"days": SOURCE},
        "审核人员19，应不少于20（地方参数“征求意见天数”，出处：甲省规定第十五条），差1 → 建议 未落实",
    ),
    (
        {"kind": "by", "fact": "to", "date": "param:due"},
        {"to": "2024-03-20"},
        {},
        "截止日2024-03-20 → 无法判断：地方参数“报告截止日”还没填，请在“地方参数”里填写",
    ),
    (
        {"kind": "by", "fact": "to", "date": "param:due", "inclusive": True},
        {"to": "2024-03-20"},
        {"due": Param("2024-03-15", "甲省通知")},
        "截止日2024-03-20，应不晚于2024-03-15（地方参数“报告截止日”，出处：甲省通知），晚5日 → 建议 未落实",
    ),
]


@pytest.mark.parametrize(("rule", "facts", "params", "text"), LOCAL)
def test_a_local_figure_is_named_with_its_source_or_as_missing(
    rule: Data, facts: dict[str, str], params: dict[str, Param], text: str
) -> None:
    _check(rule, facts, text, Basis(2023, PLAIN, params))


@pytest.mark.parametrize(
    ("rule", "facts", "text"),
    [
        (span(days=3), {"from": "2024-03-01"}, "还缺截止日，未核算"),
        (span(days=3, unless="why"), {"why": "是"}, "还缺公告日、截止日，未核算"),
        (ORDER, {"end": "2024-03-01"}, "还缺公告日、截止日，未核算"),
        (
            ORDER,
            {"from": "2024-03-05", "end": "2024-03-01"},
            "决定日2024-03-01早于公告日2024-03-05，应在其后；还缺截止日，未核算",
        ),
        (RATIO, {"part": "3"}, "还缺执法人员，未核算"),
    ],
)
def test_a_missing_fact_is_named_and_nothing_proposed(rule: Data, facts: dict[str, str], text: str) -> None:
    assert sum_of(ruled(rule), facts, BASIS) == Sum(text, None, undecided=False)
    assert [s.label in text for s in missing_facts(ruled(rule), facts)]


def test_there_is_no_sum_without_a_rule_or_without_any_fact_of_it() -> None:
    assert sum_of(ruled(span(days=3)), {}, BASIS) is None
    assert sum_of(ruled(span(days=3)), {"part": "3", "why": "是"}, BASIS) is None
    assert sum_of(ruled(span(days=3)), {"from": "去年"}, BASIS) is None
    bare = ruled({"kind": "count", "fact": "part", "min": 1})
    assert missing_facts(bare, {"part": "2"}) == ()
    assert [spec.id for spec in missing_facts(bare, {})] == ["part"]


def test_an_exception_is_asked_for_only_while_it_can_turn_the_sum() -> None:
    rule = ruled(span(days=30, unless="why", extend={"fact": "more", "days": 10}))

    def asked(end: str, **facts: str) -> list[str]:
        return [s.id for s in exceptions_to_ask(rule, _days("2024-03-01", end, **facts), BASIS)]

    assert asked("2024-03-31") == []
    assert asked("2024-04-05") == ["why", "more"]
    assert asked("2024-04-05", why="否") == ["more"]
    assert asked("2024-04-05", why="是") == []
    assert asked("2024-05-05") == ["why"]
    assert asked("2024-02-05") == []
    assert exceptions_to_ask(rule, {"from": "2024-03-01"}, BASIS) == ()


def test_another_verdict_than_the_proposed_one_is_an_override() -> None:
    found = sum_of(ruled(span(days=3)), _days("2024-03-01", "2024-03-20"), BASIS)
    assert not is_override(found, MISSING)
    assert is_override(found, DONE)
    assert is_override(found, Verdict.PARTLY)
    assert not is_override(found, None)
    assert not is_override(None, DONE)
    assert not is_override(Sum("还缺截止日，未核算", None, undecided=False), DONE)


def test_a_year_before_the_assessed_one_is_not_called_unpublished() -> None:
    found = sum_of(ruled(span(days=3, calendar="working")), _days("1998-03-01", "1998-03-05"), Basis(2023))
    assert found is not None
    assert found.text.endswith("无法判断：1998年节假日安排没有收录")
    longer = sum_of(ruled(span(days=800, calendar="working")), _days("2021-03-01", "2024-03-05"), Basis(2023))
    assert longer is not None
    assert "2021年至2024年节假日安排尚未公布" in longer.text

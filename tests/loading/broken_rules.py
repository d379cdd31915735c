"""Every way a rule, its facts or a contradiction can be malformed, with the words that must be told."""

from __future__ import annotations

from tests.ruled import FACTS, PARAMS, span
from tests.samples import Data, checklist, item, stage

EXTEND = {"fact": "more", "days": 30}
BY: Data = {"kind": "by", "fact": "to", "date": "03-01"}
RATIO: Data = {"kind": "ratio", "part": "part", "whole": "whole", "min": 5}
COUNT: Data = {"kind": "count", "fact": "part", "min": 2}
PAIR: Data = {"items": ["x-1", "x-2"], "verdicts": ["流于形式", "落实"], "say": "不能同时成立。"}
ITEM = "检查项 x-1"
Broken = tuple[Data, str, str]


def _rule(said: str, rule: Data, facts: list[Data] | None = None) -> Broken:
    one = item("x-1", facts=FACTS if facts is None else facts, rule=rule)
    return checklist("juece", stage("a", "甲", "unit", one), params=PARAMS), ITEM, said


def _facts(said: str, *facts: Data) -> Broken:
    return checklist("juece", stage("a", "甲", "unit", item("x-1", facts=list(facts)))), ITEM, said


def _pair(said: str, **changed: object) -> Broken:
    pair = {key: value for key, value in {**PAIR, **changed}.items() if value is not None}
    items = (item("x-1"), item("x-2"))
    return checklist("juece", stage("a", "甲", "unit", *items), contradicts=[pair]), "contradicts", said


def _date(id: str, label: str) -> Data:
    return {"id": id, "label": label, "type": "date"}


BROKEN_RULES: list[Broken] = [
    _rule("不认识的键“weeks”", span(days=3, weeks=1)),
    _rule("规则 at_most 缺少“from”", {"kind": "at_most", "to": "to", "days": 3}),
    _rule("days、months、hours 中的一个", span(days=3, months=1)),
    _rule("规则的 from 要用日期事实，“part”（审核人员）是数字", {**span(days=3), "from": "part"}),
    _rule("规则的 to 要用日期事实，“why”（缩短并说明）是是或否", {**span(days=3), "to": "why"}),
    _rule("规则的 from 要用日期事实", {**span(hours=24), "from": "part"}),
    _rule("from 和 to 用了同一个事实“to”", {**span(days=3), "from": "to"}),
    _rule("规则的 unless 要用是或否事实，“part”（审核人员）是数字", span(days=3, unless="part")),
    _rule("事实“waiver”没有定义", span(days=3, unless="waiver")),
    _rule("规则里的“days = -3”不大于0", span(days=-3)),
    _rule("规则里的“days = 0”不大于0", span(days=0)),
    _rule("规则里的“days”应当是整数，现为1.5", span(days=1.5)),
    _rule("规则里的“days”应当是数字", span(days=True)),
    _rule("规则里的“days = 36501”大于36500", span(days=36_501)),
    _rule("规则里的“months = -1”不大于0", span(months=-1)),
    _rule("calendar = working 只用于 days", span(months=2, calendar="working")),
    _rule("“roll”应当是 true 或 false", span(days=3, roll="是")),
    _rule("按小时计算的期限不顺延", span(hours=24, roll=True)),
    _rule("按小时计算的期限不写 after", span("at_least", hours=24, after=True)),
    _rule("不认识的键“after”", span("at_most", days=3, after=True)),
    _rule("地方参数“param:none”没有定义", span(days="param:none")),
    _rule("地方参数“due”（报告截止日）是日期，这里要数字", span(days="param:due")),
    _rule("extend 只用于 at_most", span("at_least", days=30, extend=EXTEND)),
    _rule("extend 只用于 at_most 的 days 或 months", span(hours=24, extend=EXTEND)),
    _rule("这里应当是一个表", span(days=30, extend=30)),
    _rule("不认识的键“months”", span(days=30, extend={**EXTEND, "months": 1})),
    _rule("规则 at_most 缺少“days”", span(days=30, extend={"fact": "more"})),
    _rule("规则 at_most 缺少“fact”", span(days=30, extend={"days": 30})),
    _rule("规则的 fact 要用是或否事实", span(days=30, extend={"fact": "part", "days": 30})),
    _rule("规则里的“days = 0”不大于0", span(days=30, extend={"fact": "more", "days": 0})),
    _rule("unless 和 extend 用了同一个事实“more”", span(days=30, unless="more", extend=EXTEND)),
    _rule("依据“zdjc:第九条”写法不对", span(days=3, cite="zdjc:第九条")),
    _rule("依据“xzcf:85”的法律键“xzcf”没有声明", span(days=3, cite=["xzcf:85"])),
    _rule("规则的 cite 应当是依据", span(days=3, cite=85)),
    _rule("规则 by 缺少“date”", {"kind": "by", "fact": "to"}),
    _rule("规则 by 缺少“fact”", {"kind": "by", "date": "03-01"}),
    _rule("规则的 fact 要用日期事实", {**BY, "fact": "part"}),
    _rule("date 写成了“3-1”，不是每年都有的月日", {**BY, "date": "3-1"}),
    _rule("date 写成了“13-01”", {**BY, "date": "13-01"}),
    _rule("date 写成了“02-29”", {**BY, "date": "02-29"}),
    _rule("date 写成了“301”", {**BY, "date": 301}),
    _rule("“year”写成了“last”", {**BY, "year": "last"}),
    _rule("“inclusive”应当是 true 或 false", {**BY, "inclusive": "是"}),
    _rule("“roll”应当是 true 或 false", {**BY, "roll": 1}),
    _rule("地方参数“days”（征求意见天数）是数字，这里要日期", {**BY, "date": "param:days"}),
    _rule("地方参数的日期自带年份", {**BY, "date": "param:due", "year": "next"}),
    _rule("规则 order 缺少“facts”", {"kind": "order"}),
    _rule("规则 order 缺少“facts”", {"kind": "order", "facts": "from"}),
    _rule("至少两个不同的事实", {"kind": "order", "facts": ["from"]}),
    _rule("至少两个不同的事实", {"kind": "order", "facts": ["from", "to", "from"]}),
    _rule(
        "规则的 facts 要用日期事实，“part”（审核人员）是数字", {"kind": "order", "facts": ["from", "part"]}
    ),
    _rule("事实“3”没有定义", {"kind": "order", "facts": ["from", "to", 3]}),
    _rule("规则 ratio 缺少“min”", {"kind": "ratio", "part": "part", "whole": "whole"}),
    _rule("规则的 whole 要用数字事实", {**RATIO, "whole": "to"}),
    _rule("part 和 whole 用了同一个事实“part”", {**RATIO, "whole": "part"}),
    _rule("规则里的“min = -5”不大于0", {**RATIO, "min": -5}),
    _rule("规则里的“min = 500”大于100", {**RATIO, "min": 500}),
    _rule("规则的 fact 要用数字事实", {**COUNT, "fact": "why"}),
    _rule("规则里的“min”应当是数字", {**COUNT, "min": "两次"}),
    _rule("规则 count 缺少“min”", {"kind": "count", "fact": "part"}),
    _facts("事实“b”（甲）重复", _date("a", "甲"), _date("b", "甲")),
    _facts("事实“a”（乙）重复", _date("a", "甲"), _date("a", "乙")),
    _facts("事实名称“a”是另一个事实的编号", _date("a", "甲"), _date("b", "a")),
    _facts("事实名称“甲=乙”里有“=”", _date("a", "甲=乙")),
    _facts("事实名称“甲；乙”里有“；”", _date("a", "甲；乙")),
    _facts("事实名称“甲|乙”里有“|”", _date("a", "甲|乙")),
    _facts("事实名称“甲\\乙”里有“\\”", _date("a", "甲\\乙")),
    _facts("事实名称“ 甲”首尾有空格", _date("a", " 甲")),
    _pair("“items”应当正好是两个检查项编号，现有1个", items=["x-1"]),
    _pair("“items”应当正好是两个检查项编号，现有3个", items=["x-1", "x-2", "x-1"]),
    _pair("“items”应当是文字的列表", items="x-1"),
    _pair("没有检查项“x-3”", items=["x-1", "x-3"]),
    _pair("items 两次写了同一个检查项“x-1”", items=["x-1", "x-1"]),
    _pair("“verdicts”应当正好是两个结论，现有0个", verdicts=None),
    _pair("“verdicts”里的“合格”不认识", verdicts=["合格", "落实"]),
    _pair("缺少“say”", say=None),
    _pair("“say”是空的", say=""),
    _pair("不认识的键“because”", because="…"),
]

"""Every way a checklist can be malformed, with the place and the words that must be told."""

from __future__ import annotations

import copy
from collections.abc import Callable

from tests.samples import DECISIONS, LAW, Data, checklist, item, stage

Spoil = Callable[[Data], object]


def _spoilt(spoil: Spoil) -> Data:
    data = copy.deepcopy(DECISIONS)
    spoil(data)
    return data


def one_item(id: str = "x-1", **changed: object) -> Data:
    return checklist("juece", stage("a", "甲", "unit", item(id, **changed)))


def _ruled(**rule: object) -> Data:
    facts = [{"id": "a", "label": "甲", "type": "date"}, {"id": "b", "label": "乙", "type": "date"}]
    return one_item(facts=facts, rule=rule)


def _working(rule: object) -> Data:
    return _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "working": rule}))


BROKEN: list[tuple[Data, str, str]] = [
    (_spoilt(lambda d: d.update(schema=2)), "文件开头", "schema 应为 1"),
    (_spoilt(lambda d: d.pop("schema")), "文件开头", "schema 应为 1"),
    (_spoilt(lambda d: d.update(colour="red")), "文件开头", "不认识的键“colour”"),
    (_spoilt(lambda d: d.pop("version")), "文件开头", "缺少“version”"),
    (_spoilt(lambda d: d.update(title="")), "文件开头", "“title”是空的"),
    (_spoilt(lambda d: d.update(title=3)), "文件开头", "“title”应当是文字"),
    (_spoilt(lambda d: d.update(title="重大\n决策")), "文件开头", "“title”里有换行"),
    (_spoilt(lambda d: d.pop("checked")), "文件开头", "缺少日期“checked”"),
    (_spoilt(lambda d: d.update(checked="2026-13-01")), "文件开头", "“checked”不是日期"),
    (_spoilt(lambda d: d.update(checked=2026)), "文件开头", "“checked”不是日期"),
    (_spoilt(lambda d: d.update(scale=[1, 0.5, 0])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=[0, 0.5, 0.25, 1])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=[2, 0.5, 0.25, 0])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=["1", 0.5, 0.25, 0])), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(scale=1)), "文件开头", "scale 应为四个"),
    (_spoilt(lambda d: d.update(history=[{"version": "1"}])), "history", "缺少“change”"),
    (_spoilt(lambda d: d.update(history=["首版"])), "history", "应当是一个表"),
    (_spoilt(lambda d: d.pop("laws")), "文件开头", "没有声明任何法律"),
    (_spoilt(lambda d: d["laws"].update(zdjc="条例")), "laws.zdjc", "应当是一个表"),
    (_spoilt(lambda d: d["laws"].update(zdjc={**LAW, "court": 1})), "laws.zdjc", "不认识的键“court”"),
    (_spoilt(lambda d: d["laws"].update(zdjc={**LAW, "title": 1})), "laws.zdjc", "“title”应当是文字"),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "effective": "去年"})),
        "laws.zdjc",
        "“effective”不是日期",
    ),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "expires": "2018-01-01"})),
        "laws.zdjc",
        "失效日期早于施行日期",
    ),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "verified": "yes"})),
        "laws.zdjc",
        "“verified”写成了“yes”",
    ),
    (
        _spoilt(lambda d: d["laws"].update(zdjc={**LAW, "pending": ["第三条"]})),
        "laws.zdjc",
        "“第三条”不是条款写法",
    ),
    (_working("85"), "laws.zdjc.working", "应当是一个表"),
    (_working({"cite": "85", "days": [7], "unit": "日"}), "laws.zdjc.working", "不认识的键“unit”"),
    (_working({"days": [7]}), "laws.zdjc.working", "缺少“cite”"),
    (_working({"cite": "第八十五条", "days": [7]}), "laws.zdjc.working", "不是条款写法"),
    (_working({"cite": "85"}), "laws.zdjc.working", "days 应当是正整数的列表"),
    (_working({"cite": "85", "days": [0]}), "laws.zdjc.working", "days 应当是正整数的列表"),
    (_working({"cite": "85", "days": [True]}), "laws.zdjc.working", "days 应当是正整数的列表"),
    (_spoilt(lambda d: d.pop("stages")), "文件开头", "缺少“stages”"),
    (_spoilt(lambda d: d.update(stages=[])), "文件开头", "缺少“stages”"),
    (_spoilt(lambda d: d.update(stages="没有")), "文件开头", "缺少“stages”"),
    (_spoilt(lambda d: d["stages"][0].update(items=[])), "环节“制度基础”", "缺少“items”"),
    (_spoilt(lambda d: d["stages"][0].update(object="village")), "环节“制度基础”", "“object”写成了“village”"),
    (_spoilt(lambda d: d["stages"][0].update(weight=2)), "环节“制度基础”", "不认识的键“weight”"),
    (_spoilt(lambda d: d["stages"][0].update(id="制度")), "环节“制度基础”", "编号“制度”不合规则"),
    (_spoilt(lambda d: d["stages"][1].update(id="zhidu")), "文件开头", "环节编号“zhidu”重复"),
    (_spoilt(lambda d: d["stages"][1].update(title="制度基础")), "文件开头", "环节名称“制度基础”重复"),
    (_spoilt(lambda d: d["stages"][1]["items"][0].update(id="u-1")), "文件开头", "检查项编号“u-1”重复"),
    (_spoilt(lambda d: d["stages"][1]["items"][0].pop("id")), "公众参与", "缺少“id”"),
    (_spoilt(lambda d: d["stages"][1]["items"].append("一条")), "公众参与", "应当是一个表"),
    (
        _spoilt(lambda d: d.update(params=[{"id": "p", "label": "数额", "type": "text"}])),
        "params",
        "“type”写成了",
    ),
    (
        _spoilt(lambda d: d.update(params=[{"id": "p", "label": "数额", "type": "number"}] * 2)),
        "params",
        "地方参数编号“p”重复",
    ),
    (
        _spoilt(
            lambda d: d.update(
                contradicts=[{"items": ["u-1", "x"], "verdicts": ["落实", "落实"], "say": "…"}]
            )
        ),
        "contradicts",
        "没有检查项“x”",
    ),
    (one_item(question=None), "检查项 x-1", "缺少“question”"),
    (one_item(gap=None), "检查项 x-1", "缺少“gap”"),
    (one_item(remedy=None), "检查项 x-1", "缺少“remedy”"),
    (one_item(remedy=["做"]), "检查项 x-1", "“remedy”应当是文字"),
    (one_item(weight=4), "检查项 x-1", "不认识的键“weight”"),
    (one_item("X_1"), "检查项 X_1", "编号“X_1”不合规则"),
    (one_item(force=None), "检查项 x-1", "缺少“force”"),
    (one_item(force="必须"), "检查项 x-1", "“force”写成了“必须”"),
    (one_item(points=None), "检查项 x-1", "缺少分值 points"),
    (one_item(points=0), "检查项 x-1", "points = 0 不大于0"),
    (one_item(points=-2), "检查项 x-1", "points = -2 不大于0"),
    (one_item(points="4"), "检查项 x-1", "“points”应当是数字"),
    (one_item(points=True), "检查项 x-1", "“points”应当是数字"),
    (one_item(redline=True), "检查项 x-1", "不能写 points"),
    (one_item(force="可以"), "检查项 x-1", "不能写 points"),
    (one_item(force="可以", points=None, redline=True), "检查项 x-1", "“可以”的检查项不能是红线"),
    (one_item(redline="是", points=4), "检查项 x-1", "“redline”应当是 true 或 false"),
    (one_item(cites=None), "检查项 x-1", "没有依据 cites"),
    (one_item(cites=[]), "检查项 x-1", "没有依据 cites"),
    (one_item(cites="zdjc:15.1"), "检查项 x-1", "“cites”应当是文字的列表"),
    (one_item(cites=["xzcf:3"]), "检查项 x-1", "法律键“xzcf”没有声明"),
    (one_item(cites=["zdjc"]), "检查项 x-1", "依据“zdjc”写法不对"),
    (one_item(cites=["zdjc：15"]), "检查项 x-1", "依据“zdjc：15”写法不对"),
    (one_item(cites=["zdjc:第十五条"]), "检查项 x-1", "依据“zdjc:第十五条”写法不对"),
    (one_item(cites=["zdjc:15.1", "zdjc:15.1"]), "检查项 x-1", "同一依据写了两遍"),
    (one_item(roles=["政府主要负责人"]), "检查项 x-1", "只有按人员（person）"),
    (one_item(needs=["收费权"]), "检查项 x-1", "“收费权”不认识"),
    (one_item("x-1", **{"for": ["企业"]}), "检查项 x-1", "“企业”不认识"),
    (one_item(guidance="先看 公告"), "检查项 x-1", "“guidance”的汉字之间有空格"),
    (one_item(guidance="先看\u3000公告"), "检查项 x-1", "“guidance”的汉字之间有空格"),
    (one_item(evidence=["公告 截图"]), "检查项 x-1", "“evidence”的汉字之间有空格"),
    (one_item(question="做了\u200b吗？"), "检查项 x-1", "不可见字符"),
    (one_item(facts=[{"id": "a", "label": "甲", "type": "text"}]), "检查项 x-1", "“type”写成了“text”"),
    (one_item(facts=[{"id": "a", "label": "甲", "type": "yes"}] * 2), "检查项 x-1", "事实“a”（甲）重复"),
    (one_item(facts=[3]), "检查项 x-1", "应当是一个表"),
    (_ruled(kind="guess"), "检查项 x-1", "“kind”写成了“guess”"),
    (_ruled(kind="at_least", **{"from": "a", "to": "c", "days": 30}), "检查项 x-1", "事实“c”没有定义"),
    (_ruled(kind="at_least", **{"from": "a", "to": "b"}), "检查项 x-1", "days、months、hours 中的一个"),
    (_ruled(kind="at_least", **{"from": "a", "days": 30}), "检查项 x-1", "缺少“to”"),
    (_ruled(kind="at_least", **{"from": "a", "to": "b", "days": "三十"}), "检查项 x-1", "“days”应当是数字"),
    (
        _ruled(kind="at_least", **{"from": "a", "to": "b", "days": "param:p"}),
        "检查项 x-1",
        "“param:p”没有定义",
    ),
    (_ruled(kind="at_least", **{"from": ["a"], "to": "b", "days": 3}), "检查项 x-1", "没有定义"),
    (
        _ruled(kind="at_least", calendar="lunar", **{"from": "a", "to": "b", "days": 3}),
        "检查项 x-1",
        "“calendar”写成了“lunar”",
    ),
    (_ruled(kind="order", facts=["a", "z"]), "检查项 x-1", "事实“z”没有定义"),
    (_ruled(kind="count", fact="a", min=1, max=2), "检查项 x-1", "不认识的键“max”"),
    (one_item(rule="30日"), "检查项 x-1", "应当是一个表"),
]

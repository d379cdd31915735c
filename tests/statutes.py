"""Small statute texts that the tests are built from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fazhi_tui.domain.checking.law_check import check_against
from fazhi_tui.domain.checking.law_remark import Remark
from fazhi_tui.domain.law.statute_book import StatuteBook, bind
from fazhi_tui.domain.law.statute_parse import parse_statute
from tests.samples import LAW, Data, checklist, item, library, stage

REGULATION = """标题：重大行政决策程序暂行条例
制定机关：国务院
文号：中华人民共和国国务院令第713号
公布／施行：2019年4月20日公布，2019年9月1日施行（第四条）
来源与完整性：全文，2026年1月1日取得

# 重大行政决策程序暂行条例

## 第一章 总 则

第一条 为了规范程序，制定本条例。

第二条 决策承办单位应当公开征求意见，期限一般不少于30日。

有下列情形之一的，可以缩短：

（一）情况紧急；

(二)依法不予公开。

听证会应当在召开7日前通知，由不少于两人主持。

第二章 附则

第三条 本条例中“七日”的规定是指工作日。

第四条 本条例自2019年9月1日起施行。

## 拼接来源

1. 某网站
"""

OPINION = """国务院办公厅关于全面推行某制度的指导意见
国办发〔2018〕118号

各省、自治区、直辖市人民政府：

某制度很重要。

一、总体要求

（一）指导思想。

以某思想为指导。

二、事前公开

公开是保障。

（二）公开。执法决定作出之日起20个工作日内公开。

1.网站；

2.公示栏。

（三）年报。每年1月31日前公开上年度数据。

各地要于2019年3月底前制定方案。

国务院办公厅

2018年12月5日
"""


DOCUMENT: Data = {
    "title": "国务院办公厅关于全面推行某制度的指导意见",
    "number": "国办发〔2018〕118号",
    "effective": "2018-12-05",
    "verified": "full",
}


def book(*texts: str) -> StatuteBook:
    """A book of these texts."""
    return bind([parsed for text in texts if (parsed := parse_statute(text))])


def write_statutes(folder: Path, **texts: str | bytes) -> Path:
    """A folder with these texts, each in a file of its name with the suffix .md."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def remarks(
    question: str = "做了吗？",
    cites: tuple[str, ...] = ("zdjc:2.1",),
    **more: Any,  # noqa: ANN401 - an item's fields
) -> list[Remark]:
    """The remarks on one item; `zdjc` and `sxzd` in `more` change a law, `texts` the texts at hand."""
    laws = {"zdjc": {**LAW, **more.pop("zdjc", {})}, "sxzd": {**DOCUMENT, **more.pop("sxzd", {})}}
    texts = more.pop("texts", (REGULATION, OPINION))
    checked = more.pop("checked", "2026-11-24")
    one = item("x-1", question=question, cites=list(cites), **more)
    data = checklist("a", stage("a", "甲", "matter", one), laws=laws, checked=checked)
    (made,) = library(data).checklists
    return check_against(made, book(*texts))


def only(found: list[Remark]) -> Remark:
    """The one remark there is."""
    (remark,) = found
    return remark

"""Whether a cited place exists at the depth it claims, and what stands there if not."""

from __future__ import annotations

from fazhi_tui.domain.checking.law_remark import Remark
from fazhi_tui.domain.law.citation import WHOLE, Citation, chinese_number, is_article, place_in_words
from fazhi_tui.domain.law.statute import Instrument

_CORRECT = "请改正依据。"
_GET_TEXT = "请补全官方文本，或者把这一处写进 pending。"


def check_citation(place: str, cite: Citation, instrument: Instrument) -> Remark | None:
    """The remark on a citation; None where its words are at hand or the whole instrument is cited.

    A place of which the text at hand has only a part gets a note: what it says may stand in the rest.

    Args:
        place: the item it stands in, in words.
        cite: the citation.
        instrument: the text of its law.
    """
    if cite.place == WHOLE:
        return None
    said = f"依据 {cite.law.key}:{cite.place}（{cite.text}）"
    if instrument.is_disputed(cite.place):
        return Remark(
            place, f"{said}在手头文本中有两种写法，没有核对。", "请只留官方文本。", is_finding=False
        )
    told = _fault(cite.place, instrument)
    if told is None:
        return None
    problem, remedy, is_sure = told
    if cite.is_pending:
        return Remark(place, f"{said}：{problem}", "取得官方文本后请核对。", is_finding=False)
    return Remark(place, f"{said}：{problem}", remedy, is_finding=is_sure)


def _fault(place: str, instrument: Instrument) -> tuple[str, str, bool] | None:
    """What is wrong, what to do, and whether it is sure; None where the place stands whole."""
    found = instrument.resolve(place)
    if found is None:
        lost = instrument.is_lacking(place)
        return ("手头文本缺这一处。", _GET_TEXT, True) if lost else (*missing(place, instrument), True)
    words = instrument.places[found]
    if found in instrument.lacking:
        return ("手头文本这一处不完整。" if words else "手头文本缺这一处。", _GET_TEXT, not words)
    if not words:
        return f"{place_in_words(found)}没有导语。", "请写到下面的（一）（二）。", True
    return None


def missing(place: str, instrument: Instrument) -> tuple[str, str]:
    """What stands in the text instead of a place that is not there, and what to do."""
    if is_article(place) != instrument.has_articles:
        if instrument.has_articles:
            return "这一件分条款，不分部分。", "请写成 15.1.3 的样子。"
        return "这一件分部分，不分条款。", "请写成 二（六） 的样子。"
    return _missing_article(place, instrument) if is_article(place) else _missing_section(place, instrument)


def _missing_article(place: str, instrument: Instrument) -> tuple[str, str]:
    article, *deeper = place.split(".")
    if article not in instrument.places:
        return _no_such_article(int(article), instrument)
    paragraphs = instrument.count_in(article)
    if int(deeper[0]) > paragraphs:
        return f"{place_in_words(article)}只有{_counted(paragraphs)}款。", _CORRECT
    paragraph = f"{article}.{deeper[0]}"
    items = instrument.count_in(paragraph)
    there = [
        p
        for n in range(1, paragraphs + 1)
        if (p := f"{article}.{n}.{deeper[1]}") in instrument.places and instrument.places[p]
    ]
    elsewhere = f"，{place_in_words(there[0])}有" if there else ""
    has = f"只有{_counted(items)}项" if items else "没有分项"
    return f"{place_in_words(paragraph)}{has}{elsewhere}。", _CORRECT


def _no_such_article(number: int, instrument: Instrument) -> tuple[str, str]:
    articles = instrument.articles
    name = place_in_words(f"{number}")
    if articles == list(range(1, len(articles) + 1)):
        last = place_in_words(f"{len(articles)}")
        return f"全文到{last}为止，没有{name}。", _CORRECT
    return f"手头是节选（{len(articles)}条），没有{name}。", f"{_CORRECT}依据无误的，{_GET_TEXT}"


def _missing_section(place: str, instrument: Instrument) -> tuple[str, str]:
    heading, bracket, rest = place.partition("（")
    section = f"{bracket}{rest.partition('）')[0]}）" if bracket else ""
    alike = [p for p in instrument.places if section and p.partition("（")[1] and p.endswith(section)]
    if len(alike) > 1 and not heading:
        where = "、".join(place_in_words(p) for p in alike)
        return f"{section}有几处：{where}。", "请写明第几部分。"
    if heading and section and f"{heading}{section}" in instrument.places:
        return f"{place_in_words(heading + section)}没有编号为{rest.partition('）')[2]}的段。", _CORRECT
    if len(alike) == 1:
        return f"{section}在{place_in_words(alike[0].partition('（')[0] or alike[0])}。", _CORRECT
    has = [p for p in instrument.places if p.startswith(f"{heading}（") and p.endswith("）")]
    if heading and has:
        return (
            f"第{heading}部分只有{has[0].removeprefix(heading)}至{has[-1].removeprefix(heading)}。",
            _CORRECT,
        )
    parts = [p for p in instrument.places if "（" not in p]
    known = f"，只有第{parts[0]}至第{parts[-1]}部分" if parts else ""
    return f"手头文本没有{place_in_words(place)}{known}。", f"{_CORRECT}依据无误的，{_GET_TEXT}"


def _counted(number: int) -> str:
    return "两" if number == 2 else chinese_number(number)

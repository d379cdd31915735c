"""Whether every figure of an item stands, in the same unit, at a place it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from fazhi_tui.domain.checking.law_remark import Remark
from fazhi_tui.domain.checking.rule_figures import ANY_UNIT, rule_figures
from fazhi_tui.domain.checklist import Item
from fazhi_tui.domain.law.citation import Citation, place_in_words
from fazhi_tui.domain.law.figures import DAY, WORKING_DAY, Figure, figures_in, figures_stated
from fazhi_tui.domain.law.statute import Instrument
from fazhi_tui.domain.law.working_days import covers, own_rule

_SHOWN = 8
_DATE_UNITS = ("月日", "月底", "月", "年月日", "年月底", "年月")


@dataclass(frozen=True, slots=True)
class Source:
    """A cited place with its law's text; `words` is None where they are not at hand."""

    cite: Citation
    instrument: Instrument | None
    words: str | None

    @property
    def written(self) -> set[Figure]:
        """The figures as the text writes them."""
        return figures_stated(self.words or "")

    @property
    def meant(self) -> set[Figure]:
        """The figures with the checklist's `working` applied: 七日 there is 7个工作日 and no longer 7日."""
        return {self._meaning(figure) for figure in self.written}

    def _meaning(self, figure: Figure) -> Figure:
        rule = self.cite.law.working
        if rule is None or figure.unit != DAY or figure.amount not in rule.days:
            return figure
        return replace(figure, unit=WORKING_DAY)


def check_figures(item: Item, sources: Sequence[Source]) -> Iterator[Remark]:
    """The remarks on the figures of the question and of the rule.

    One that is not found is only a note where words of a cited place are not at hand: it may stand there.
    """
    place = f"检查项 {item.id}"
    meant = {figure for source in sources for figure in source.meant} | _days_of_the_laws(sources)
    sure = all(source.words is not None and not source.cite.is_pending for source in sources)
    told = [("问题", f) for f in figures_in(item.question)] + [("规则", f) for f in rule_figures(item.rule)]
    for where, figure in told:
        if _stands(figure, meant):
            if (note := _undeclared(figure, sources)) is not None:
                yield Remark(place, *note, is_finding=False)
        else:
            yield Remark(place, *_not_there(where, figure, sources), is_finding=sure)


def _stands(figure: Figure, meant: set[Figure]) -> bool:
    if figure.unit == ANY_UNIT:
        return any(other.amount == figure.amount for other in meant if other.unit not in _DATE_UNITS)
    return figure in meant


def _days_of_the_laws(sources: Sequence[Source]) -> set[Figure]:
    """The days on which cited laws come into force or end: a question may name them without a place."""
    days = [day for source in sources for day in (source.cite.law.effective, source.cite.law.expires) if day]
    return {Figure(Fraction(d.year * 10_000 + d.month * 100 + d.day), "年月日") for d in days}


def _undeclared(figure: Figure, sources: Sequence[Source]) -> tuple[str, str] | None:
    """A 三日 quoted from a law whose own rule makes it working days, while the checklist is silent."""
    if figure.unit != DAY:
        return None
    for source in sources:
        law, rule = source.cite.law, source.instrument and own_rule(source.instrument)
        if law.working is None and rule and figure in source.written and covers(rule[1], int(figure.amount)):
            where = place_in_words(rule[0])
            return (
                f"“{figure}”取自《{law.title}》，该法{where}写明：{rule[1]}",
                f"所引期限属于该条所指的，请把问题改为工作日，并在 [laws.{law.key}] 写 "
                f'working = {{ cite = "{rule[0]}", days = […] }}。',
            )
    return None


def _not_there(where: str, figure: Figure, sources: Sequence[Source]) -> tuple[str, str]:
    for source in sources:
        law = source.cite.law
        if law.working is not None and figure in source.written:
            rule, days = place_in_words(law.working.cite), figure.amount
            problem = f"{where}里的“{figure}”取自《{law.title}》，按该法{rule}，这个期限是工作日。"
            return problem, f"请写“{days}个工作日”。"
    stands = "；".join(_standing(sources))
    return f"{where}里的“{figure}”在所引条款中没有：{stands}。", _advice(figure, sources)


def _standing(sources: Sequence[Source]) -> Iterator[str]:
    for source in sources:
        if source.words is not None:
            figures = list(dict.fromkeys(str(f) for f in figures_in(source.words)))
            written = f"写的是{'、'.join(figures[:_SHOWN])}" if figures else "没有数字"
            yield f"{source.cite.law.key}:{source.cite.place} {written}"
    absent = [source.cite.text for source in sources if source.words is None]
    if absent:
        yield f"{'、'.join(absent)}的原文不在手头"


def _advice(figure: Figure, sources: Sequence[Source]) -> str:
    for source in sources:
        law = source.cite.law
        other = {DAY: WORKING_DAY, WORKING_DAY: DAY}.get(figure.unit, "")
        if replace(figure, unit=other) not in (source.meant if other == WORKING_DAY else source.written):
            continue
        if other == DAY:
            return f"原文是“日”；该法自己规定按工作日计算的，请在 [laws.{law.key}] 写 working，否则改为“日”。"
        return "原文是“工作日”，请照写。"
    return "请改正数字或者单位，或者补上写有这个数字的依据。"

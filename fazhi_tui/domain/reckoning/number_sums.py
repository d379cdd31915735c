"""Sums of numbers: a share and a count. The arithmetic is exact; only what is shown is rounded."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from fazhi_tui.domain.reckoning.basis import Basis, figure, percent_figure, source_words
from fazhi_tui.domain.reckoning.decimals import decimals, written
from fazhi_tui.domain.reckoning.filled import Filled
from fazhi_tui.domain.reckoning.outcome import Outcome, faulty
from fazhi_tui.domain.reckoning.rule import Count, Ratio

_PLACES = 2


def ratio_outcome(ratio: Ratio, facts: Filled, basis: Basis) -> Outcome:
    """Whether the share is large enough."""
    part, whole = facts.numbers[ratio.part], facts.numbers[ratio.whole]
    said = f"{facts.said(ratio.part)}÷{facts.said(ratio.whole)}"
    if part < 0 or whole < 0:
        return faulty(said, "数不能小于0，请核对")
    if whole == 0:
        return Outcome(said, None, f"“{facts.labels[ratio.whole]}”是0，算不出比例")
    share = part / whole * 100
    least = percent_figure(ratio.min, basis)
    if isinstance(least, str):
        return Outcome(f"{said}＝{_share(share, _PLACES)}", None, least)
    places = max(_PLACES, decimals(least))
    words = f"{said}＝{_share(share, places)}，应不低于{written(least)}%{source_words(ratio.min, basis)}"
    if share >= least:
        return Outcome(words, holds=True)
    return Outcome(f"{words}，差{_up(least - share, places)}个百分点", holds=False)


def count_outcome(count: Count, facts: Filled, basis: Basis) -> Outcome:
    """Whether the number is large enough."""
    number, said = facts.numbers[count.fact], facts.said(count.fact)
    if number < 0:
        return faulty(said, "数不能小于0，请核对")
    least = figure(count.min, basis)
    if isinstance(least, str):
        return Outcome(said, None, least)
    words = f"{said}，应不少于{written(least)}{source_words(count.min, basis)}"
    if number >= least:
        return Outcome(words, holds=True)
    return Outcome(f"{words}，差{written(least - number)}", holds=False)


def _share(percent: Fraction, places: int) -> str:
    """The percentage, cut and not rounded: one that is too small never looks large enough."""
    shown = Fraction(floor(percent * 10**places), 10**places)
    return f"{'' if shown == percent else '约'}{written(shown)}%"


def _up(amount: Fraction, places: int) -> str:
    shown = Fraction(ceil(amount * 10**places), 10**places)
    return f"{'' if shown == amount else '约'}{written(shown)}"

"""核算: what an item's rule makes of its facts, in words, with the verdict it proposes.

Nothing is guessed: where a fact is missing, a local parameter is not filled in, a year's holidays are not
known or the law itself is disputed, the words say so and nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fazhi_tui.domain.checklist import FactSpec, Item
from fazhi_tui.domain.reckoning.basis import Basis
from fazhi_tui.domain.reckoning.day_sums import by_outcome, order_outcome, out_of_order
from fazhi_tui.domain.reckoning.filled import YES, Filled, filled
from fazhi_tui.domain.reckoning.hour_sums import hour_outcome
from fazhi_tui.domain.reckoning.number_sums import count_outcome, ratio_outcome
from fazhi_tui.domain.reckoning.outcome import Outcome
from fazhi_tui.domain.reckoning.rule import By, Count, Order, Ratio, Rule, Span
from fazhi_tui.domain.reckoning.span_sums import span_outcome
from fazhi_tui.domain.verdict import Verdict

__all__ = ["Basis", "Sum", "exceptions_to_ask", "is_override", "missing_facts", "sum_of"]


@dataclass(frozen=True, slots=True)
class Sum:
    """The whole sentence, what it proposes, and whether nothing follows though all facts are there."""

    text: str
    proposal: Verdict | None
    undecided: bool


def sum_of(item: Item, facts: Mapping[str, str], basis: Basis) -> Sum | None:
    """The 核算 of an item; None where it has no rule or none of the rule's facts is filled in.

    Args:
        item: the item with its rule.
        facts: the answer's facts in normal form.
        basis: year, calendar and local parameters.
    """
    rule = item.rule
    if rule is None:
        return None
    known = filled(item, facts)
    if not any(fact in known.texts for fact in (*rule.facts, *rule.exceptions)):
        return None
    if missing := [known.labels[fact] for fact in rule.facts if fact not in known.texts]:
        broken = out_of_order(rule, known) if isinstance(rule, Order) else ""
        lead = f"{broken}；" if broken else ""
        return Sum(f"{lead}还缺{'、'.join(missing)}，未核算", None, undecided=False)
    return _sum(_excused(rule, known, _outcome(rule, known, basis)))


def missing_facts(item: Item, facts: Mapping[str, str]) -> tuple[FactSpec, ...]:
    """The facts the item's rule needs and has not got; empty where there is no rule."""
    known = filled(item, facts)
    needed = item.rule.facts if item.rule else ()
    return tuple(spec for spec in item.facts if spec.id in needed and spec.id not in known.texts)


def exceptions_to_ask(item: Item, facts: Mapping[str, str], basis: Basis) -> tuple[FactSpec, ...]:
    """The exceptions of the statute that are not answered yet, and with which the sum would hold."""
    found, known = sum_of(item, facts, basis), filled(item, facts)
    if item.rule is None or found is None or found.proposal is Verdict.DONE:
        return ()
    unanswered = [s for s in item.facts if s.id in item.rule.exceptions and s.id not in known.texts]
    return tuple(s for s in unanswered if _proposes_done(sum_of(item, {**facts, s.id: YES}, basis)))


def is_override(found: Sum | None, verdict: Verdict | None) -> bool:
    """Whether a verdict goes against the sum, and so needs a note."""
    return bool(found and found.proposal and verdict and verdict is not found.proposal)


def _proposes_done(found: Sum | None) -> bool:
    return found is not None and found.proposal is Verdict.DONE


def _outcome(rule: Rule, facts: Filled, basis: Basis) -> Outcome:
    match rule:
        case Span(unit="hours"):
            return hour_outcome(rule, facts, basis)
        case Span():
            return span_outcome(rule, facts, basis)
        case By():
            return by_outcome(rule, facts, basis)
        case Order():
            return order_outcome(rule, facts)
        case Ratio():
            return ratio_outcome(rule, facts, basis)
        case Count():
            return count_outcome(rule, facts, basis)


def _excused(rule: Rule, facts: Filled, outcome: Outcome) -> Outcome:
    """The outcome with a statute's exception: one that applies excuses a sum that does not hold."""
    if not isinstance(rule, Span) or outcome.holds or outcome.is_faulty or not facts.is_yes(rule.unless):
        return outcome
    return Outcome(f"{outcome.words}，但“{facts.labels[rule.unless]}”为是，属于例外", holds=True)


def _sum(outcome: Outcome) -> Sum:
    if outcome.holds is None:
        return Sum(f"{outcome.words} → 无法判断：{outcome.reason}", None, undecided=True)
    proposal = Verdict.DONE if outcome.holds else Verdict.MISSING
    return Sum(f"{outcome.words} → 建议 {proposal}", proposal, undecided=False)

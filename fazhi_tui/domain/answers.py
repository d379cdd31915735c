"""What an officer says about one item, and what the adviser says about that."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from fazhi_tui.domain.checklist import FactSpec
from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.domain.reckoning.dates import read_date, read_moment, why_no_date, why_no_moment
from fazhi_tui.domain.reckoning.decimals import decimal_text
from fazhi_tui.domain.verdict import Verdict

NOTE_LIMIT = 2000
_YES = {"是": True, "有": True, "否": False, "无": False, "没有": False}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A pointer to a proof: where an adviser can find it."""

    title: str
    number: str = ""
    date: str = ""
    place: str = ""

    @property
    def text(self) -> str:
        """名称|文号|日期|存放处, without empty fields at the end."""
        return "|".join((self.title, self.number, self.date, self.place)).rstrip("|")


def evidence_from(line: str) -> Evidence:
    """Evidence out of 名称|文号|日期|存放处; what stands behind a fourth bar belongs to the last field."""
    fields = [part.strip() for part in line.replace("｜", "|").split("|", 3)]
    return Evidence(*fields)


@dataclass(frozen=True, slots=True)
class Answer:
    """The officer's 自评 on one item of one sheet.

    `facts` are texts as `fact_value` reads them. `was_asked` is the question it answered, where newer
    checklists ask the item in other words: 待确认 until a verdict is given again; empty otherwise.
    """

    verdict: Verdict | None = None
    note: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    doubt: bool = False
    at: str = ""
    actor: str = ""
    was_asked: str = ""

    @property
    def settled(self) -> Verdict | None:
        """The verdict, unless it is 待确认."""
        return None if self.was_asked else self.verdict

    @property
    def fingerprint(self) -> str:
        """What a review judges: digest of everything the officer said, not of when."""
        return digest([self.verdict, self.note, dict(self.facts), [e.text for e in self.evidence]])

    @property
    def lacks_evidence(self) -> bool:
        """落实 without any pointer to a proof: counts, and is marked 待佐证."""
        return self.settled is Verdict.DONE and not self.evidence


BLANK = Answer()


class Opinion(StrEnum):
    """The adviser's 复核意见."""

    AGREE = "同意"
    CORRECT = "更正"
    RETURN = "退回"


@dataclass(frozen=True, slots=True)
class Review:
    """The adviser's record on an answer; `judged` is the fingerprint of the answer it saw."""

    opinion: Opinion
    verdict: Verdict | None
    text: str
    judged: str
    at: str = ""
    actor: str = ""

    def stands(self, answer: Answer) -> bool:
        """Whether the answer is still the one it judged; otherwise the review is 过期."""
        return self.judged == answer.fingerprint


def effective(answer: Answer, review: Review | None) -> Verdict | None:
    """The adviser's verdict where a valid 更正 stands, else the officer's."""
    if review is not None and review.opinion is Opinion.CORRECT and review.stands(answer):
        return review.verdict or answer.settled
    return answer.settled


def answer_changes(answer: Answer, changes: Mapping[str, Any], *, at: str, actor: str) -> Answer:
    """The answer after one recorded change (fields as stored; absent fields stay)."""
    verdict = changes.get("verdict", answer.verdict)
    evidence = changes.get("evidence")
    return Answer(
        verdict=Verdict(verdict) if verdict else None,
        note=changes.get("note", answer.note),
        facts=changes.get("facts", answer.facts),
        evidence=answer.evidence if evidence is None else tuple(Evidence(**e) for e in evidence),
        doubt=changes.get("doubt", answer.doubt),
        at=at,
        actor=actor,
        was_asked="" if "verdict" in changes else answer.was_asked,
    )


def evidence_as_data(evidence: tuple[Evidence, ...]) -> list[dict[str, str]]:
    """The stored form of evidence."""
    return [asdict(e) for e in evidence]


def fact_value(spec: FactSpec, text: str, year: int) -> str | None:
    """The normal form of a fact's text; None if it is not of the fact's type.

    That is an ISO date (for a time 2024-03-01 09:30), a decimal number, 是 or 否. A date typed without a
    year is in `year`.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if spec.type == "date":
        day = read_date(plain, year)
        return day.isoformat() if day else None
    if spec.type == "time":
        moment = read_moment(plain, year)
        return moment.text if moment else None
    if spec.type == "number":
        return decimal_text(plain)
    return None if plain not in _YES else ("是" if _YES[plain] else "否")


def why_no_fact(spec: FactSpec, text: str, year: int) -> str:
    """Why `fact_value` gives None, to stand behind the text; empty where it gives a value."""
    if fact_value(spec, text, year) is not None:
        return ""
    if spec.type == "date":
        return why_no_date(text, year)
    if spec.type == "time":
        return why_no_moment(text, year)
    return "应为数字" if spec.type == "number" else "应为是或否"

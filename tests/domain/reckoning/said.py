"""What a sum says. 2024-03-01 is a Friday; in the calendar used 1 to 3 May 2024 are holidays."""

from __future__ import annotations

from fazhi_tui.domain.reckoning.sums import Basis, sum_of
from fazhi_tui.domain.verdict import Verdict
from tests.ruled import PLAIN, ruled
from tests.samples import Data

DONE, MISSING = Verdict.DONE, Verdict.MISSING


BASIS = Basis(2023, PLAIN, {})
ORDER: Data = {"kind": "order", "facts": ["from", "to", "end"]}
RATIO: Data = {"kind": "ratio", "part": "part", "whole": "whole", "min": 5}


def days(start: str, end: str, **more: str) -> dict[str, str]:
    return {"from": start, "to": end, **more}


def assert_said(rule: Data, facts: dict[str, str], text: str, basis: Basis = BASIS) -> None:
    found = sum_of(ruled(rule), facts, basis)
    assert found is not None
    assert found.text == text
    said = next((v for v in (MISSING, DONE) if text.endswith(f" → 建议 {v}")), None)
    assert found.proposal is said
    assert found.undecided is ("无法判断" in text)

"""What checking a checklist against statute texts brings up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: where (an item or a law), what is wrong and what stands there, what to do.

    `is_finding` is false where the official text is not at hand, so that nothing can be said for sure.
    """

    place: str
    problem: str
    remedy: str
    is_finding: bool = True

"""Annual reports word for word: the example S0, and a final one.

Where a change of words is meant, write the files anew and read the difference before keeping it:
`FAZHI_GOLDEN=write pytest tests/reporting/annual/test_report_golden.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fazhi_tui.reporting.annual.report_markdown import report_markdown
from tests.reporting import report_situations

GOLDEN = Path(__file__).parent / "golden_report"
NAMES = ("示例", "示例-去出处", "定稿", "定稿-去出处")


@pytest.mark.parametrize("name", NAMES)
def test_the_report_reads_as_agreed(name: str, tmp_path: Path) -> None:
    is_example = name.startswith("示例")
    journal = report_situations.settled
    situation = (
        report_situations.example(tmp_path / "data")
        if is_example
        else report_situations.of_journal(journal())
    )
    made = report_markdown(situation.report(), is_final=name.endswith("去出处"))
    path = GOLDEN / f"{name}.md"
    if os.environ.get("FAZHI_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_bytes().decode("utf-8")


def test_no_golden_file_is_left_without_its_report() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} == set(NAMES)

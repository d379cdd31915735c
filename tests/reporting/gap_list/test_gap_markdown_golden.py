"""The gap list word for word.

Where a change of words is meant, write the files anew and read the difference before keeping it:
`FAZHI_GOLDEN=write pytest tests/reporting/gap_list/test_gap_markdown_golden.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fazhi_tui.reporting.gap_list.gap_markdown import gap_markdown
from tests.reporting import situations

GOLDEN = Path(__file__).parent / "golden"
SITUATIONS = {
    "填报中": situations.filling,
    "定稿-经复核": situations.reviewed,
    "定稿-未经复核": situations.unreviewed,
    "定稿-整改中": situations.rectifying,
    "示例": situations.example,
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_gap_list_reads_as_agreed(name: str) -> None:
    journal = SITUATIONS[name]()
    made = gap_markdown(journal.assessment, journal.board, "0123456789abcdef")
    path = GOLDEN / f"{name}.md"
    if os.environ.get("FAZHI_GOLDEN") == "write":
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_bytes().decode("utf-8")


def test_no_golden_file_is_left_without_its_situation() -> None:
    assert {path.stem for path in GOLDEN.glob("*.md")} == set(SITUATIONS)

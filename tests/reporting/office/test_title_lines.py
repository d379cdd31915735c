from __future__ import annotations

import pytest

from fazhi_tui.reporting.office.title_lines import title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("越城区2023年度整改台账", ["越城区2023年度整改台账"]),
        (
            "越城区文化广电旅游局2023年度法治政府建设自查差距清单（草稿）（示例）",
            ["越城区文化广电旅游局", "2023年度法治政府建设自查差距清单", "（草稿）（示例）"],
        ),
        (
            "越城区文化广电旅游局2023年度（半年）法治政府建设自查差距清单",
            ["越城区文化广电旅游局", "2023年度（半年）法治政府建设自查差距清单"],
        ),
        ("局" * 60, ["局" * 60]),
        ("", [""]),
    ],
)
def test_a_title_too_long_for_a_line_breaks_where_its_sense_allows(title: str, lines: list[str]) -> None:
    assert title_lines(title) == lines
    assert "".join(title_lines(title)) == title

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.reporting.office.table_widths import column_widths, em, is_roomy, line_count

CELL = st.text(alphabet="长a-1 。|", max_size=80)
TABLES = st.integers(1, 9).flatmap(
    lambda n: st.tuples(
        st.lists(CELL, min_size=n, max_size=n),
        st.lists(st.lists(CELL, min_size=n, max_size=n), max_size=5),
    )
)


@given(TABLES, st.floats(20, 60))
def test_the_columns_fill_the_width_exactly_and_none_vanishes(
    table: tuple[list[str], list[list[str]]], total: float
) -> None:
    widths = column_widths(*table, total)
    assert len(widths) == len(table[0])
    assert abs(sum(widths) - total) < 1e-6
    assert min(widths) > 1


def test_a_date_and_a_name_stay_on_one_line_beside_a_long_text() -> None:
    rows = [("1", "长" * 300, "王某某", "2026-12-31")]
    widths = column_widths(("序号", "问题", "责任领导", "时限"), rows, 40)
    assert widths[3] >= em("2026-12-31")
    assert widths[2] >= em("王某某")
    assert widths[1] > 20
    assert line_count(rows[0], widths) == 300 // int(widths[1]) + 1


def test_a_table_is_roomy_while_what_cannot_be_broken_leaves_space() -> None:
    rows = [["2026-12-31"] * 6]
    assert is_roomy(("时限",) * 6, rows, 60)
    assert not is_roomy(("时限",) * 6, rows, 36)


def test_a_heading_of_four_characters_is_broken_only_where_room_is_short() -> None:
    header = ("序号", "问题", "责任领导", "责任部门（人）", "时限", "逾期", "状态")
    rows = [("1", "长" * 40, "", "", "", "", "未整改")]
    assert column_widths(header, rows, 38)[2] >= 4
    assert 2 <= column_widths(header, rows, 20)[2] < 4

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.filling.cells import ANSWER_COLUMNS, KEY_COLUMNS
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.tables import csv_table
from fazhi_tui.loading.tables.csv_table import read_csv, unescape_cell
from fazhi_tui.loading.tables.records import Record
from fazhi_tui.reporting.tables.csv_cells import escape_cell

KNOWN = (*KEY_COLUMNS, *ANSWER_COLUMNS)


def read(data: bytes) -> list[Record]:
    return read_csv(data, file="表.csv", required=KEY_COLUMNS, known=KNOWN)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "缺少列：清单、自查表、检查项"),
        ("清单;自查表;检查项;结论\r\n".encode(), "英文逗号"),
        ("清单\t自查表\t检查项\r\n".encode(), "英文逗号"),
        ("清单,自查表,结论\r\n".encode(), "缺少列：检查项"),
        ("清单,自查表,检查项,结论,结论\r\n".encode(), "列重复：结论"),
        (b"PK\x03\x04rest", "另存为 CSV"),
        (b"\xd0\xcf\x11\xe0rest", "另存为 CSV"),
        ("清单,自查表".encode("utf-16"), "UTF-16"),
        ("清单,自查表,检查项\r\n\0".encode(), "空字符"),
        (b"\xff\xff\xff", "既不是 UTF-8 也不是 GB18030"),
        ('清单,自查表,检查项,说明\r\njuece,本单位,u-1,"没有\r\n'.encode(), "双引号没有成对"),
        (f"清单,自查表,检查项,说明\r\n甲,乙,丙,{'长' * 140_000}\r\n".encode(), "有一格过长"),
        ("清单,自查表,检查项,说明\r\njuece,本单位,u-1,甲,乙\r\n".encode(), "格数比表头多"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_a_remedy(data: bytes, said: str) -> None:
    with pytest.raises(FileFaultsError, match=said) as caught:
        read(data)
    [finding] = caught.value.findings
    assert finding.file == "表.csv"
    assert finding.remedy
    assert caught.value.hint


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "SIZE_LIMIT", 10)
    with pytest.raises(FileFaultsError, match="整个文件：超过"):
        read("清单,自查表,检查项".encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_either_encoding_is_read_and_rows_count_as_in_the_spreadsheet(encoding: str) -> None:
    text = '自查表,清单,检查项,别的\n"两\n行",甲,乙,丙\n,,,\n\n丁,戊,己,庚,,\n'
    records = read(text.encode(encoding))
    assert [record.row for record in records] == [2, 5]
    assert records[0].cell("自查表") == "两\n行"
    assert "别的" not in records[0].cells


@given(st.text(alphabet="=+-@'甲", max_size=5))
def test_a_guarded_cell_reads_back_and_never_starts_a_formula(text: str) -> None:
    written = escape_cell(text)
    assert unescape_cell(written) == text
    assert not written.startswith(tuple("=+-@"))


def test_a_hand_typed_quote_mark_stays() -> None:
    assert unescape_cell("'甲") == "'甲"
    assert unescape_cell("'") == "'"

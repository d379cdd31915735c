from __future__ import annotations

from pathlib import Path

import pytest

from fazhi_tui.loading.statutes import SIZE_LIMIT, load_statutes
from tests.statutes import REGULATION, write_statutes


@pytest.mark.parametrize(
    "data",
    [
        REGULATION.encode(),
        b"\xef\xbb\xbf" + REGULATION.encode(),
        REGULATION.encode("gb18030"),
        REGULATION.replace("\n", "\r\n").encode(),
    ],
    ids=["UTF-8", "BOM", "GB18030", "CRLF"],
)
def test_a_text_is_read_as_people_save_it(tmp_path: Path, data: bytes) -> None:
    book = load_statutes(write_statutes(tmp_path, 条例=data))
    (instrument,) = book.instruments
    assert (instrument.title, book.notes) == ("重大行政决策程序暂行条例", ())
    assert instrument.text("2.2.1") == "情况紧急；"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "认不出条款"),
        ("没有条款的文字。".encode(), "认不出条款"),
        (b"PK\x03\x04\0\0", "不是文字文件"),
        (REGULATION.encode("utf-16"), "UTF-16"),
        (b"\xff\xff\x81", "既不是 UTF-8 也不是 GB18030"),
        (b" " * (SIZE_LIMIT + 1), "超过5MB"),
    ],
)
def test_what_cannot_be_used_is_told_and_left_out(tmp_path: Path, data: bytes, said: str) -> None:
    book = load_statutes(write_statutes(tmp_path, 好=REGULATION, 坏=data))
    assert len(book.instruments) == 1
    (note,) = book.notes
    assert note.startswith("坏.md：")
    assert said in note
    assert note.endswith("已略过。")


def test_a_file_that_does_not_open_is_told(tmp_path: Path) -> None:
    folder = write_statutes(tmp_path, 好=REGULATION)
    (folder / "断.txt").symlink_to(tmp_path / "没有")
    assert load_statutes(folder).notes == ("断.txt：读不出来（没有这个文件或文件夹），已略过。",)


def test_other_files_and_folders_are_not_looked_at(tmp_path: Path) -> None:
    folder = write_statutes(tmp_path, 好=REGULATION)
    (folder / "图.docx").write_bytes(b"PK")
    (folder / ".隐.md").write_bytes(b"x")
    (folder / "夹.md").mkdir()
    (folder / "乙.TXT").write_text("标题：乙办法\n第一条 甲。\n", encoding="utf-8")
    book = load_statutes(folder)
    assert [one.title for one in book.instruments] == ["乙办法", "重大行政决策程序暂行条例"]
    assert book.notes == ()


def test_contradicting_files_are_told(tmp_path: Path) -> None:
    folder = write_statutes(tmp_path, 甲=REGULATION, 乙="标题：重大行政决策程序暂行条例\n第三条 不同。\n")
    (note,) = load_statutes(folder).notes
    assert note.startswith("《重大行政决策程序暂行条例》：第三条")


def test_a_folder_that_is_not_there_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_statutes(tmp_path / "没有")

"""A folder of statute texts into a book."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.domain.law.statute import StatuteText
from fazhi_tui.domain.law.statute_book import StatuteBook, bind
from fazhi_tui.domain.law.statute_parse import parse_statute
from fazhi_tui.os_faults import os_fault

SIZE_LIMIT = 5_000_000
_SUFFIXES = {".md", ".txt"}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def load_statutes(folder: Path) -> StatuteBook:
    """The texts of a folder, one instrument or excerpt a file (.md, .txt; UTF-8 or GB18030).

    What cannot be read or has neither articles nor sections becomes a note and is left out.

    Raises:
        OSError: the folder itself does not read.
    """
    texts: list[StatuteText] = []
    notes: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith(".") and not path.is_dir():
            read = _read(path)
            if isinstance(read, str):
                notes.append(f"{path.name}：{read}已略过。")
            else:
                texts.append(read)
    return bind(texts, notes)


def _read(path: Path) -> StatuteText | str:
    """What the file says, or why it is left out."""
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        return f"读不出来（{os_fault(error)}），"
    if len(data) > SIZE_LIMIT:
        return f"超过{SIZE_LIMIT // 1_000_000}MB，"
    if data.startswith(_UTF16):
        return "是 UTF-16 编码，请另存为 UTF-8；"
    if b"\0" in data:
        return "不是文字文件，"
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return parse_statute(text) or "认不出条款，也认不出“一、（一）”的段落，"
    return "既不是 UTF-8 也不是 GB18030 编码，"

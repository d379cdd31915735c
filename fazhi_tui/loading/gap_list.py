"""An editable gap list as people send it back: any line ends, with or without BOM, spaces trimmed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fazhi_tui.domain.rectifying.anchor_block import Block, find_block, other_version
from fazhi_tui.domain.rectifying.anchors import MARK_START, Apart, Line, Value, mark_of, plain, take_apart
from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.checklists.findings import FileFaultsError, Finding
from fazhi_tui.loading.tables.records import WHOLE

SIZE_LIMIT = 50_000_000
NOTHING_TAKEN = "什么也没有写入，请改正后再试。"

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = ("utf-8-sig", "gb18030")
_SHOWN = 40
_LISTED = 20
_AGAIN = "请用 fazhi gaps 编号 --editable -o 文件.md 重新写出，在新文件里改。"
_ONLY_BETWEEN = (
    "只能改各条差距成对标记之间的文字；标题、表格和其余文字由程序写出，请恢复原样。什么也没有写入。"
)


@dataclass(frozen=True, slots=True)
class GivenList:
    """A gap list that carries its marks; `block` says what it was written from."""

    file: str
    block: Block
    apart: Apart

    @property
    def is_changed_elsewhere(self) -> bool:
        """Whether anything but what may be changed was changed."""
        return self.apart.mark != self.block.origin.text

    @property
    def is_edited(self) -> bool:
        """Whether anything at all was changed."""
        return self.is_changed_elsewhere or any(map(self._is_new, self.apart.values))

    def _is_new(self, value: Value) -> bool:
        record = self.block.records.get(value.number)
        was = record.fields.get(value.field) if record else None
        return was is None or mark_of(value.text) != was.shown


def read_gap_list(data: bytes, *, file: str) -> GivenList:
    """The gap list a file holds.

    Args:
        data: the file's bytes, UTF-8 with or without BOM, UTF-16 with BOM, or GB18030.
        file: its name, for messages.

    Raises:
        FileFaultsError: not an editable gap list, of another version, or with marks that do not pair.
    """
    text = with_line_feeds(_decoded(data, file))
    if version := other_version(text):
        raise _whole(file, f"里面的标记是第{version}版的，不是这一版程序写出的。", _AGAIN)
    block = find_block(text)
    if block is None:
        raise _whole(file, "没有 --editable 写出的标记，或者文件末尾的注释不全、被改过。", _AGAIN)
    apart = take_apart(block.rest)
    if apart.faults:
        remedy = "标记前面不能有反斜杠；请恢复原样，或重新写出。"
        raise FileFaultsError(
            [Finding(file, f"第{line}行", fault, remedy) for line, fault in apart.faults], NOTHING_TAKEN
        )
    return GivenList(file, block, apart)


def has_marks(data: bytes, *, file: str) -> bool:
    """Whether a file is an editable gap list of any version, whole or not."""
    try:
        return MARK_START in _decoded(data, file)
    except FileFaultsError:
        return False


def with_line_feeds(text: str) -> str:
    """The text with LF line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def foreign_changes(given: GivenList, original: Sequence[Line]) -> FileFaultsError:
    """What was changed that may not be: the line, what stood there, what stands now."""
    findings = [Finding(given.file, place, *words) for place, words in _differences(given, original)]
    if len(findings) > _LISTED:
        rest = f"另有{len(findings) - _LISTED}处不能改的也变了。"
        findings = [*findings[:_LISTED], Finding(given.file, WHOLE, rest, "")]
    return FileFaultsError(findings, _ONLY_BETWEEN)


def unknown_changes(given: GivenList) -> FileFaultsError:
    """Something was changed that may not be, and what stood there cannot be told any more."""
    problem = "标记以外的文字被改过；写出时的原文已不能重现，说不出是哪一行。"
    return _whole(given.file, problem, f"{_AGAIN}")


def _differences(given: GivenList, original: Sequence[Line]) -> Iterator[tuple[str, tuple[str, str]]]:
    before, now = [line.text for line in original], [line.text for line in given.apart.lines]
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, now).get_opcodes():
        if kind == "equal":
            continue
        paired = min(i2 - i1, j2 - j1)
        for old, line in zip(before[i1:i2], given.apart.lines[j1:j2], strict=False):
            stood, stands = _clipped(old, line.text)
            yield f"第{line.number}行", (f"这里不能改，原为“{stood}”，", f"现为“{stands}”。")
        for line in given.apart.lines[j1 + paired : j2]:
            yield f"第{line.number}行", (f"这里不能加，多了“{_clip(plain(line.text))}”。", "")
        behind = given.apart.lines[j2 - 1].number if j2 else 0
        for old in before[i1 + paired : i2]:
            yield f"第{behind}行之后", (f"这里不能删，少了“{_clip(plain(old))}”。", "")


def _clipped(old: str, new: str) -> tuple[str, str]:
    """Both lines around their first difference; without marks, unless the marks are the difference."""
    if plain(old) != plain(new):
        old, new = plain(old), plain(new)
    same = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    start = max(same - 10, 0)
    lead = "…" if start else ""
    return f"{lead}{_clip(old[start:])}", f"{lead}{_clip(new[start:])}"


def _clip(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _decoded(data: bytes, file: str) -> str:
    if len(data) > SIZE_LIMIT:
        raise _whole(file, f"超过{SIZE_LIMIT // 1_000_000}MB。", "请核对是否选错文件。")
    for encoding in ("utf-16",) if data.startswith(_UTF16) else _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _whole(file, "不是文字文件，或编码认不出来。", "请用记事本等另存为 UTF-8 编码的 .md 文件。")


def _whole(file: str, problem: str, remedy: str) -> FileFaultsError:
    return FileFaultsError([Finding(file, WHOLE, problem, remedy)], NOTHING_TAKEN)


def other_assessment(given: GivenList, id: str) -> BadInputError:
    """The file was written from another assessment."""
    return _whole(given.file, f"不是从“{id}”这份自查写出的。", "请核对编号和文件。")

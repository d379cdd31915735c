"""Text from people: names and notes as they are kept."""

from __future__ import annotations

import re
import unicodedata

from fazhi_tui.errors import BadInputError

NAME_LIMIT = 60
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_HARMFUL = {"Cc", "Cf", "Cs"}


def clean_name(text: str, what: str) -> str:
    """A name as it is kept: NFC, trimmed.

    A slash inside square brackets (`甲[/]乙`) is not taken for a path, any other slash is.

    Args:
        text: what the user typed.
        what: the Chinese word for the thing named, for the message.

    Raises:
        BadInputError: empty, over 60 characters, a path separator, or an invisible character.
    """
    name = unicodedata.normalize("NFC", text).strip()
    if not name:
        raise BadInputError(f"{what}不能为空。", "请写全称。")
    if len(name) > NAME_LIMIT:
        raise BadInputError(f"{what}有{len(name)}个字，超过{NAME_LIMIT}个字：{name[:20]}…", "请用规范简称。")
    for position, char in enumerate(name, start=1):
        if unicodedata.category(char) in _UNSEEN:
            raise BadInputError(
                f"{what}第{position}个字符是不可见的控制字符（U+{ord(char):04X}）。", "请删去后重输。"
            )
    if any(mark in _BRACKETED.sub("", name) for mark in "/\\"):
        raise BadInputError(f"{what}含有路径分隔符“/”或“\\”：{name}", "请改用顿号、横线或全角“／”。")
    if not name.strip("."):
        raise BadInputError(f"{what}不能只有句点：{name}", "请写全称。")
    return name


def shown_lines(text: str) -> list[str]:
    """The lines of a text as a document shows them: trimmed, none empty, nothing invisible in them."""
    shown = (_visible(line).strip() for line in text.splitlines())
    return [line for line in shown if line]


def _visible(line: str) -> str:
    return "".join(c for c in line.replace("\t", " ") if unicodedata.category(c) not in _HARMFUL)


def clean_text(text: str, what: str, limit: int) -> str:
    """A note or reason as it is kept: LF line ends, NFC, no control characters, trimmed.

    Raises:
        BadInputError: longer than `limit` characters.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in _HARMFUL)
    clean = unicodedata.normalize("NFC", kept).strip()
    if len(clean) > limit:
        raise BadInputError(f"{what}有{len(clean)}个字，超过{limit}个字。", "请摘要填写，全文作为佐证另存。")
    return clean

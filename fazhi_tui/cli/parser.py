"""Reading the command line; everything it says is Chinese."""

from __future__ import annotations

import argparse
import difflib
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from fazhi_tui.cli.tables import padded, width
from fazhi_tui.errors import BadInputError

PROGRAM = "fazhi"
GLOBAL_OPTIONS = ("--data", "--as")

_TRANSLATIONS = [
    (r"the following arguments are required: (.+)", r"缺少：\1。"),
    (r"unrecognized arguments: (.+)", r"不认识：\1。"),
    (r"one of the arguments (.+) is required", r"缺少选项，须写其中一个：\1。"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 和 \2 不能同时写。"),
    (r"argument (.+?): expected one argument", r"\1 后面缺少内容。"),
    (r"argument (.+?): expected at least one argument", r"\1 后面至少写一个。"),
    (r"argument (.+?): expected (\d+) arguments", r"\1 后面要写\2项。"),
    (r"argument (.+?): ignored explicit argument '(.*)'", r"\1 后面不带内容，多了“\2”。"),
    (r"argument (.+?): invalid choice: '(.*?)' \(choose from (.+)\)", r"\1 不能是“\2”，可写：\3。"),
    (r"argument (.+?): (.+)", r"\1：\2"),
]


class Parser(argparse.ArgumentParser):
    """An argument parser that raises Chinese errors and lays out its help by screen width."""

    def __init__(self, name: str = "", *, usage: Sequence[str], about: str) -> None:
        self._command = f"{PROGRAM} {name}".strip()
        super().__init__(prog=self._command, add_help=False, allow_abbrev=False)
        self._usages = [f"{self._command} {line}".strip() for line in usage]
        self._about = about
        self.extra_help: Callable[[], str] = str
        self.footer = ""
        self.add_argument("-h", "--help", action="help", help="显示这段帮助")

    def error(self, message: str) -> NoReturn:
        """Raise the fault in Chinese.

        Raises:
            BadInputError: always.
        """
        hint = f"用 {self._command} --help 查看写法。"
        misplaced = [name for name in GLOBAL_OPTIONS if name in re.split(r"[\s=]", message)]
        if misplaced and self._command != PROGRAM:
            hint = f"{'、'.join(misplaced)} 要写在命令之前，如 {PROGRAM} {misplaced[0]} … 命令。"
        raise BadInputError(translated(message), hint)

    def format_usage(self) -> str:
        """The ways to write the command."""
        return "用法：" + "\n　　　".join(self._usages) + "\n"

    def format_help(self) -> str:
        """Usage, what it does, arguments and options."""
        places = [_row(a) for a in self._actions if not a.option_strings]
        options = [_row(a) for a in self._actions if a.option_strings]
        parts = [self.format_usage(), f"{self._about}\n", self.extra_help()]
        parts += [block("参数", places), block("选项", options)]
        parts += [f"{self.footer}\n" if self.footer else ""]
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The words given, split at the command."""

    before: list[str]
    command: str
    behind: list[str]


def split(words: Sequence[str]) -> CommandLine:
    """Split the words at the first that is not an option or an option's value."""
    position = 0
    while position < len(words) and words[position].startswith("-"):
        position += 2 if words[position] in GLOBAL_OPTIONS else 1
    given = list(words)
    return CommandLine(given[:position], "".join(given[position : position + 1]), given[position + 1 :])


def unknown_command(given: str, known: Sequence[str]) -> BadInputError:
    """The fault of a command that is not there, with the nearest one."""
    near = difflib.get_close_matches(given.lower(), known, n=1, cutoff=0.5)
    guess = f"是不是想写 {near[0]}？" if near else ""
    return BadInputError(f"没有命令“{given}”。", f"{guess}可用的命令：{'、'.join(known)}。")


def translated(message: str) -> str:
    """An argparse message in Chinese."""
    for pattern, chinese in _TRANSLATIONS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return match.expand(chinese).replace("', '", "、").replace("'", "").replace(", ", "、")
    return "命令的写法不对。"


def block(title: str, rows: Sequence[tuple[str, str]]) -> str:
    """A titled list of two aligned columns; empty if there is nothing in it."""
    if not rows:
        return ""
    left = max(width(name) for name, _ in rows) + 2
    indent = "\n" + " " * (left + 2)
    lines = [f"  {padded(name, left)}{text.replace(chr(10), indent)}" for name, text in rows]
    return "\n".join([f"{title}：", *lines]) + "\n"


def whole_number(text: str) -> int:
    """An argument that has to be a whole number.

    Raises:
        argparse.ArgumentTypeError: it is not.
    """
    if not re.fullmatch(r"\d{1,9}", text.strip()):
        raise argparse.ArgumentTypeError(f"“{text}”不是整数，请只写数字，如 2023。")
    return int(text)


def given_path(text: str) -> Path:
    """An argument that has to be a path.

    Raises:
        argparse.ArgumentTypeError: it is empty or no system takes it.
    """
    if not text.strip() or "\0" in text or not _is_encodable(text):
        raise argparse.ArgumentTypeError("路径是空的，或含有空字符、系统不认的字符，请写文件或文件夹的路径。")
    return Path(text)


def _is_encodable(path: str) -> bool:
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True


def _row(action: argparse.Action) -> tuple[str, str]:
    metavar = action.metavar or ""
    value = metavar if isinstance(metavar, str) else " ".join(metavar)
    if action.nargs in {"+", "*"}:
        value += " …"
    return " ".join(part for part in (", ".join(action.option_strings), value) if part), action.help or ""

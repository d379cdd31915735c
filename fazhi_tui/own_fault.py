"""Where the program went wrong: places in its code, never a message or a value: they can be answers."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from fazhi_tui.paths import PACKAGE

_LINKS = 20


class ScreensFailed(Exception):  # noqa: N818 - it is not the error, `__cause__` is
    """What ended the screens is its cause; whatever that is, it is a fault of the program."""


def fault_line(error: BaseException) -> str:
    """The kind of the fault and its last places, in one line."""
    first = next(_chain(error))
    places = "，".join(f"{Path(name).name}:{line}" for name, line in _places(first)[-3:])
    return f"程序内部出错（{type(first).__name__}，{places}）。"


def fault_report(error: BaseException, *, version: str, when: datetime) -> str:
    """All places in our own code, and the last one outside it by its bare file name."""
    python = f"{platform.python_implementation()} {platform.python_version()} {platform.system()}"
    lines = ["fazhi 出错报告。只有程序位置，没有填报内容。", f"版本：{version}", f"运行环境：{python}"]
    lines.append(f"时间：{when.isoformat(timespec='seconds')}")
    for link in _chain(error):
        lines += ["", type(link).__name__, *(f"  {name}:{line}" for name, line in _places(link))]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    link = error.__cause__ if isinstance(error, ScreensFailed) else error
    for _ in range(_LINKS):
        if link is None:
            return
        yield link
        link = link.__cause__ or link.__context__


def _places(error: BaseException) -> list[tuple[str, int]]:
    found = [(Path(frame.filename), frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    named = [
        (path.relative_to(PACKAGE.parent).as_posix() if path.is_relative_to(PACKAGE) else "", path.name, line)
        for path, line in found
    ]
    return [
        (own or name, line) for at, (own, name, line) in enumerate(named, start=1) if own or at == len(named)
    ]

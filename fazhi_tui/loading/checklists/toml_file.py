"""A TOML file as plain data, with a finding for whatever keeps it from being read."""

from __future__ import annotations

import re
import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

from fazhi_tui.loading.checklists.findings import Finding
from fazhi_tui.os_faults import os_fault

SIZE_LIMIT = 2_000_000
KEY_PARTS = 32
_PART = r"""(?:(?<![\w-])[\w-]+|(?<!\\)"(?:[^"\\]|\\.){0,400}"|'[^']{0,400}')[ \t]*\.[ \t]*"""
_LONG_KEY = re.compile(f"(?:{_PART}){{{KEY_PARTS}}}")
_POSITION = re.compile(r"at line (\d+), column (\d+)")


def read_toml(path: Path) -> tuple[dict[str, Any] | None, list[Finding]]:
    """The data of a file, dates as ISO texts; None and the fault where it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
        if len(data) > SIZE_LIMIT:
            return None, [
                Finding(path.name, "整个文件", "文件过大，不像清单或设置。", "请核对是否选错文件。")
            ]
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        if _has_long_key(text):
            return None, [_too_deep(path)]
        return plain(tomllib.loads(text)), []
    except OSError as error:
        return None, [
            Finding(path.name, "整个文件", f"读不出来（{os_fault(error)}）。", "请核对路径和权限。")
        ]
    except UnicodeDecodeError:
        return None, [Finding(path.name, "整个文件", "不是 UTF-8 编码。", "请另存为 UTF-8 再试。")]
    except tomllib.TOMLDecodeError as error:
        return None, [
            Finding(path.name, _position(error), "不合 TOML 语法。", "请检查引号、等号、方括号是否成对。")
        ]
    except ValueError:
        # A whole number of thousands of digits, which Python refuses to read.
        return None, [Finding(path.name, "整个文件", "含有过大的数字。", "请核对是否选错文件。")]
    except RecursionError:
        return None, [_too_deep(path)]


def _has_long_key(text: str) -> bool:
    """Whether a key a.b.c… has parts without measure: the library's memory grows with their square."""
    return any(line.count(".") >= KEY_PARTS and _LONG_KEY.search(line) for line in text.split("\n"))


def _too_deep(path: Path) -> Finding:
    return Finding(path.name, "整个文件", "嵌套过深，不像清单或设置。", "请核对是否选错文件。")


def _position(error: tomllib.TOMLDecodeError) -> str:
    match = _POSITION.search(str(error))
    return f"第{match[1]}行第{match[2]}列" if match else "文件末尾"


def plain(value: Any) -> Any:  # noqa: ANN401 - any TOML value
    """TOML data as JSON data: dates become ISO texts."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, (date, time)) else value

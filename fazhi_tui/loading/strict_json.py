"""JSON text that somebody else may have made: read whole, or refused with the reason."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from fazhi_tui.errors import BadInputError

# Control characters steer a terminal, those without width or of direction hide or turn what stands beside
# them, lone surrogates cannot be stored.
_UNFIT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_CANNOT_READ = "文件可能不全或被改动，请对方重新写出。"


def read_json(data: bytes, *, file: str, limit: int, depth: int) -> Any:  # noqa: ANN401 - any JSON value
    """The value of a JSON text in UTF-8.

    Args:
        data: the file's bytes.
        file: its name, for messages.
        limit: how many bytes it may have.
        depth: how deep lists and objects may stand in one another.

    Raises:
        BadInputError: too big, too deep, not JSON, a name twice in an object, a number that is none, or a
            character no text of ours has.
    """
    if len(data) > limit:
        raise BadInputError(f"{file}：超过{limit // 1_000_000}MB。", "请核对是否选错文件。")
    try:
        value = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except UnicodeDecodeError:
        raise BadInputError(f"{file}：不是 UTF-8 编码的文字。", "请核对是否选错文件。") from None
    except json.JSONDecodeError as error:
        raise BadInputError(f"{file}：第{error.pos + 1}个字符起读不下去。", _CANNOT_READ) from None
    except RecursionError:
        raise _too_deep(file, depth) from None
    except ValueError as error:
        raise BadInputError(f"{file}：{_reason(error)}", _CANNOT_READ) from None
    _check(value, file, depth)
    return value


class _UnfitError(ValueError):
    """What is wrong, in Chinese."""


def _reason(error: ValueError) -> str:
    return str(error) if isinstance(error, _UnfitError) else "有数字太长。"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _UnfitError(f"名称“{twice[:40]}”在同一处写了两次。")
    return made


def _no_constant(text: str) -> NoReturn:
    raise _UnfitError(f"“{text}”不是数字。")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _UnfitError(f"数字“{text[:40]}”太大。")
    return value


def _check(value: object, file: str, depth: int) -> None:
    level = [value]
    for _ in range(depth + 1):
        inner: list[object] = []
        for one in level:
            if isinstance(one, str):
                _check_text(one, file)
            elif isinstance(one, dict):
                inner += [*one, *one.values()]
            elif isinstance(one, list):
                inner += one
        level = inner
    if level:
        raise _too_deep(file, depth)


def _check_text(text: str, file: str) -> None:
    if unfit := _UNFIT.search(text):
        code = f"U+{ord(unfit[0]):04X}"
        raise BadInputError(f"{file}：文字中有不能用的字符（{code}）。", _CANNOT_READ)


def _too_deep(file: str, depth: int) -> BadInputError:
    return BadInputError(f"{file}：嵌套超过{depth}层，不是这个程序写出的文件。", "请核对是否选错文件。")

"""Typed reading of one table of a checklist: every fault is noted, reading goes on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from fazhi_tui.loading.checklists.findings import Finding

_BETWEEN_HAN = re.compile(
    r"[\u3400-\u9fff，。；：、？！（）《》“”][ \u00a0\u3000]+[\u3400-\u9fff，。；：、？！（）《》“”]"
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Table:
    """A mapping out of TOML or JSON, the words for its place, and the list its faults go to."""

    def __init__(self, data: Mapping[str, Any], file: str, place: str, findings: list[Finding]) -> None:
        self.data = data
        self.file = file
        self.place = place
        self.findings = findings

    def fault(self, problem: str, remedy: str) -> None:
        """Note a fault at this place."""
        self.findings.append(Finding(self.file, self.place, problem, remedy))

    def sub(self, data: object, place: str) -> Table:
        """A table inside this one; a fault if it is not a table."""
        if isinstance(data, Mapping):
            return Table(data, self.file, place, self.findings)
        inner = Table({}, self.file, place, self.findings)
        inner.fault("这里应当是一个表。", "请照《清单格式》写成 [[…]] 或 { … }。")
        return inner

    def only(self, known: Iterable[str]) -> None:
        """Refuse keys that are not known."""
        allowed = sorted(known)
        for key in self.data:
            if key not in allowed:
                self.fault(f"不认识的键“{key}”。", f"请删去，或改为：{'、'.join(allowed)}。")

    def text(self, key: str, *, required: bool = False, one_of: Sequence[str] = ()) -> str:
        """A one-line string; empty where it is absent."""
        value = self.data.get(key)
        if value is None:
            if required:
                self.fault(f"缺少“{key}”。", f'请补写 {key} = "…"。')
            return ""
        if not isinstance(value, str):
            self.fault(f"“{key}”应当是文字。", "请加双引号。")
            return ""
        if required and not value.strip():
            self.fault(f"“{key}”是空的。", "请写内容。")
        self._check_wording(key, value)
        if one_of and value not in one_of:
            self.fault(f"“{key}”写成了“{value}”。", f"只能写：{'、'.join(one_of)}。")
        return value

    def _check_wording(self, key: str, value: str) -> None:
        if not value.isprintable() and any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in value):
            self.fault(f"“{key}”里有换行或不可见字符。", "请写成一行。")
        if _BETWEEN_HAN.search(value):
            self.fault(f"“{key}”的汉字之间有空格。", "请删去空格，否则屏幕上会断行。")

    def id(self, key: str = "id") -> str:
        """A required id: lower-case letters, digits, hyphens."""
        value = self.text(key, required=True)
        if value and not _ID.fullmatch(value):
            self.fault(f"编号“{value}”不合规则。", "只用小写字母、数字和连字符，如 zdjc-15-qixian。")
        return value

    def texts(self, key: str, *, one_of: Sequence[str] = ()) -> tuple[str, ...]:
        """A list of strings; empty where it is absent."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.fault(f"“{key}”应当是文字的列表。", f'请写成 {key} = ["…", "…"]。')
            return ()
        for text in value:
            self._check_wording(key, text)
            if one_of and text not in one_of:
                self.fault(f"“{key}”里的“{text}”不认识。", f"只能写：{'、'.join(one_of)}。")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """A true or false; false where it is absent."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            self.fault(f"“{key}”应当是 true 或 false。", "请去掉引号。")
            return False
        return value

    def day(self, key: str, *, required: bool = False) -> date | None:
        """A date, from TOML or from its ISO text."""
        value = self.data.get(key)
        if value is None:
            if required:
                self.fault(f"缺少日期“{key}”。", f"请补写 {key} = 2019-09-01 这样的日期。")
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.fault(f"“{key}”不是日期。", "请写成 2019-09-01，不加引号。")
            return None

    def number(self, key: str) -> Fraction | None:
        """A finite number; None where it is absent or wrong."""
        value = self.data.get(key)
        if value is None:
            return None
        exact = as_fraction(value)
        if exact is None:
            self.fault(f"“{key}”应当是数字。", f"请写成 {key} = 4。")
        return exact

    def tables(self, key: str, *, required: bool = False) -> list[Any]:
        """A list, for the caller to read with `sub`."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or (required and not value):
            self.fault(f"缺少“{key}”。", f"请至少写一个 [[{key}]]。")
            return []
        return value


def as_fraction(value: object) -> Fraction | None:
    """An exact number out of an int or a float as written; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return Fraction(str(value))
    except ValueError:
        return None

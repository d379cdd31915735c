"""The values a rule is written with: names of facts, figures, days; every fault is noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from fazhi_tui.domain.checklist import FACT_TYPES, FactSpec
from fazhi_tui.domain.reckoning.basis import MOST_UNITS
from fazhi_tui.domain.reckoning.params import ParamSpec
from fazhi_tui.domain.reckoning.rule import Amount, MonthDay, ParamRef
from fazhi_tui.loading.checklists.table import Table, as_fraction

_TYPES = {"date": "日期", "number": "数字", "yes": "是或否"}
_PARAM = "param:"
_MONTH_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_A_COMMON_YEAR = 2001


class RuleValues:
    """A rule's table, with the facts and the parameters it may name."""

    def __init__(
        self, table: Table, kind: str, facts: Sequence[FactSpec], params: Sequence[ParamSpec]
    ) -> None:
        self.table = table
        self.kind = kind
        self._facts = {spec.id: spec for spec in facts}
        self._params = {spec.id: spec for spec in params}

    def inside(self, key: str) -> RuleValues:
        """The values of a table inside the rule's."""
        inner = self.table.sub(self.table.data[key], self.table.place)
        return RuleValues(inner, self.kind, tuple(self._facts.values()), tuple(self._params.values()))

    def fact(self, key: str, type_: str, *, required: bool = True) -> str:
        """The fact a key names; it has to be of this type."""
        if key in self.table.data:
            return self._named(key, self.table.data[key], type_)
        if required:
            self._missing(key)
        return ""

    def facts_in_order(self, key: str, type_: str) -> tuple[str, ...]:
        """At least two facts, each once."""
        names = self.table.data.get(key)
        if not isinstance(names, list):
            self._missing(key)
            return ()
        found = tuple(self._named(key, name, type_) for name in names)
        if len(found) < 2 or len(set(found)) != len(found):
            self.table.fault(
                f"规则 {self.kind} 的 {key} 要有至少两个不同的事实。",
                '请写成 facts = ["最早的", "…", "最晚的"]。',
            )
        return found

    def differ(self, first: str, second: str) -> None:
        """Note it where two keys name one fact."""
        data = self.table.data
        other = data.get(second)
        other = other.get("fact") if isinstance(other, dict) else other
        if first in data and data[first] == other:
            self.table.fault(f"{first} 和 {second} 用了同一个事实“{other}”。", "请用两个不同的事实。")

    def choice(self, key: str, words: Sequence[str]) -> str:
        """One of these words, the first where the key is absent."""
        return self.table.text(key, one_of=words) if key in self.table.data else words[0]

    def figure(self, key: str) -> Amount | None:
        """A figure above 0 or a parameter; None with the fault noted."""
        if key not in self.table.data:
            self._missing(key)
            return None
        written = self.table.data[key]
        if isinstance(written, str) and written.startswith(_PARAM):
            return self._param(written, "number")
        value = as_fraction(written)
        if value is None:
            self.table.fault(f'规则里的“{key}”应当是数字或 "param:编号"。', "请改正。")
        elif value <= 0:
            self.table.fault(f"规则里的“{key} = {written}”不大于0。", "请写条文里的数。")
            return None
        return value

    def whole(self, key: str) -> Amount | None:
        """A figure of days, months or hours."""
        value = self.figure(key)
        if isinstance(value, Fraction) and value.denominator != 1:
            self.table.fault(f"规则里的“{key}”应当是整数，现为{self.table.data[key]}。", "请写条文里的整数。")
            return None
        return self.at_most(key, value, MOST_UNITS)

    def at_most(self, key: str, value: Amount | None, most: int) -> Amount | None:
        """The value, unless it is larger."""
        if isinstance(value, Fraction) and value > most:
            self.table.fault(f"规则里的“{key} = {self.table.data[key]}”大于{most}。", "请核对。")
            return None
        return value

    def month_day(self, key: str) -> MonthDay | ParamRef | None:
        """A day of every year, or a date parameter."""
        if key not in self.table.data:
            self._missing(key)
            return None
        written = self.table.data[key]
        if isinstance(written, str) and written.startswith(_PARAM):
            if "year" in self.table.data:
                self.table.fault("地方参数的日期自带年份，不再写 year。", "请删去 year。")
            return self._param(written, "date")
        match = _MONTH_DAY.fullmatch(written) if isinstance(written, str) else None
        try:
            day = date(_A_COMMON_YEAR, int(match[1]), int(match[2])) if match else None
        except ValueError:
            day = None
        if day is None:
            self.table.fault(
                f"规则的 date 写成了“{written}”，不是每年都有的月日。",
                '请写两位月和两位日，如 date = "03-01"。',
            )
            return None
        return MonthDay(day.month, day.day)

    def _named(self, key: str, name: object, type_: str) -> str:
        spec = self._facts.get(name) if isinstance(name, str) else None
        if spec is None:
            self.table.fault(f"规则用到的事实“{name}”没有定义。", "请在 facts 里补写，或改正名称。")
            return ""
        if spec.type != type_ and spec.type in FACT_TYPES:
            self.table.fault(
                f"规则的 {key} 要用{_TYPES[type_]}事实，“{spec.id}”（{spec.label}）是{_TYPES[spec.type]}。",
                f"请把它的 type 改为 {type_}，或换一个事实。",
            )
        return spec.id

    def _param(self, written: str, type_: str) -> ParamRef | None:
        spec = self._params.get(written.removeprefix(_PARAM))
        if spec is None:
            self.table.fault(f"规则用到的地方参数“{written}”没有定义。", "请在 [[params]] 里补写。")
            return None
        if spec.type != type_ and spec.type in _TYPES:
            self.table.fault(
                f"地方参数“{spec.id}”（{spec.label}）是{_TYPES[spec.type]}，这里要{_TYPES[type_]}。",
                f"请把它的 type 改为 {type_}，或换一个参数。",
            )
        return ParamRef(spec.id, spec.label)

    def _missing(self, key: str) -> None:
        self.table.fault(f"规则 {self.kind} 缺少“{key}”。", "请补写。")

"""Reading citations: law key and place, as an item's `cites` and a rule's `cite` write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fazhi_tui.domain.law.citation import WHOLE, Citation, Law, is_place
from fazhi_tui.loading.checklists.table import Table


def read_citations(table: Table, written: Sequence[str], laws: Mapping[str, Law]) -> tuple[Citation, ...]:
    """The citations; every fault is noted in the table."""
    found = []
    for cite in written:
        key, colon, place = cite.partition(":")
        if not colon and key in laws and laws[key].verified == "unverified":
            found.append(Citation(laws[key], WHOLE))
        elif not colon or not is_place(place):
            table.fault(
                f"依据“{cite}”写法不对。",
                "请写 法律键:条.款.项（zdjc:15.1）或 法律键:段号（sxzd:二（六））。",
            )
        elif key not in laws:
            table.fault(
                f"依据“{cite}”的法律键“{key}”没有声明。", f"请补写 [laws.{key}]，或改为：{'、'.join(laws)}。"
            )
        else:
            found.append(Citation(laws[key], place))
    if len(set(written)) != len(written):
        table.fault("同一依据写了两遍。", "请删去重复的。")
    return tuple(found)

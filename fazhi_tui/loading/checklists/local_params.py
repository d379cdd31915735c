"""Reading the local figures a checklist asks the unit for."""

from __future__ import annotations

from fazhi_tui.domain.reckoning.params import PARAM_TYPES, ParamSpec
from fazhi_tui.loading.checklists.table import Table


def read_params(table: Table) -> tuple[ParamSpec, ...]:
    """The parameters in file order; every fault is noted in the table."""
    specs: list[ParamSpec] = []
    for data in table.tables("params"):
        param = table.sub(data, "params")
        param.only(("id", "label", "type"))
        label = param.text("label", required=True)
        type_ = param.text("type", required=True, one_of=PARAM_TYPES)
        spec = ParamSpec(param.id(), label, type_)
        if any(spec.id == s.id for s in specs):
            param.fault(f"地方参数编号“{spec.id}”重复。", "请换一个。")
        elif label and any(label == s.label for s in specs):
            param.fault(f"地方参数名称“{label}”重复。", "请换一个能区分的名称。")
        specs.append(spec)
    return tuple(specs)

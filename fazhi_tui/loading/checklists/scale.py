"""The factors of the verdicts, as a checklist or a unit writes them."""

from __future__ import annotations

from fractions import Fraction

from fazhi_tui.domain.checklist import DEFAULT_SCALE
from fazhi_tui.loading.checklists.table import Table, as_fraction


def read_scale(table: Table) -> tuple[Fraction, ...] | None:
    """Four factors from high to low, each 0–1; None where there are none or they are wrong."""
    written = table.data.get("scale")
    if written is None:
        return None
    values = [as_fraction(v) for v in written] if isinstance(written, list) else []
    scale = tuple(v for v in values if v is not None and 0 <= v <= 1)
    if len(scale) != len(DEFAULT_SCALE) or list(scale) != sorted(scale, reverse=True):
        table.fault("scale 应为四个从大到小、0到1之间的数。", "请写成 scale = [1, 0.5, 0.25, 0]。")
        return None
    return scale

"""`scoring.toml`: a unit's own factors, weights and bands."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from fazhi_tui.domain.scheme import BANDS, STANDARD, Scheme
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.checklists.scale import read_scale
from fazhi_tui.loading.checklists.table import Table
from fazhi_tui.loading.checklists.toml_file import read_toml

SCHEMA = 1
_HIGHEST = Fraction(100)


def load_scheme(path: Path, checklists: Collection[str]) -> Scheme:
    """The scheme of a file; the standard one where there is no file.

    Args:
        path: where `scoring.toml` is or would be.
        checklists: the ids that can be weighed.

    Raises:
        FileFaultsError: with every fault of the file.
    """
    if not path.exists():
        return STANDARD
    data, findings = read_toml(path)
    scheme = STANDARD
    if data is not None:
        scheme = _scheme(Table(data, path.name, "文件开头", findings), checklists)
    if findings:
        raise FileFaultsError(findings, "请改正计分文件后再试；删去它即按清单原来的分值。")
    return scheme


def _scheme(table: Table, checklists: Collection[str]) -> Scheme:
    if table.data.get("schema") != SCHEMA:
        table.fault(f"schema 应为 {SCHEMA}。", f"请写 schema = {SCHEMA}；更高的格式请升级 fazhi。")
        return STANDARD
    table.only(("schema", "scale", "weights", "bands"))
    return Scheme(read_scale(table), _weights(table, checklists), _bands(table))


def _weights(table: Table, checklists: Collection[str]) -> Mapping[str, Fraction]:
    weights: dict[str, Fraction] = {}
    written = table.sub(table.data.get("weights", {}), "weights")
    for id in written.data:
        weight = written.number(id)
        if id not in checklists:
            written.fault(f"没有清单“{id}”。", f"可写：{'、'.join(checklists)}。")
        elif weight is not None and weight < 0:
            written.fault(f"清单“{id}”的权重是负数。", "请写 0 或正数；0 表示不计入总分。")
        elif weight is not None:
            weights[id] = weight
    if weights and all(weights.get(id, 1) == 0 for id in checklists):
        written.fault("所有清单的权重都是 0。", "请至少给一份清单正的权重。")
    return weights


def _bands(table: Table) -> tuple[tuple[Fraction, str], ...]:
    bands = []
    for data in table.tables("bands"):
        band = table.sub(data, "bands")
        band.only(("from", "name"))
        limit, name = band.number("from"), band.text("name", required=True)
        if limit is None or not 0 <= limit <= _HIGHEST:
            band.fault("“from”应当是 0 到 100 的数。", '请写成 { from = 90, name = "优秀" }。')
        else:
            bands.append((limit, name))
    if not bands:
        return BANDS
    falling = all(a[0] > b[0] for a, b in pairwise(bands))
    if not falling or bands[-1][0] != 0 or len({name for _, name in bands}) != len(bands):
        table.fault("bands 要从高分到低分排列，最低一等从 0 起，名称不重复。", "请对照《清单格式》改正。")
    return tuple(bands)

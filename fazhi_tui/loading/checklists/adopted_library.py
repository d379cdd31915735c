"""The adopted checklists of an assessment, read once for all that adopted the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fazhi_tui.loading.checklists.checklist_files import Library, library_from_data

_KEPT_AT_MOST = 8
_kept: dict[str, Library] = {}


def adopted_library(digest: str, data: Sequence[dict[str, Any]], where: str) -> Library:
    """The checklists of plain data whose digest is this; reading them anew costs 15 ms.

    Raises:
        DamagedError: the data does not read as checklists.
    """
    library = _kept.pop(digest, None) or library_from_data(data, where)
    _kept[digest] = library
    if len(_kept) > _KEPT_AT_MOST:
        del _kept[next(iter(_kept))]
    return library

"""Second copies, made on the way of saving: earlier live segments, and every sealed one a second time.

The live file is only ever replaced, never written in place. Giving it one more name just before keeps what
it was at no disk write: as `copies/previous.json` at each save; under the day it was last written, if that
is over, as `copies/2026-11-24.json`; and when it is sealed, in `copies/sealed/` under its number and the
first 16 hex of the digest of its heads. Each names the heads it continues, so every copy leads back through
the sealed ones to the first event and is a whole. A copy that cannot be made is no fault of the save.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from fazhi_tui.domain.log.canonical import digest
from fazhi_tui.storage.atomic import make_folder, second_name

LIVE = "events.json"
SEALED = "sealed"
COPIES = "copies"
DAYS_KEPT = 10
_PREVIOUS = "previous.json"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Generations:
    """The copies in one assessment's folder."""

    def __init__(self, folder: Path) -> None:
        self._live = folder / LIVE
        self._folder = folder / COPIES
        self._sealed = self._folder / SEALED

    @property
    def previous(self) -> Path:
        """The live segment as it was before the last save."""
        return self._folder / _PREVIOUS

    def days(self) -> list[Path]:
        """The live segment as it was at the end of a day, the latest first."""
        return sorted(
            (path for path in self._folder.glob("*.json") if _DAY.fullmatch(path.stem)), reverse=True
        )

    def sealed(self, number: int, heads: Mapping[str, str]) -> Path:
        """Where the second copy of the sealed segment with this number is that ends with these heads."""
        return self._sealed / f"{number:04d}-{digest(dict(heads))[:16]}.json"

    def keep(self, new: Path) -> None:
        """Keep the live segment that the new file is about to replace."""
        with contextlib.suppress(OSError):
            make_folder(self._folder)
            day = _day(self._live)
            if day != _day(new):
                second_name(self._live, self._folder / f"{day}.json")
                for path in self.days()[DAYS_KEPT:]:
                    path.unlink()
            second_name(self._live, self.previous)

    def keep_sealed(self, path: Path, number: int, heads: Mapping[str, str]) -> None:
        """Keep a segment that will not change again."""
        with contextlib.suppress(OSError):
            make_folder(self._sealed)
            second_name(path, self.sealed(number, heads))


def _day(path: Path) -> str:
    """The local date a file was last written."""
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date().isoformat()

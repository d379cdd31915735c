"""The least a durable save and an opening can cost here, measured in the same run as what is compared."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles


def timed(action: Callable[..., object], *given: object) -> float:
    """Milliseconds one call takes."""
    begun = time.perf_counter()
    action(*given)
    return (time.perf_counter() - begun) * 1000


def plain_atomic_write(path: Path, data: bytes) -> None:
    """A temporary file, fsync, replace, fsync of the folder: nothing checked, nothing encoded."""
    temporary = path.with_name(f"{path.name}.tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def plain_read(paths: Sequence[Path]) -> None:
    """The same files read and parsed: nothing checked."""
    for path in paths:
        json.loads(path.read_bytes())


def spread(times: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return median(times), quantiles(times, n=20)[18]

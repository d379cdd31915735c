"""The one way a value is written to be hashed, and its digest."""

from __future__ import annotations

import hashlib
import json
from typing import Any

# Made once: opening hashes every event.
_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Canonical JSON: sorted keys, no spaces, Han unescaped, UTF-8."""
    return _CANONICAL.encode(value).encode("utf-8")


def digest(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """SHA-256 of the canonical JSON, 64 hex digits."""
    return hashlib.sha256(canonical(value)).hexdigest()

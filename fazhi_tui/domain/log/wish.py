"""What is to be recorded: the kind and the payload of one event, not appended yet."""

from __future__ import annotations

from typing import Any

Wish = tuple[str, dict[str, Any]]

"""The shape of a handler."""

from __future__ import annotations

from collections.abc import Callable

from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.events import Event

Handler = Callable[[Assessment, Event], Assessment]

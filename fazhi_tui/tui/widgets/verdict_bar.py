"""The six verdicts with their digits; the one given is marked."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from fazhi_tui.domain.verdict import Verdict


class VerdictBar(Static):
    """One line; a click on a verdict gives it."""

    @dataclass
    class Chosen(Message):
        """A verdict was clicked."""

        verdict: Verdict

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def show(self, chosen: Verdict | None) -> None:
        """Mark the verdict given, none for 未评."""
        parts: list[Content | tuple[str, str]] = []
        for verdict in Verdict:
            parts.append((label(verdict), "bold reverse" if verdict is chosen else ""))
            parts.append((" ", ""))
        self.update(Content.assemble(*parts), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Find the verdict under the pointer."""
        start = 0
        for verdict in Verdict:
            end = start + cell_len(label(verdict))
            if start <= event.x < end:
                self.post_message(self.Chosen(verdict))
                return
            start = end + 1


def label(verdict: Verdict) -> str:
    """Digit and word."""
    return f"{verdict.digit}{verdict.value}"

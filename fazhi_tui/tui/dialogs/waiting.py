"""Work that takes a while: done in a thread, named on the screen, given up with Esc."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar, cast

from textual.app import App
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.collecting import undisturbed
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.dialogs.message import MessageDialog
from fazhi_tui.tui.words import waiting_words

T = TypeVar("T")
# Shorter work would only flash.
SHOWN_AFTER = 0.2
# So long the next key waits instead of going to a dialog.
PATIENCE = 0.05


class Claim:
    """Settles once whether the work is given up or begins to write: never both."""

    def __init__(self) -> None:
        self._first = threading.Lock()
        self._is_taken = False

    def take(self) -> bool:
        """The work is about to write: False where it was given up before."""
        if self._first.acquire(blocking=False):
            self._is_taken = True
        return self._is_taken

    def give_up(self) -> bool:
        """The officer gives it up: False where it is already being written."""
        self._first.acquire(blocking=False)
        return not self._is_taken


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of it: a value, or the fault that stopped it."""

    value: T | None = None
    fault: FazhiError | None = None


class WaitingDialog(Dialog[Outcome[T]]):
    """Returns the outcome, None where it was given up.

    The work runs in a thread while no other key does anything; before it writes it takes the claim.
    """

    ASKS_FOR_TEXT: ClassVar[bool] = False

    def __init__(self, words: str, outcome: Awaitable[Outcome[T]], claim: Claim) -> None:
        super().__init__(words, waiting_words.FOOT)
        self._outcome = outcome
        self._claim = claim
        self.add_class("-early")

    def body(self) -> Iterator[Widget]:
        """That it takes a moment."""
        yield Static(Content(waiting_words.SHORTLY))

    def on_mount(self) -> None:
        """Begin."""
        self.set_timer(SHOWN_AFTER, lambda: self.remove_class("-early"))
        self.run_worker(self._run())

    def action_cancel(self) -> None:
        """Give it up, unless it is being written."""
        if self._claim.give_up():
            self.dismiss(None)
        else:
            self.say(waiting_words.TOO_LATE)

    def on_unmount(self) -> None:
        """Left with the program: what was not begun to be written is not written."""
        self._claim.give_up()

    async def _run(self) -> None:
        self.dismiss(await self._outcome)


def wait_for(app: App[int], words: str, work: Callable[[Claim], T], done: Callable[[T], object]) -> None:
    """Do a longer piece of work and go on with its value; a fault is told, given up it leaves no trace."""
    app.push_screen(waiting_for(words, work), _over(app, done))


def waiting_for(words: str, work: Callable[[Claim], T]) -> WaitingDialog[T]:
    """A dialog that does the work once it is shown."""
    claim = Claim()
    return WaitingDialog(words, _outcome(work, claim), claim)


async def wait_shortly(
    app: App[int], words: str, work: Callable[[Claim], T], done: Callable[[T], object]
) -> None:
    """Do what is long in a big assessment only: through at once, it shows no dialog and takes no key."""
    claim = Claim()
    running = asyncio.ensure_future(_outcome(work, claim))
    over = _over(app, done)
    await asyncio.wait({running}, timeout=PATIENCE)
    if running.done():
        over(running.result())
    else:
        app.push_screen(WaitingDialog(words, running, claim), over)


async def _outcome(work: Callable[[Claim], T], claim: Claim) -> Outcome[T]:
    try:
        return Outcome(value=await asyncio.to_thread(undisturbed, lambda: work(claim)))
    except FazhiError as fault:
        return Outcome(fault=fault)


def _over(app: App[int], done: Callable[[T], object]) -> Callable[[Outcome[T] | None], None]:
    def over(outcome: Outcome[T] | None) -> None:
        if outcome is not None and outcome.fault is not None:
            app.push_screen(MessageDialog(str(outcome.fault)))
        elif outcome is not None:
            done(cast(T, outcome.value))

    return over

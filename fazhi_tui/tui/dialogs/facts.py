"""The facts behind an answer, with the sum they make while they are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from fazhi_tui.domain.checklist import FactSpec
from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.line_input import LineInput
from fazhi_tui.tui.words import sheet_words

_YES_OR_NO = [("", sheet_words.FACT_UNSAID), ("是", "是"), ("否", "否")]

Facts = Mapping[str, str]


class FactsDialog(Dialog[bool]):
    """Hands the facts to `accept`; stays and says why if that refuses them.

    `read` gives facts in their normal form or raises; `preview` says what they come to.
    """

    BINDINGS = bindings((Key("f3,f2,ctrl+u", "submit", "F3", "确定"),))

    def __init__(
        self,
        specs: Sequence[FactSpec],
        facts: Facts,
        *,
        read: Callable[[Facts], Facts],
        preview: Callable[[Facts], str],
        accept: Callable[[Facts], object],
    ) -> None:
        super().__init__(sheet_words.FACTS_TITLE, sheet_words.FACTS_FOOT)
        self._specs = tuple(specs)
        self._facts = dict(facts)
        self._read = read
        self._preview = preview
        self._accept = accept

    def body(self) -> Iterator[Widget]:
        """A line a fact, and the sum below."""
        with VerticalScroll(can_focus=False):
            for spec in self._specs:
                label = Static(Content(spec.label), classes="fact-label")
                yield Horizontal(label, self._field(spec), classes="fact")
        yield Static(id="sum", markup=False)

    def on_mount(self) -> None:
        """Begin with the first fact that is empty."""
        empty = next((spec.id for spec in self._specs if spec.id not in self._facts), self._specs[0].id)
        self.query_one(f"#fact-{empty}").focus()
        self._show_sum()

    def on_input_changed(self) -> None:
        """Show what it comes to."""
        self._show_sum()

    def on_choice_changed(self) -> None:
        """Show what it comes to."""
        self._show_sum()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the line back in its normal form; go on to the next, from the last one finish."""
        self._read_back(event.input)
        if self.query(".fact > *").last() is event.input:
            self.action_submit()
        else:
            self.focus_next()

    def on_descendant_blur(self) -> None:
        """Read back what was left."""
        for line in self.query(LineInput):
            if not line.has_focus:
                self._read_back(line)

    def action_submit(self) -> None:
        """Hand the facts over."""
        try:
            self._accept(self._typed())
        except FazhiError as fault:
            self.say(fault)
        else:
            self.dismiss(result=True)

    def action_cancel(self) -> None:
        """Leave; with the facts, where they would be lost otherwise."""
        if self._typed() == self._facts:
            self.dismiss(None)
        else:
            self.action_submit()

    def _field(self, spec: FactSpec) -> Widget:
        value = self._facts.get(spec.id, "")
        if spec.type == "yes":
            return Choice(_YES_OR_NO, chosen=[value], several=False, id=f"fact-{spec.id}")
        return LineInput(value, placeholder=sheet_words.FACT_HINTS[spec.type], id=f"fact-{spec.id}")

    def _typed(self) -> dict[str, str]:
        typed = {spec.id: self._value(spec) for spec in self._specs}
        return {id: value for id, value in typed.items() if value}

    def _value(self, spec: FactSpec) -> str:
        if spec.type == "yes":
            return next(iter(self.query_one(f"#fact-{spec.id}", Choice).chosen), "")
        return self.query_one(f"#fact-{spec.id}", LineInput).value.strip()

    def _read_back(self, line: Input) -> None:
        id, value = (line.id or "").removeprefix("fact-"), line.value.strip()
        if not value:
            return
        try:
            line.value = self._read({id: value})[id]
        except FazhiError as fault:
            self.say(fault)

    def _show_sum(self) -> None:
        try:
            words = self._preview(self._read(self._typed()))
        except FazhiError:
            words = ""
        else:
            self.say("")
        self.query_one("#sum", Static).update(Content(words.replace(" → ", "\n→ ")))

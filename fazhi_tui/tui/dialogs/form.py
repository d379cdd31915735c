"""A form of one-line fields and choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.choice import Choice
from fazhi_tui.tui.widgets.line_input import LineInput
from fazhi_tui.tui.words import gap_words, sheet_words


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the form; with `options` one of them is chosen, the empty one for none."""

    id: str
    label: str
    value: str = ""
    hint: str = ""
    options: tuple[str, ...] = ()


class FormDialog(Dialog[bool]):
    """Hands all values by id to `accept`; stays and says why if that refuses them."""

    BINDINGS = bindings((Key("f2,ctrl+n", "submit", "F2", "确定"),))

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        accept: Callable[[Mapping[str, str]], object],
        *,
        hints: str = "",
    ) -> None:
        super().__init__(title, gap_words.FORM_FOOT)
        self._fields = tuple(fields)
        self._accept = accept
        self._hints = hints

    def body(self) -> Iterator[Widget]:
        """The hints and a line a field."""
        if self._hints:
            yield Static(Content(self._hints), classes="hints")
        with VerticalScroll(can_focus=False):
            for field in self._fields:
                label = Static(Content(field.label), classes="form-label")
                yield Horizontal(label, _widget(field), classes="fact")

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query_one(f"#field-{self._fields[0].id}").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next line, from the last one finish."""
        if self.query(".fact > *").last() is event.input:
            self.action_submit()
        else:
            self.focus_next()

    def action_submit(self) -> None:
        """Hand the values over."""
        try:
            self._accept({field.id: self._value(field) for field in self._fields})
        except FazhiError as fault:
            self.say(fault)
        else:
            self.dismiss(result=True)

    def _value(self, field: FormField) -> str:
        if field.options:
            return next(iter(self.query_one(f"#field-{field.id}", Choice).chosen), "")
        return self.query_one(f"#field-{field.id}", LineInput).value


def _widget(field: FormField) -> Widget:
    id = f"field-{field.id}"
    if field.options:
        options = [(option, option or sheet_words.FACT_UNSAID) for option in field.options]
        return Choice(options, chosen=[field.value], several=False, id=id)
    return LineInput(field.value, placeholder=field.hint, id=id)

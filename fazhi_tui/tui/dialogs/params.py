"""The local figures a checklist leaves to the place, each with the local text it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from fazhi_tui.domain.reckoning.params import Param, ParamSpec
from fazhi_tui.errors import FazhiError
from fazhi_tui.tui.dialogs.dialog import Dialog
from fazhi_tui.tui.keys import Key, bindings
from fazhi_tui.tui.widgets.line_input import LineInput
from fazhi_tui.tui.words import settings_words, sheet_words


class ParamsDialog(Dialog[bool]):
    """Hands every changed figure to `accept`, or to `clear` where its value was emptied.

    Stays and says why if that refuses one.
    """

    BINDINGS = bindings((Key("f2,ctrl+n", "submit", "F2", "确定"),))

    def __init__(
        self,
        specs: Sequence[ParamSpec],
        params: Mapping[str, Param],
        accept: Callable[[ParamSpec, str, str], object],
        clear: Callable[[ParamSpec], object],
    ) -> None:
        super().__init__(settings_words.PARAMS_TITLE, settings_words.PARAMS_FOOT)
        self._specs = tuple(specs)
        self._params = dict(params)
        self._accept = accept
        self._clear = clear

    def body(self) -> Iterator[Widget]:
        """Per figure its name, its value and its source."""
        yield Static(Content(settings_words.PARAMS_HINT), classes="hints")
        with VerticalScroll(can_focus=False):
            for spec in self._specs:
                param = self._params.get(spec.id)
                yield Static(Content(spec.label))
                yield _line(
                    settings_words.PARAM_VALUE,
                    LineInput(
                        param.value if param else "",
                        placeholder=sheet_words.FACT_HINTS[spec.type],
                        id=f"value-{spec.id}",
                    ),
                )
                yield _line(
                    settings_words.PARAM_SOURCE,
                    LineInput(
                        param.source if param else "",
                        placeholder=settings_words.PARAM_SOURCE_HINT,
                        id=f"source-{spec.id}",
                    ),
                )

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next line, from the last one finish."""
        if self.query(LineInput).last() is event.input:
            self.action_submit()
        else:
            self.focus_next()

    def action_submit(self) -> None:
        """Hand over what has changed."""
        try:
            for spec in self._specs:
                self._hand_over(spec, *self._typed(spec))
        except FazhiError as fault:
            self.say(fault)
        else:
            self.dismiss(result=True)

    def _hand_over(self, spec: ParamSpec, value: str, source: str) -> None:
        before = self._params.get(spec.id)
        if before is not None and not value:
            self._clear(spec)
            del self._params[spec.id]
        elif (value, source) != ((before.value, before.source) if before else ("", "")):
            self._accept(spec, value, source)
            self._params[spec.id] = Param(value, source)

    def _typed(self, spec: ParamSpec) -> tuple[str, str]:
        value = self.query_one(f"#value-{spec.id}", LineInput).value.strip()
        return value, self.query_one(f"#source-{spec.id}", LineInput).value.strip()


def _line(label: str, field: Widget) -> Horizontal:
    return Horizontal(Static(label, markup=False, classes="label"), field, classes="param")

"""The statute texts at hand, and which of them a checklist's law means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fazhi_tui.domain.law.citation import WHOLE, Citation, Law
from fazhi_tui.domain.law.statute import Instrument, StatuteText, disputes, merged
from fazhi_tui.domain.law.statute_name import StatuteName, read_name


@dataclass(frozen=True, slots=True)
class StatuteBook:
    """Instruments, one for each version, and what could not be used of the texts (`notes`, a line each)."""

    instruments: tuple[Instrument, ...] = ()
    notes: tuple[str, ...] = ()

    def find(self, law: Law) -> Instrument | None:
        """The text of a law: by 〔year〕number or by title; of several versions the one it was made for.

        A law that has expired is looked up among the old versions first; one in force is never
        answered with an old version.
        """
        name = read_name(law.title, law.number)
        named = [one for one in self.instruments if _is_called(one.name, name)]
        if name.version:
            exact = [one for one in named if one.version == name.version]
            alike = [one for one in named if one.name.version_year == name.version_year is not None]
            return next(iter(exact + alike), None)
        fitting = [one for one in named if _fits(one.name, law)]
        return min(fitting, key=lambda one: _preference(one.name, law), default=None)

    def text(self, citation: Citation) -> str | None:
        """The words of a cited place; None where they are not at hand, or for a whole instrument."""
        instrument = self.find(citation.law)
        return instrument.text(citation.place) if instrument and citation.place != WHOLE else None


def bind(texts: Iterable[StatuteText], notes: Sequence[str] = ()) -> StatuteBook:
    """A book out of the texts read; the excerpts of one version become one instrument."""
    versions: dict[tuple[str, str], list[StatuteText]] = {}
    for text in texts:
        versions.setdefault((text.name.key, text.name.version), []).append(text)
    instruments = tuple(merged(group) for group in versions.values())
    contradicting = [
        f"{one.name}：{disputes(one)}在手头文本中有两种写法，已略过这些条款，请核对官方文本后只留一种。"
        for one in instruments
        if one.disputed
    ]
    return StatuteBook(instruments, (*notes, *contradicting))


def _is_called(name: StatuteName, wanted: StatuteName) -> bool:
    return bool(name.numbers & wanted.numbers) or bool(name.key and name.key == wanted.key)


def _fits(name: StatuteName, law: Law) -> bool:
    if law.expires is None:
        return not name.is_old
    return name.is_old or name.version_year is None or name.version_year <= law.effective.year


def _preference(name: StatuteName, law: Law) -> tuple[bool, int]:
    """Lower is better: the old version for an expired law, else the newest."""
    return (law.expires is not None and not name.is_old, -(name.version_year or 0))

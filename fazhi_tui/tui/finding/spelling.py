"""Which of the characters in use a typed syllable can stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

LONGEST_SYLLABLE = 6
# Ways to part a row of letters into syllables that are tried, the longest syllables first.
WAYS = 8
_DOUBLE_INITIALS = frozenset({"zh", "ch", "sh"})


class Spelling:
    """The characters in use by their readings."""

    def __init__(self, readings: Mapping[str, tuple[str, ...]]) -> None:
        self.readings = dict(readings)
        self._by_part: dict[tuple[str, bool], str] = {}

    def pattern(self, letters: str) -> str:
        """A regular expression for the texts that are read so; matches nothing where there are none.

        A syllable may be given by its initial or in full, the last one by any beginning.
        """
        ways = []
        for way in self._ways(letters.replace("'", "")):
            ways.append("".join(f"[{characters}]" for characters in way))
            if len(ways) == WAYS:
                break
        return "|".join(ways) or r"(?!)"

    def _ways(self, letters: str) -> Iterator[tuple[str, ...]]:
        """Each way to part the letters, as the characters every part can stand for."""
        if not letters:
            yield ()
            return
        for length in range(min(LONGEST_SYLLABLE, len(letters)), 0, -1):
            part, rest = letters[:length], letters[length:]
            characters = self._read_as(part, is_beginning=not rest or _is_initial(part))
            if characters:
                for way in self._ways(rest):
                    yield (characters, *way)

    def _read_as(self, part: str, *, is_beginning: bool) -> str:
        key = (part, is_beginning)
        if key not in self._by_part:
            self._by_part[key] = "".join(
                character
                for character, read in self.readings.items()
                if (any(r.startswith(part) for r in read) if is_beginning else part in read)
            )
        return self._by_part[key]


def _is_initial(part: str) -> bool:
    return len(part) == 1 or part in _DOUBLE_INITIALS

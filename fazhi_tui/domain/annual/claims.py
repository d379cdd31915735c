"""Where a unit's words claim as done what its own verdicts admit not to be.

What is compared is wording, not meaning: a sentence that names a step, and does not itself say that
anything is lacking, is held against the shortcomings of that step. The finding is a question to the
officer, never a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fazhi_tui.domain.filling.note_parts import note_parts
from fazhi_tui.domain.gaps import Gap, counted, find_gaps
from fazhi_tui.domain.rows import Board, Row
from fazhi_tui.domain.unit import OWN, UNIT
from fazhi_tui.domain.verdict import BREACHES, Verdict

# How reports call a step besides by its title.
_ALSO = {
    "公众参与": ("征求意见", "听取意见", "听取各方面意见"),
    "集体讨论决定": ("集体讨论", "集体决策", "集体研究"),
    "合法性审查": ("合法性审核",),
    "合法性审核": ("合法性审查",),
    "法制审核机制": ("法制审核",),
    "公示·事前": ("执法公示", "行政执法公示"),
    "记录制度与设备": ("全过程记录",),
    "负责人出庭": ("出庭应诉",),
}
_LACKING = re.compile(r"流于形式|走过场|[没未不缺差少]|薄弱|仅|只|但|有待|尚|怎样")
_NOT_LACKING = re.compile(r"不断|不少于|减少")
_PLANNED = re.compile(r"进一步|今后|下一年|下一步|拟|计划|列为|要求")
_ASSERTS = re.compile(r"严格|广泛|充分|认真|全面|深入|规范|组织|开展|履行|坚持|健全|落实|实行|已|均|都")
_BOASTS = re.compile(r"严格|广泛|充分|认真|全面|深入")
_ADMITS = re.compile(r"(?<!没有)(?<!防止)(?<!避免)(?<!不)(流于形式|走过场)")
_QUOTED = re.compile(r"“([^“”]*)”")
_SENTENCE_ENDS = re.compile(r"[。；！？\n]")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that claims a step, and the shortcomings admitted in it.

    `row` is the answer in whose note it stands, None where it stands in the unit's own text for the
    report, whose place is then `place`.
    """

    sentence: str
    gaps: tuple[Gap, ...]
    row: Row | None = None
    place: str = ""


def claims(board: Board, texts: Iterable[tuple[str, str]] = ()) -> tuple[Claim, ...]:
    """The claims in notes and in `texts`, pairs of a place in words and what stands there.

    A note is held against what was 流于形式 or 未落实 only: that of a short answer against its own step,
    that of a 落实 against the other steps. The unit's own texts are held against every shortcoming.
    """
    short = counted(find_gaps(board))
    found = list(_in_texts(texts, short))
    breaches = _Breaches(gap for gap in short if gap.verdict in BREACHES)
    for row in board.rows():
        found += _in_note(row, breaches)
    return tuple(found)


def admissions(board: Board) -> tuple[Row, ...]:
    """The answers 落实 whose notes say that the thing was done for form only."""
    return tuple(
        row
        for row in board.rows()
        if row.effective is Verdict.DONE and _ADMITS.search(note_parts(row.answer.note).text)
    )


def _in_texts(texts: Iterable[tuple[str, str]], gaps: Iterable[Gap]) -> Iterator[Claim]:
    every = tuple(gaps)
    for place, text in texts:
        for sentence in (*_quoted(text), *_unquoted(text)):
            if named := tuple(gap for gap in every if _names(sentence, gap.row.stage.title)):
                yield Claim(sentence, named, place=place)


class _Breaches:
    """What was 流于形式 or 未落实, so kept that a note is held against no more than it can go against."""

    def __init__(self, gaps: Iterable[Gap]) -> None:
        self._by_object: dict[str, list[Gap]] = {}
        for gap in gaps:
            self._by_object.setdefault(gap.row.sheet.object, []).append(gap)

    def against(self, row: Row) -> tuple[Gap, ...]:
        """Of a 落实: the other steps, for the same object or the unit. Of a short answer: its own step."""
        if row.effective is not Verdict.DONE:
            mine = self._by_object.get(row.sheet.object, ())
            return tuple(gap for gap in mine if gap.row.key == row.key)
        names = self._by_object if row.sheet.kind == UNIT else (row.sheet.object, OWN)
        gaps = (gap for name in names for gap in self._by_object.get(name, ()))
        return tuple(gap for gap in gaps if gap.row.stage.id != row.stage.id)


def _in_note(row: Row, breaches: _Breaches) -> Iterator[Claim]:
    text = note_parts(row.answer.note).text
    is_done = row.effective is Verdict.DONE
    if not text or not (is_done or row.effective in BREACHES):
        return
    # A short answer tells what was done as well; only a quotation or a boast goes against it.
    unquoted = (sentence for sentence in _unquoted(text) if is_done or _BOASTS.search(sentence))
    sentences = (*_quoted(text), *unquoted)
    against = breaches.against(row) if sentences else ()
    for sentence in sentences:
        if named := tuple(gap for gap in against if _names(sentence, gap.row.stage.title)):
            yield Claim(sentence, named, row)


def _quoted(text: str) -> Iterator[str]:
    for piece in _QUOTED.findall(text):
        yield from _claiming(piece)


def _unquoted(text: str) -> Iterator[str]:
    yield from _claiming(_QUOTED.sub("", text))


def _claiming(text: str) -> Iterator[str]:
    """The sentences that say something is done, and nothing of lacks or plans."""
    for sentence in _SENTENCE_ENDS.split(text):
        plain = _NOT_LACKING.sub("", sentence)
        if _ASSERTS.search(plain) and not _LACKING.search(plain) and not _PLANNED.search(plain):
            yield sentence.strip()


def _names(sentence: str, stage: str) -> bool:
    return any(name in sentence for name in (stage, *_ALSO.get(stage, ())))

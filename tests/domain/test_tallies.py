from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.scoring import by_officer, score_checklist
from fazhi_tui.domain.tallies import BAR_ORDER, shares, tallies
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal


def test_a_stage_counts_its_items_on_every_sheet_without_advice() -> None:
    journal = Journal()
    for name in ("规划", "定价"):
        journal.add("juece", name)
    journal.say("juece", "规划", "m-1", Verdict.DONE)
    journal.say("juece", "定价", "m-1", Verdict.HOLLOW)
    journal.say("juece", "定价", "m-may", Verdict.MISSING)
    board = journal.board
    found = {t.stage.id: t.counts for t in tallies(board, board.checklists[0], by_officer)}
    assert found == {"zhidu": {None: 3}, "canyu": {Verdict.DONE: 1, Verdict.HOLLOW: 1, None: 4}}


def test_what_has_no_sheet_and_is_not_declared_absent_is_open() -> None:
    journal = Journal()
    board = journal.board
    found = {t.stage.id: t.counts for t in tallies(board, board.checklists[0], by_officer)}
    assert found["canyu"] == {None: 3}
    journal.absent("juece", "matter", "没有")
    board = journal.board
    assert [t.stage.id for t in tallies(board, board.checklists[0], by_officer)] == ["zhidu"]


def test_the_stages_add_up_to_the_checklist() -> None:
    journal = Journal()
    journal.add("zhifa", "1号", kind="case")
    for checklist in journal.board.checklists:
        found = tallies(journal.board, checklist, by_officer)
        total = score_checklist(journal.board, checklist, by_officer).total
        assert sum(sum(t.counts.values()) for t in found) == total == sum(t.score.total for t in found)


@given(
    st.dictionaries(st.sampled_from(BAR_ORDER), st.integers(min_value=0, max_value=400)),
    st.integers(min_value=len(BAR_ORDER), max_value=80),
)
def test_a_bar_is_full_and_leaves_no_verdict_out(counts: dict[Verdict | None, int], cells: int) -> None:
    shared = shares(counts, cells)
    present = {verdict for verdict, count in counts.items() if count}
    assert set(shared) == present
    assert sum(shared.values()) == (cells if present else 0)
    assert all(count >= 1 for count in shared.values())
    for more, less in ((a, b) for a in present for b in present if counts[a] >= counts[b]):
        assert shared[more] >= shared[less] - 1


def test_equal_counts_share_equally() -> None:
    assert shares({Verdict.DONE: 2, None: 2}, 30) == {Verdict.DONE: 15, None: 15}
    assert shares({Verdict.DONE: 8, Verdict.MISSING: 1, None: 1}, 20) == {
        Verdict.DONE: 16,
        Verdict.MISSING: 2,
        None: 2,
    }
    assert shares({Verdict.DONE: 0, None: 3}, 9) == {None: 9}

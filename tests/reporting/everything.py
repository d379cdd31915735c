"""A self-check in which everything is said that can be said, each text one of its own."""

from __future__ import annotations

from fractions import Fraction
from itertools import cycle

from fazhi_tui.domain import decide
from fazhi_tui.domain.adoption import Unconfirmed
from fazhi_tui.domain.answers import Evidence, Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.filling.departments import assign
from fazhi_tui.domain.gaps import find_gaps
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying.closing import close
from fazhi_tui.domain.rectifying.gap_entry import add_gap
from fazhi_tui.domain.rectifying.rectify import Step, rectify
from fazhi_tui.domain.rows import Row
from fazhi_tui.domain.scheme import Scheme
from fazhi_tui.domain.verdict import Verdict
from tests.journal import Journal
from tests.samples import DECISIONS, ENFORCEMENT, item, library, stage

_BY_FIGURE = {"kind": "count", "fact": "renshu", "min": "param:shue"}
_FIGURE = {"id": "shue", "label": "听证较大数额", "type": "number"}
_HEARING = stage(
    "tingzheng",
    "听证",
    "matter",
    item(
        "m-shue",
        replaces=True,
        facts=[{"id": "renshu", "label": "听证人数", "type": "number"}],
        rule=_BY_FIGURE,
    ),
)
LIBRARY = library({**DECISIONS, "params": [_FIGURE], "stages": [*DECISIONS["stages"], _HEARING]}, ENFORCEMENT)
SCHEME = Scheme(
    weights={"juece": Fraction(7, 2)}, bands=((Fraction(88), "上等-等次"), (Fraction(0), "下等-等次"))
)
DAYS = cycle(f"2023-0{month}-{day}" for month in range(1, 10) for day in range(10, 29))


def everything_said() -> Journal:
    """Every item of every sheet answered, all six verdicts among them, reviewed and put right."""
    made = Journal(LIBRARY, round="轮次-甲")
    made.record(_assigned(made))
    unconfirmed = [Unconfirmed("juece", "u-1", "原问法-甲")]
    made.record(decide.adopt(made.library.checklists, made.library.digest, SCHEME, unconfirmed))
    for checklist, name, kind in (
        ("juece", "规划", "matter"),
        ("juece", "预算", "matter"),
        ("zhifa", "一号案", "case"),
        ("zhifa", "旧名", "case"),
    ):
        made.add(checklist, name, kind=kind)
    made.record(decide.rename_sheet(made.assessment, "zhifa", "旧名", "二号案"))
    made.absent("zhifa", "person", "理由-本年无")
    made.record(
        decide.set_param(made.assessment, LIBRARY.checklists, "shue", "50000", "出处-参数") or ("", {})
    )
    verdicts = cycle(Verdict)
    changes = [_change(row, verdict) for row, verdict in zip(made.board.rows(), verdicts, strict=False)]
    made.answer(*changes)
    fields = {"problem": "问题-其他", "basis": "依据-其他", "source": "审计"}
    made.record(add_gap(made.assessment, LIBRARY.checklists, fields))
    made.move("submitted")
    made.move("returned", Lane.ADVISER, text="退回-整份")
    made.move("submitted")
    _review(made)
    made.move("finalised", Lane.ADVISER)
    _rectify(made)
    return made


def _assigned(journal: Journal) -> Wish:
    wish = assign(journal.assessment, journal.library.checklists, "juece", ["canyu"], "科室-分工")
    assert wish is not None
    return wish


def name_of(row: Row) -> str:
    """What its texts are told apart by."""
    return "".join((row.item.id, row.sheet.object))


def _change(row: Row, verdict: Verdict) -> Change:
    name = name_of(row)
    facts = {
        spec.id: {"date": next(DAYS), "number": "7351", "yes": "是"}[spec.type] for spec in row.item.facts
    }
    evidence = (Evidence(f"佐证-{name}", f"文号-{name}", "2023-12-31", f"存放-{name}"),)
    return Change(*row.key, verdict=verdict, note=f"说明-{name}", facts=facts, evidence=evidence, doubt=False)


def _review(journal: Journal) -> None:
    """Every fifth answer is corrected, now down, now up."""
    corrected = cycle((Verdict.PARTLY, Verdict.DONE))
    for n, row in enumerate(tuple(journal.board.rows())):
        is_wrong = n % 5 == 4
        opinion, verdict = (Opinion.CORRECT, next(corrected)) if is_wrong else (Opinion.AGREE, None)
        journal.review(row.key, opinion, verdict, f"意见-{name_of(row)}")


def _rectify(journal: Journal) -> None:
    keys = [gap.row.key for gap in find_gaps(journal.board) if not gap.is_advice]
    steps = [
        Step(
            key,
            measure=f"措施-{n}-号",
            leader=f"领导{n}号",
            department=f"科室{n}号",
            person=f"责任人{n}号",
            due="2024-06-30",
        )
        for n, key in enumerate(keys)
    ]
    proof = Step(keys[0], progress=("2024-02-01", "进展-甲"), request=(Evidence("销号佐证-甲"),))
    for step in (steps, [proof]):
        wish = rectify(journal.assessment, journal.board, step)
        assert wish is not None
        journal.record(wish)
    closing = close(journal.assessment, keys[0], checked="核查-甲", how="方式-甲", opinion="销号意见-甲")
    journal.record(closing, Lane.ADVISER)

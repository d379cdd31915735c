"""Computers that hand one assessment to each other."""

from __future__ import annotations

from collections.abc import Callable

from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.loading.handover import Handover, read_handover
from fazhi_tui.session import Session
from fazhi_tui.workspace import Workspace
from tests.journal import review_wish

ID = "某局-2023"
UNIT_1 = ("juece", "本单位", "u-1")
UNIT_2 = ("juece", "本单位", "u-2")
OFFICER = Lane.OFFICER
ADVISER = Lane.ADVISER
Computer = Callable[[str], Workspace]


def file_bytes(workspace: Workspace, id: str = ID) -> bytes:
    path = workspace.data / "交接.fazhi"
    workspace.open(id, writable=False).export_handover(path)
    data = path.read_bytes()
    path.unlink()
    return data


def file_of(workspace: Workspace, id: str = ID) -> Handover:
    return read_handover(file_bytes(workspace, id), file="交接.fazhi")


def say(workspace: Workspace, key: tuple[str, str, str], verdict: Verdict, id: str = ID) -> None:
    with workspace.open(id, writable=True) as session:
        session.answer([Change(*key, verdict=verdict)])


def record(session: Session, kind: str, **payload: object) -> None:
    session._record((kind, dict(payload)))


def submit(workspace: Workspace) -> None:
    with workspace.open(ID, writable=True) as session:
        record(session, "submitted")


def review(workspace: Workspace, verdict: Verdict, text: str = "意见") -> None:
    with workspace.open(ID, writable=True) as session:
        session._record(review_wish(session.assessment, UNIT_1, Opinion.CORRECT, verdict, text))


def tree(workspace: Workspace) -> dict[str, bytes]:
    passing = {".lock", ".owner.json", "summary.json"}
    files = [p for p in workspace.data.rglob("*") if p.is_file() and p.name not in passing]
    return {str(p.relative_to(workspace.data)): p.read_bytes() for p in files}


def lane(workspace: Workspace, id: str = ID) -> Lane:
    return workspace.open(id, writable=False).lane

"""Random single-byte changes of what is stored of a real-sized assessment: found, or of no consequence.

Each change is made to one file of the log or of the checklists; then the assessment is read as `verify` reads
it. `tests/storage/test_byte_changes.py` changes every byte of a small one.

Usage: python -m benchmarks.byte_changes [CHANGES]. Exit 1 if one went unnoticed and made a difference.
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.errors import DamagedError
from fazhi_tui.session import Session
from fazhi_tui.storage import segments
from fazhi_tui.workspace import NewAssessment, Workspace

CHANGES = 10_000
EVENTS = 120
SEAL_AT = 50
NOTE = "已按规定公开征求意见三十日，收到意见十二条，采纳情况随公告附后。"


def _now() -> datetime:
    return datetime.now().astimezone()


def _fill(session: Session) -> None:
    keys = [row.key for row in session.board.rows()]
    for number in range(EVENTS):
        session.answer([Change(*keys[number % len(keys)], note=f"{number} {NOTE}")])


def _changed(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    other = (data[place] + chance.randrange(1, 256)) % 256
    return data[:place] + bytes([other]) + data[place + 1 :]


def main(changes: int) -> int:
    """Print how many were found, made no difference, or went unnoticed."""
    segments.SEAL_AT = SEAL_AT
    chance = random.Random(20261124)
    found = same = unnoticed = 0
    with tempfile.TemporaryDirectory() as data:
        workspace = Workspace(Path(data), actor="张某", clock=_now)
        id = workspace.create(NewAssessment("某局", 2025, "部门", ("执法权",)))
        with workspace.open(id, writable=True) as session:
            _fill(session)
        whole = workspace.open(id, writable=False)
        folder = workspace.data / "assessments" / id
        paths = sorted(
            [*folder.glob("[!.]*.json"), *folder.glob("sealed/*.json"), *folder.glob("adopted/*.json")]
        )
        for _ in range(changes):
            path = chance.choice(paths)
            kept = path.read_bytes()
            path.write_bytes(_changed(kept, chance))
            try:
                read = workspace.open(id, writable=False)
                is_same = (read.log, read.library) == (whole.log, whole.library)
                same, unnoticed = same + is_same, unnoticed + (not is_same)
            except DamagedError:
                found += 1
            path.write_bytes(kept)
    print(f"{changes} changes: {found} found, {same} of no consequence, {unnoticed} unnoticed")
    return int(unnoticed > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CHANGES))

"""The search on about 1,500 rows: how long the screen stands still, against opening the help.

Run as `python -m benchmarks.finding`. The first search imports the pinyin library, in a thread.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from statistics import median

from textual.pilot import Pilot

from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import NewAssessment, Workspace

CASES = 40
ALLOWED_MS = 50
NOTE = "第{number}条：公告只在楼道张贴三日，座谈会没有记录，收到的意见没有研究，也没有说明不采纳的理由。"
IMPORT = "from fazhi_tui.tui.finding.pinyin import readings\nreadings('公')\n"
TIME = f"import time\nbegun = time.perf_counter()\n{IMPORT}print(round((time.perf_counter() - begun) * 1000))"
MEMORY = f"import tracemalloc\ntracemalloc.start()\n{IMPORT}print(tracemalloc.get_traced_memory()[0] >> 20)"


class Standstill:
    """The longest time the event loop did not come round, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        """Come round every millisecond and see how late it is."""
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            self.longest = max(self.longest, (now - last) * 1000 - 1)
            last = now


@asynccontextmanager
async def standstill() -> AsyncIterator[Standstill]:
    """Watch the event loop for as long as this is open."""
    found = Standstill()
    watching = asyncio.create_task(found.watch())
    yield found
    watching.cancel()


async def longest(pilot: Pilot[int], *keys: str) -> float:
    """The longest standstill while these keys are pressed and everything they set going is done."""
    async with standstill() as found:
        for key in keys:
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
    return found.longest


def fill(workspace: Workspace) -> int:
    """An assessment with many case files, everything answered with a note; returns how many rows."""
    flags = ("执法权", "许可权", "强制执行权", "规范性文件")
    id = workspace.create(NewAssessment("越城区文化广电旅游局", 2023, "部门", flags))
    with workspace.open(id, writable=True) as session:
        for number in range(CASES):
            session.add_sheet("sanxiang-zhidu", f"越文罚〔2023〕{number}号", kind="case")
        rows = list(session.board.rows())
        session.answer(
            [
                Change(*row.key, verdict=Verdict.PARTLY, note=NOTE.format(number=n))
                for n, row in enumerate(rows)
            ]
        )
    return len(rows)


async def measure(workspace: Workspace) -> None:
    """Print each standstill and its ratio to that of opening the help, a dialog that reckons nothing."""
    async with FazhiApp(workspace).run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        floor = median([await longest(pilot, "f1", "escape") for _ in range(5)])
        print(f"打开帮助（下限） {floor:.0f} ms")
        for name, before, keys in (
            ("第一次打开查找", (), ("ctrl+f",)),
            ("输入首字母", (), tuple("zfgs")),
            ("输入全拼", (), tuple("zhifagongshi")),
            ("再打开查找", ("escape",), ("ctrl+f",)),
            ("打开跳转", ("escape",), ("ctrl+x",)),
            ("打开常用语", ("escape",), ("ctrl+d",)),
            ("打开总览", ("escape", "escape", "f5"), ("f5",)),
        ):
            await longest(pilot, *before)
            found = await longest(pilot, *keys)
            print(f"{name} 停顿最长 {found:.0f} ms，为下限的 {found / floor:.1f} 倍（要求 {ALLOWED_MS} ms）")


def _run(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def main() -> None:
    """Measure in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), actor="张某", clock=lambda: datetime.now().astimezone())
        print(f"{fill(workspace)} 条")
        took, more = (_run(code) for code in (TIME, MEMORY))
        print(f"导入读音库 {took} ms，内存多 {more} MB")
        asyncio.run(measure(workspace))


if __name__ == "__main__":
    main()

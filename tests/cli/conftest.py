from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from fazhi_tui.cli.main import main
from tests.samples import DECISIONS, ENFORCEMENT, write_toml

UNIT = "越城区文化广电旅游局"


@dataclass(frozen=True, slots=True)
class Result:
    """What one command left behind."""

    code: int
    out: str
    err: str
    raw: bytes


@dataclass(slots=True)
class Commands:
    """Runs commands on one data folder, as 张某."""

    data: Path
    capture: pytest.CaptureFixture[bytes]

    def __call__(self, *words: str) -> Result:
        code = main(["--data", str(self.data), "--as", "张某", *words])
        captured = self.capture.readouterr()
        return Result(code, captured.out.decode("utf-8"), captured.err.decode("utf-8"), captured.out)

    def new(self, unit: str = UNIT, *more: str) -> str:
        """A new assessment's id."""
        result = self("new", "--unit", unit, "--year", "2023", "--kind", "部门", "--has", "执法权", *more)
        assert result.code == 0, result.err
        return result.out.strip()

    def stored(self) -> dict[str, bytes]:
        """Every file under the data folder but locks and what can be rebuilt."""
        passing = {".lock", ".owner.json", "summary.json"}
        return {
            str(path.relative_to(self.data)): path.read_bytes()
            for path in self.data.rglob("*")
            if path.is_file() and path.name not in passing
        }


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two small checklists in place of the shipped ones."""
    folder = tmp_path / "shipped"
    write_toml(folder, DECISIONS, ENFORCEMENT)
    monkeypatch.setattr("fazhi_tui.workspace.shipped_checklists_folder", lambda: folder)
    return folder


@pytest.fixture
def fazhi(tmp_path: Path, shipped: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Commands:
    """The commands, on an empty data folder."""
    return Commands(tmp_path / "data", capsysbinary)


Filler = Callable[..., Path]


@pytest.fixture
def filled(tmp_path: Path) -> Filler:
    """Makes a filled form: rows of (清单, 自查表, 检查项, 结论, 说明)."""

    def make(*rows: tuple[str, ...]) -> Path:
        path = tmp_path / "填好.csv"
        buffer = io.StringIO(newline="")
        csv.writer(buffer).writerows([("清单", "自查表", "检查项", "结论", "说明"), *rows])
        path.write_bytes(buffer.getvalue().encode("utf-8"))
        return path

    return make

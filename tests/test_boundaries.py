"""What each module really imports, seen from a clean interpreter."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import fazhi_tui

OFFICE = {"docx", "lxml", "markdown_it", "openpyxl"}
HEAVY = ("textual", "rich", "tinydb", "filelock", "chinese_calendar", *sorted(OFFICE))
MAKES_OFFICE_FILES = ("fazhi_tui.reporting.office.", "fazhi_tui.loading.tables.workbook")
PURE = ("fazhi_tui.domain", "fazhi_tui.loading", "fazhi_tui.reporting", "fazhi_tui.errors", "fazhi_tui.paths")
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(fazhi_tui.__path__, "fazhi_tui.")
    if not module.name.startswith("fazhi_tui.tui") and module.name != "fazhi_tui.__main__"
)


def _imported(code: str, *argv: str) -> set[str]:
    """The heavy packages in `sys.modules` after the code has run."""
    report = f"\nimport sys\nprint('@', *[m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code + report, *argv],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].removeprefix("@").split())


def _after_command(*words: str) -> set[str]:
    code = "import sys\nfrom fazhi_tui.cli.main import main\nassert main(sys.argv[1:]) == 0"
    return _imported(code, *words)


def test_there_is_something_to_look_at() -> None:
    assert {"fazhi_tui.domain.log.fold", "fazhi_tui.cli.main", "fazhi_tui.session"} <= set(MODULES)


def _first_importers(modules: Iterable[str]) -> dict[str, str]:
    """Each heavy package with the module on whose import it came, the modules imported one after another."""
    code = f"""
import importlib, sys
for module in sys.argv[1:]:
    before = set(sys.modules)
    importlib.import_module(module)
    print(*[f"{{m}}={{module}}" for m in {HEAVY!r} if m in set(sys.modules) - before])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, *modules], capture_output=True, check=True, encoding="utf-8"
    )
    return dict(line.split("=") for line in done.stdout.split())


OFFICE_MODULES = [m for m in MODULES if m.startswith(MAKES_OFFICE_FILES)]
PURE_MODULES = [m for m in MODULES if m.startswith(PURE) and m not in OFFICE_MODULES]
OTHERS = [m for m in MODULES if m not in {*OFFICE_MODULES, *PURE_MODULES}]


def test_modules_that_only_reckon_read_and_word_import_no_library() -> None:
    assert _first_importers(PURE_MODULES) == {}


def test_a_module_outside_the_screens_imports_no_screen_library() -> None:
    assert set(_first_importers(OTHERS)) <= {"tinydb", "filelock"}


def test_modules_that_make_word_and_excel_files_import_their_libraries_only() -> None:
    assert set(_first_importers(OFFICE_MODULES)) <= OFFICE


def test_the_detector_sees_what_is_imported() -> None:
    assert "tinydb" in _imported("import fazhi_tui.storage.tiny")
    found = _first_importers(["fazhi_tui.errors", "fazhi_tui.storage.tiny", "fazhi_tui.tui.app"])
    assert (found["tinydb"], found["textual"]) == ("fazhi_tui.storage.tiny", "fazhi_tui.tui.app")
    assert {"textual", "rich"} <= _imported("import fazhi_tui.tui.app")


@pytest.mark.parametrize("words", [("--help",), ("new", "--help"), ("--version",), ("where",)])
def test_help_needs_no_screen_library(words: tuple[str, ...]) -> None:
    assert _after_command(*words) & {"textual", "rich"} == set()


def test_commands_draw_nothing_when_redirected(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "data"))
    made = _after_command(*data, "demo")
    id = next((tmp_path / "data" / "assessments").iterdir()).name
    commands = [
        ("list",),
        ("show", id),
        ("gaps", id),
        ("gaps", id, "--format", "csv"),
        ("form", id),
        ("verify", id),
    ]
    for words in commands:
        made |= _after_command(*data, *words)
    assert made & {"textual", "rich"} == set()
    assert made & OFFICE == set()


def test_only_a_word_or_excel_file_asked_for_imports_its_library(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "data"))
    _after_command(*data, "demo")
    id = next((tmp_path / "data" / "assessments").iterdir()).name
    document, book, csv = (str(tmp_path / name) for name in ("差距.docx", "表.xlsx", "表.csv"))
    assert _after_command(*data, "gaps", id, "-o", document) & OFFICE == OFFICE - {"openpyxl"}
    assert "docx" not in _after_command(*data, "form", id, "-o", book)
    assert "openpyxl" in _after_command(*data, "fill", id, book, "--dry-run")
    _after_command(*data, "form", id, "-o", csv)
    assert _after_command(*data, "fill", id, csv, "--dry-run") & OFFICE == set()


LOADED = """
from datetime import date
from pathlib import Path
from fazhi_tui.domain.reckoning.workdays import working_days
from fazhi_tui.loading.calendar import load_calendar
calendar = load_calendar(Path("nowhere"))
"""


def test_the_holiday_library_is_imported_on_the_first_day_asked_for() -> None:
    assert _imported(LOADED) == set()
    asked = "working_days(date(2024, 2, 1), date(2024, 2, 20), calendar)"
    assert _imported(LOADED + asked) == {"chinese_calendar"}


def test_only_a_sum_of_working_days_imports_the_holiday_library(tmp_path: Path) -> None:
    data = ("--data", str(tmp_path / "data"))
    made = _after_command(*data, "new", "--unit", "某局", "--year", "2023", "--kind", "部门")
    id = next((tmp_path / "data" / "assessments").iterdir()).name
    for words in [("list",), ("show", id), ("form", id), ("gaps", id), ("days", "2024-02-01", "2024-02-20")]:
        made |= _after_command(*data, *words)
    assert "chinese_calendar" not in made
    assert "chinese_calendar" in _after_command(*data, "days", "2024-02-01", "+7", "--working")

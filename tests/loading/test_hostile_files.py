"""Settings files by somebody who means harm: each is told as a fault of the file, soon."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fazhi_tui.errors import FazhiError
from fazhi_tui.loading.calendar_table import load_own_table
from fazhi_tui.loading.checklists.checklist_files import inspect
from fazhi_tui.loading.checklists.toml_file import SIZE_LIMIT
from fazhi_tui.loading.report_template import load_template
from fazhi_tui.loading.scoring_file import load_scheme
from fazhi_tui.storage.settings import read_theme
from tests.samples import SAMPLE

FILES = {
    "huge": b"#" * (SIZE_LIMIT + 1),
    "many digits": b"schema = " + b"9" * 5000,
    "many dots": b"a" + b".a" * 100_000 + b" = 1",
    "many quoted dots": b"'a'" + b' . "\\""' * 100_000 + b" = 1",
    "long quoted": b'a = "' + b'\\"' * 500_000 + b"." * 99 + b'"\n"x y" = 1',
    "deep list": b"a = " + b"[" * 100_000,
    "deep table": b"a = " + b"{a=" * 100_000,
    "not a number": b"schema = nan",
    "control characters": b'schema = 1\n"\\u001b[2J" = "\\u0000\\u202e"',
    "NUL": b"schema\0 = 1",
    "surrogate": b'schema = "\xed\xa0\x80"',
    "a million characters": b'schema = 1\ntitle = "' + b"x" * 1_000_000 + b'"\n"x y" = 1',
}


def _inspect(path: Path) -> None:
    _, findings = inspect([path], [])
    if findings:
        raise FazhiError("\n".join(finding.text for finding in findings))


READERS: dict[str, Callable[[Path], object]] = {
    "checklist": _inspect,
    "scoring": lambda path: load_scheme(path, ["juece", "zhifa"]),
    "calendar": load_own_table,
    "report": lambda path: load_template(path, SAMPLE.checklists),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("file", FILES)
def test_a_hostile_toml_file_is_a_fault_of_that_file(tmp_path: Path, reader: str, file: str) -> None:
    path = tmp_path / "给的.toml"
    path.write_bytes(FILES[file])
    with pytest.raises(FazhiError) as caught:
        READERS[reader](path)
    assert path.name in str(caught.value)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="没有这个设备")
def test_a_file_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(FazhiError, match="过大"):
        _inspect(Path("/dev/zero"))


@pytest.mark.parametrize(
    "kept", [b"[" * 100_000, b"9" * 5000, b"\0" * 1_000_000, b'{"value": {"theme": "\\ud800"}}', b""]
)
def test_hostile_settings_are_no_settings(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(kept)
    assert read_theme(tmp_path) == ""

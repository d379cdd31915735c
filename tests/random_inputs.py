"""Any file given to `fill`, `merge` or `lint`: refused with nothing written, or taken whole."""

from __future__ import annotations

import contextlib
import copy
import csv
import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import strategies as st

from fazhi_tui.cli.main import main
from fazhi_tui.domain import decide
from fazhi_tui.domain.filling.answering import Change
from fazhi_tui.domain.log.events import in_order
from fazhi_tui.domain.verdict import Verdict
from tests.domain.resealed import resealed
from tests.handed import file_of, forged_file
from tests.journal import Journal, fill
from tests.samples import DECISIONS, ENFORCEMENT, as_toml

ODD = [
    "",
    "x",
    "[b]",
    "=1+1",
    "../../x",
    "\u202e",
    "\x1b[2J",
    "\0",
    "字" * 3000,
    "9" * 5000,
    "2023-02-29",
    "\n",
]
ODD_TEXTS = st.sampled_from(ODD) | st.text(max_size=8)
ODD_VALUES = (
    ODD_TEXTS
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.lists(ODD_TEXTS, max_size=2)
)

_COLUMNS = ("清单", "自查表", "检查项", "结论", "说明", "佐证")
_KEYS = [
    ("juece", "本单位", "u-1"),
    ("juece", "本单位", "u-2"),
    ("juece", "规划", "m-1"),
    ("juece", "规划", "m-may"),
]
_VERDICTS = ["", "1", "6", *(verdict.value for verdict in Verdict)]
_NOTES = ["没有做", "走过场", "没有做", ""]
_EVIDENCE = ["", "公告|一号|2023-03-01|档案室"]


def _journal() -> Journal:
    journal = Journal()
    journal.add("juece", "计划")
    fill(journal)
    journal.answer(Change("juece", "计划", "m-1", verdict=Verdict.HOLLOW, note="走过场"))
    journal.record(decide.rename_sheet(journal.assessment, "juece", "计划", "规划"))
    return journal


JOURNAL = _journal()
HANDED = file_of(JOURNAL)


def mangled(data: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """The bytes as they are, cut, or with some replaced."""

    def cut(whole: bytes, place: int, odd: bytes, drop: int) -> bytes:
        at = place % (len(whole) + 1)
        return whole[:at] + odd + whole[at + drop :]

    return data | st.builds(cut, data, st.integers(0, 10**6), st.binary(max_size=4), st.integers(0, 9))


@st.composite
def forms(draw: st.DrawFn) -> bytes:
    """A table like a filled form, mostly one that fits."""
    known = st.tuples(
        st.sampled_from(_KEYS),
        st.sampled_from(_VERDICTS),
        st.sampled_from(_NOTES) | ODD_TEXTS,
        st.sampled_from(_EVIDENCE),
    )
    fits = known.map(lambda row: (*row[0], *row[1:]))
    rows = draw(st.lists(fits, max_size=3) | st.lists(fits | st.tuples(*[ODD_TEXTS] * 6), max_size=3))
    order = draw(st.permutations(range(len(_COLUMNS))))
    text = io.StringIO(newline="")
    csv.writer(text).writerows([row[place] for place in order] for row in [_COLUMNS, *rows])
    return text.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030"])), "replace")


@st.composite
def handed(draw: st.DrawFn) -> bytes:
    """A hand-over file, as written or with events changed and sealed again."""
    events = in_order(JOURNAL.log)
    for _ in range(draw(st.integers(0, 2))):
        number = draw(st.integers(0, len(events) - 1))
        payload = _changed(draw, dict(events[number].payload), _payload_texts())
        events[number] = replace(events[number], payload=payload)
    return forged_file(HANDED, resealed(events)) if draw(st.booleans()) else HANDED


@st.composite
def checklists(draw: st.DrawFn) -> bytes:
    """A checklist file, as it is or with fields changed, renamed or taken out."""
    data = draw(st.sampled_from([DECISIONS, ENFORCEMENT]))
    known = st.sampled_from(["应当", "不得", "unit", "case", "zdjc:15.1", "u-1", "full", True, 4, []])
    for _ in range(draw(st.integers(0, 2))):
        data = _changed(draw, data, known)
    return as_toml(data).encode("utf-8", "surrogatepass")


def tried_fill(data: bytes) -> str:
    """Fill a form in; gives refused, applied or same."""
    with _folder() as (home, file):
        _taken(home, "merge", _written(file.with_name("交接.fazhi"), HANDED), "--take-over")
        before = _stored(home)
        code, _ = _run(home, "fill", "样本", _written(file, data))
        if code == 0:
            again, said = _run(home, "fill", "样本", str(file), "--dry-run", "--force")
            assert (again, "没有变化" in said) == (0, True), said
            assert _run(home, "verify", "样本")[0] == 0
        return _outcome(code, before, _stored(home))


def tried_merge(data: bytes) -> str:
    """Merge a hand-over file into an empty folder; gives refused or applied."""
    with _folder() as (home, file):
        code, _ = _run(home, "merge", _written(file, data))
        after = _stored(home)
        if code == 0:
            assert _run(home, "merge", str(file))[0] == 0
            (id,) = (path.name for path in (home / "assessments").iterdir())
            assert _run(home, "verify", id)[0] == 0
            assert _stored(home) == after, "not taken whole the first time"
        return _outcome(code, {}, after)


def tried_lint(data: bytes) -> str:
    """Lint a checklist file and make an assessment of it; gives refused or applied."""
    with _folder() as (home, file):
        shipped = file.parent / "shipped"
        shipped.mkdir()
        _written(shipped / "a.toml", data)
        with patch("fazhi_tui.workspace.shipped_checklists_folder", lambda: shipped):
            code, said = _run(home, "lint")
            assert _stored(home) == {}
            assert code in (0, 1), said
            made, _ = _run(home, "new", "--unit", "某局", "--year", "2023", "--kind", "部门")
            assert made == (0 if code == 0 else 2), (code, made, said)
        return _outcome(made, {}, _stored(home))


TRIALS = {
    "fill": (tried_fill, mangled(forms()) | st.binary(max_size=60)),
    "merge": (tried_merge, mangled(handed()) | st.binary(max_size=60)),
    "lint": (tried_lint, mangled(checklists()) | st.binary(max_size=60)),
}


def _outcome(code: int, before: dict[str, bytes], after: dict[str, bytes]) -> str:
    assert code in (0, 2), code
    if code == 2:
        assert after == before
        return "refused"
    return "applied" if after != before else "same"


def _changed(draw: st.DrawFn, data: Any, known: st.SearchStrategy[Any]) -> Any:  # noqa: ANN401 - any JSON
    data = copy.deepcopy(data)
    inner, key = draw(st.sampled_from(list(_places(data)) or [({"": ""}, "")]))
    how = draw(st.sampled_from(["replace", "known", "drop", "rename"]))
    value = inner[key]
    if how in ("drop", "rename"):
        del inner[key]
    if how == "rename" and isinstance(inner, dict):
        inner[draw(ODD_TEXTS)] = value
    elif how in ("replace", "known"):
        inner[key] = draw(ODD_VALUES if how == "replace" else known)
    return data


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _payload_texts() -> st.SearchStrategy[str]:
    return st.sampled_from(["本单位", "规划", "m-1", "u-1", "juece", "落实", "未落实", "部门"])


@contextlib.contextmanager
def _folder() -> Iterator[tuple[Path, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, "data"), Path(folder, "给的文件")


def _written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def _taken(home: Path, *words: str) -> None:
    code, said = _run(home, *words)
    assert code == 0, said


def _run(home: Path, *words: str) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["--data", str(home), "--as", "某", *words])
    return code, err.getvalue()


def _stored(home: Path) -> dict[str, bytes]:
    passing = {".lock", ".owner.json", "summary.json"}
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name not in passing
    }

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from release.targets import TARGETS, Target
from release.wheels import closure, read_wheel

from .wheelhouse import make_wheel


def target(name: str) -> Target:
    return next(t for t in TARGETS if str(t) == name)


WINDOWS = target("Windows x64 Python 3.11")
LINUX = target("Linux x86_64 Python 3.13")


def names(folder: Path, where: Target, *roots: str) -> tuple[set[str], set[str]]:
    wheels = [read_wheel(path) for path in sorted(folder.glob("*.whl"))]
    found = closure([Requirement(root) for root in roots], wheels, where)
    return {w.path.name.split("-")[0] for w in found.wheels}, {str(r) for r in found.missing}


def test_requirements_are_followed_and_what_nobody_needs_is_left(tmp_path: Path) -> None:
    make_wheel(tmp_path, "app", requires=["Middle_One>=1"])
    make_wheel(tmp_path, "middle_one", requires=["last", "app"])
    make_wheel(tmp_path, "last")
    make_wheel(tmp_path, "other")
    assert names(tmp_path, LINUX, "app") == ({"app", "middle_one", "last"}, set())


def test_what_no_wheel_meets_is_named(tmp_path: Path) -> None:
    make_wheel(tmp_path, "app", requires=["last>=2", "gone"])
    make_wheel(tmp_path, "last", "1.9")
    assert names(tmp_path, LINUX, "app") == ({"app"}, {"last>=2", "gone"})


def test_markers_are_decided_for_the_target(tmp_path: Path) -> None:
    make_wheel(
        tmp_path,
        "app",
        requires=['colour; sys_platform == "win32"', 'old; python_version < "3.12"', 'extra; extra == "all"'],
    )
    for name in ("colour", "old", "extra"):
        make_wheel(tmp_path, name)
    assert names(tmp_path, WINDOWS, "app")[0] == {"app", "colour", "old"}
    assert names(tmp_path, LINUX, "app")[0] == {"app"}
    assert names(tmp_path, LINUX, "app[all]")[0] == {"app", "extra"}


def test_the_newest_that_runs_there_is_taken(tmp_path: Path) -> None:
    make_wheel(tmp_path, "app", "1.0")
    make_wheel(tmp_path, "app", "2.0", python=">=3.12")
    make_wheel(tmp_path, "app", "3.0", tag="cp313-cp313-manylinux_2_17_x86_64")
    wheels = [read_wheel(path) for path in tmp_path.glob("*.whl")]

    def version(where: Target) -> str:
        (wheel,) = closure([Requirement("app")], wheels, where).wheels
        return str(wheel.version)

    assert version(WINDOWS) == "1.0"
    assert version(target("Windows x64 Python 3.12")) == "2.0"
    assert version(LINUX) == "3.0"


def test_a_wheel_that_is_not_whole_is_no_wheel(tmp_path: Path) -> None:
    path = make_wheel(tmp_path, "app")
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(zipfile.BadZipFile):
        read_wheel(path)

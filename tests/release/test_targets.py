from __future__ import annotations

import tomllib
from itertools import product

import pytest
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag

from release.offline import TREE
from release.targets import PYTHONS, TARGETS, Target


def test_every_system_meets_every_python() -> None:
    systems = ("Windows x64", "Linux x86_64", "Linux aarch64")
    versions = ("3.11", "3.12", "3.13")
    assert {str(t) for t in TARGETS} == {f"{s} Python {v}" for s, v in product(systems, versions)}
    assert len(TARGETS) == 9


def test_the_oldest_python_is_the_one_the_program_asks_for() -> None:
    project = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = SpecifierSet(project["requires-python"])
    oldest = min(PYTHONS)
    assert f"{oldest[0]}.{oldest[1]}" in asked
    assert f"{oldest[0]}.{oldest[1] - 1}" not in asked


@pytest.mark.parametrize("target", TARGETS, ids=str)
def test_pip_is_told_the_target_and_to_build_nothing(target: Target) -> None:
    options = target.pip_options
    assert "--only-binary=:all:" in options
    assert options[options.index("--python-version") + 1] == target.markers["python_version"]
    told = [options[i + 1] for i, option in enumerate(options) if option == "--platform"]
    assert told == list(target.system.platforms)


@pytest.mark.parametrize(
    ("tag", "runs_on"),
    [
        (Tag("py3", "none", "any"), {"Windows x64", "Linux x86_64", "Linux aarch64"}),
        (Tag("cp312", "cp312", "win_amd64"), {"Windows x64"}),
        (Tag("cp312", "cp312", "manylinux_2_28_x86_64"), {"Linux x86_64"}),
        (Tag("cp38", "abi3", "manylinux2014_aarch64"), {"Linux aarch64"}),
        (Tag("cp312", "cp312", "manylinux_2_34_x86_64"), set()),
        (Tag("cp313", "cp313", "win_amd64"), set()),
    ],
    ids=lambda value: "、".join(sorted(value)) if isinstance(value, set) else str(value),
)
def test_tags_for_python_312(tag: Tag, runs_on: set[str]) -> None:
    systems = {t.system.name for t in TARGETS if t.python == (3, 12) and tag in t.tags}
    assert systems == runs_on

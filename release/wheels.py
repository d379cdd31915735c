"""Which wheels of a folder a target needs, and what is still missing for it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.metadata import parse_email
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import Version

from release.targets import Target


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel file: what it is, where it runs, what it requires."""

    path: Path
    name: str
    version: Version
    tags: frozenset[Tag]
    python: SpecifierSet
    requires: tuple[Requirement, ...]

    def runs_on(self, target: Target) -> bool:
        """Whether its tags and its `Requires-Python` allow the target."""
        return self.python.contains(target.markers["python_full_version"]) and not self.tags.isdisjoint(
            target.tags
        )

    def fits(self, wanted: Requirement) -> bool:
        """Whether it is what a requirement asks for."""
        return self.name == canonicalize_name(wanted.name) and wanted.specifier.contains(
            self.version, prereleases=True
        )


def read_wheel(path: Path) -> Wheel:
    """A wheel by its name and its metadata.

    Raises:
        ValueError: the file name is not a wheel's.
        zipfile.BadZipFile: the file is not whole.
    """
    name, version, _, tags = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as archive:
        inside = next(
            n for n in archive.namelist() if n.endswith(".dist-info/METADATA") and n.count("/") == 1
        )
        metadata, _ = parse_email(archive.read(inside))
    requires = tuple(Requirement(line) for line in metadata.get("requires_dist", ()))
    return Wheel(path, name, version, tags, SpecifierSet(metadata.get("requires_python", "")), requires)


@dataclass(frozen=True, slots=True)
class Closure:
    """What a target needs: the wheels there are, the requirements no wheel meets."""

    wheels: tuple[Wheel, ...]
    missing: tuple[Requirement, ...]


def closure(roots: Iterable[Requirement], wheels: Sequence[Wheel], target: Target) -> Closure:
    """Follow the requirements on a target, markers decided for it and not for this computer.

    pip decides markers by the Python it runs in even with `--platform`, hence this check of its work.
    """
    found: dict[Path, Wheel] = {}
    missing: dict[str, Requirement] = {}
    open_ = list(roots)
    seen: set[str] = set()
    while open_:
        wanted = open_.pop()
        if str(wanted) in seen:
            continue
        seen.add(str(wanted))
        fitting = [wheel for wheel in wheels if wheel.fits(wanted) and wheel.runs_on(target)]
        if not fitting:
            missing[str(wanted)] = wanted
            continue
        best = max(fitting, key=lambda wheel: wheel.version)
        found[best.path] = best
        open_ += [r for r in best.requires if applies(r, wanted.extras, target)]
    return Closure(tuple(found.values()), tuple(missing.values()))


def applies(requirement: Requirement, extras: Iterable[str], target: Target) -> bool:
    """Whether a wheel's requirement holds on a target, the wheel being asked for with these extras."""
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate({**target.markers, "extra": extra}) for extra in ("", *extras)
    )

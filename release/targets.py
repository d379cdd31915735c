"""The systems and Pythons the offline installer serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from packaging.tags import Tag, compatible_tags, cpython_tags

PYTHONS = ((3, 11), (3, 12), (3, 13))
# glibc of the domestic systems still in use is 2.28; a wheel for an older one runs there too.
_GLIBC = range(28, 16, -1)


@dataclass(frozen=True, slots=True)
class System:
    """An operating system on a machine, in pip's and in the markers' words."""

    name: str
    platforms: tuple[str, ...]
    markers: Mapping[str, str]


def _linux(machine: str) -> System:
    platforms = (*(f"manylinux_2_{minor}_{machine}" for minor in _GLIBC), f"manylinux2014_{machine}")
    markers = {"os_name": "posix", "sys_platform": "linux", "platform_system": "Linux"}
    return System(f"Linux {machine}", platforms, {**markers, "platform_machine": machine})


SYSTEMS = (
    System(
        "Windows x64",
        ("win_amd64",),
        {
            "os_name": "nt",
            "sys_platform": "win32",
            "platform_system": "Windows",
            "platform_machine": "AMD64",
        },
    ),
    _linux("x86_64"),
    _linux("aarch64"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """One system with one Python."""

    system: System
    python: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.system.name} Python {self.python[0]}.{self.python[1]}"

    @property
    def pip_options(self) -> list[str]:
        """What makes pip choose wheels for this target and not for the computer it runs on."""
        platforms = [option for name in self.system.platforms for option in ("--platform", name)]
        version = f"{self.python[0]}.{self.python[1]}"
        return ["--only-binary=:all:", "--implementation", "cp", "--python-version", version, *platforms]

    @property
    def markers(self) -> dict[str, str]:
        """The values by which a requirement's `; …` is decided on this target."""
        version = f"{self.python[0]}.{self.python[1]}"
        return {
            **self.system.markers,
            "python_version": version,
            "python_full_version": f"{version}.0",
            "implementation_name": "cpython",
            "implementation_version": f"{version}.0",
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_version": "",
        }

    @property
    def tags(self) -> frozenset[Tag]:
        """The wheel tags this target can install."""
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        platforms = list(self.system.platforms)
        return frozenset(
            [
                *cpython_tags(self.python, platforms=platforms),
                *compatible_tags(self.python, interpreter, platforms),
            ]
        )


TARGETS = tuple(Target(system, python) for system in SYSTEMS for python in PYTHONS)

"""`make offline`: one zip that installs and starts the program where there is no network.

Needs the package index while it builds. `python -m release.offline [folder]`, by default into `dist`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from release.targets import TARGETS, Target
from release.wheels import Wheel, closure, read_wheel

TREE = Path(__file__).resolve().parent.parent
KIT = Path(__file__).resolve().parent / "kit"
# pip comes along so that no Python needs its own: Debian's has none without a further package.
PIP = "pip>=25"
AT_TOP = ("启动.bat", "start.sh", "使用说明.txt")
IN_OFFLINE = ("start.py", "need-python.txt")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def build(folder: Path) -> Path:
    """Build the zip in a folder; returns where it is.

    Raises:
        subprocess.CalledProcessError: pip could not build or download.
        SystemExit: a target cannot be served.
    """
    version = project()["version"]
    with tempfile.TemporaryDirectory() as passing:
        at_hand = Path(passing)
        _pip("wheel", "--no-deps", "--wheel-dir", str(at_hand), str(TREE))
        wheels = collect(at_hand, version)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"fazhi-{version}-offline.zip"
        pack(path, version, wheels)
    return path


def project() -> dict[str, Any]:
    """The table `project` of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((TREE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def collect(at_hand: Path, version: str) -> list[Wheel]:
    """Download what every target needs beside our own wheel; returns each wheel once."""
    extras = f"[{','.join(project()['optional-dependencies'])}]"
    own = next(at_hand.glob("fazhi_tui-*.whl"))
    needed: dict[str, Wheel] = {}
    for target in TARGETS:
        _download(at_hand, target, f"{own}{extras}", PIP)
        roots = [Requirement(f"fazhi-tui{extras}=={version}"), Requirement(PIP)]
        for wheel in _complete(at_hand, target, roots):
            needed[wheel.path.name] = wheel
        print(f"  {target}：已齐", flush=True)
    return [needed[name] for name in sorted(needed)]


def pack(path: Path, version: str, wheels: Sequence[Wheel]) -> None:
    """Write the zip: the same wheels give the same bytes."""
    top = f"fazhi-{version}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in kit_files(version):
            _put(archive, f"{top}/{name}", data, is_program=name.endswith(".sh"))
        for wheel in wheels:
            _put(archive, f"{top}/offline/wheels/{wheel.path.name}", wheel.path.read_bytes())


def kit_files(version: str) -> Iterator[tuple[str, bytes]]:
    """The files that are not wheels, by their place in the zip; Windows' lines end as Windows has it."""
    for name in (*AT_TOP, *IN_OFFLINE):
        text = (KIT / name).read_text(encoding="utf-8")
        if name == "使用说明.txt":
            text = text.format(version=version)
        is_for_windows = name.endswith((".bat", ".txt"))
        data = text.replace("\n", "\r\n" if is_for_windows else "\n").encode("utf-8")
        yield (name if name in AT_TOP else f"offline/{name}"), data


def _complete(at_hand: Path, target: Target, roots: list[Requirement]) -> tuple[Wheel, ...]:
    before: tuple[Requirement, ...] = ()
    while True:
        found = closure(roots, [read_wheel(path) for path in at_hand.glob("*.whl")], target)
        if not found.missing:
            return found.wheels
        if found.missing == before:
            sys.exit(f"{target}：没有合用的包：{'、'.join(map(str, found.missing))}")
        before = found.missing
        # Without its marker, which pip would decide for this computer.
        _download(at_hand, target, *(str(r).split(";")[0].strip() for r in found.missing))


def _download(at_hand: Path, target: Target, *wanted: str) -> None:
    _pip("download", "--dest", str(at_hand), *target.pip_options, *wanted)


def _pip(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", *words, "--quiet", "--quiet"], check=True)


def _put(archive: zipfile.ZipFile, name: str, data: bytes, *, is_program: bool = False) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 3  # Unix: the mode below is read
    entry.external_attr = (0o755 if is_program else 0o644) << 16
    is_packed_already = name.endswith(".whl")
    archive.writestr(entry, data, zipfile.ZIP_STORED if is_packed_already else zipfile.ZIP_DEFLATED)


def main() -> None:
    """Build and say what came of it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TREE / "dist"
    try:
        path = build(folder)
    except subprocess.CalledProcessError as error:
        sys.exit(f"没有做成：pip 退出码 {error.returncode}，原因见上。")
    print(f"{path}  {path.stat().st_size / 1_000_000:.1f} MB")


if __name__ == "__main__":
    main()

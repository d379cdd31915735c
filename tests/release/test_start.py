"""The installer itself, by a program and a pip that lie beside it, with no index at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from release.kit import start
from release.offline import kit_files, project

from .wheelhouse import make_wheel

PROGRAM = "import sys\nprint('运行', *sys.argv[1:])\nsys.exit(3)\n"


def bundled_pip() -> Path | None:
    """The pip that Python brings for new environments, where it does."""
    import ensurepip

    return next((Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl"), None)


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """The unpacked zip, with a small program in place of ours."""
    folder = tmp_path / "U 盘" / "fazhi-9.8.7"
    for name, data in kit_files("9.8.7"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    wheels = folder / "offline" / "wheels"
    make_wheel(wheels, "lower")
    files = {"fazhi_tui/__init__.py": "", "fazhi_tui/__main__.py": PROGRAM}
    make_wheel(wheels, "book")
    requires = ["lower", 'book; extra == "office"']
    make_wheel(wheels, "fazhi_tui", "9.8.7", requires=requires, extras=["office"], files=files)
    pip = bundled_pip()
    if pip is None:
        pytest.skip("这个 Python 没有自带 pip")
    shutil.copy(pip, wheels)
    return folder


def run(kit: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ,
        "HOME": str(home),
        "LOCALAPPDATA": str(home),
        "PIP_NO_INDEX": "1",
        "PIP_REQUIRE_HASHES": "1",  # a setting of this PC that would stop the installation
        "PYTHONUTF8": "1",
    }
    env.pop("XDG_DATA_HOME", None)
    command = [sys.executable, str(kit / "offline" / "start.py"), *words]
    return subprocess.run(command, env=env, capture_output=True, check=False, encoding="utf-8")


def test_it_installs_once_beside_itself_and_runs(kit: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    first = run(kit, home, "list", "--用", "空 格")
    assert (first.returncode, first.stderr) == (3, "")
    assert first.stdout.splitlines()[0].startswith("首次启动，正在安装")
    assert first.stdout.splitlines()[-1] == "运行 list --用 空 格"
    second = run(kit, home)
    assert second.stdout == "运行\n"
    assert [p.name for p in (kit / "offline" / "env").iterdir()] == [start_name(kit)]
    assert list(home.rglob("fazhi-env")) == []
    assert list((kit / "offline" / "env").rglob("book-*.dist-info"))


def start_name(kit: Path) -> str:
    code = "import runpy,sys; print(runpy.run_path(sys.argv[1])['environment_name']())"
    command = [sys.executable, "-c", code, str(kit / "offline" / "start.py")]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.strip()


def test_where_nothing_can_be_written_it_installs_with_the_user(kit: Path, tmp_path: Path) -> None:
    (kit / "offline" / "env").write_text("in the way", encoding="utf-8")
    done = run(kit, tmp_path / "home")
    assert done.returncode == 3, done.stdout
    assert list((tmp_path / "home").rglob("fazhi-env/9.8.7-*/pyvenv.cfg"))


def test_a_python_without_wheels_for_word_and_excel_does_without(kit: Path, tmp_path: Path) -> None:
    wheels = kit / "offline" / "wheels"
    next(wheels.glob("book-*")).unlink()
    make_wheel(wheels, "book", tag="cp27-cp27m-win32")
    done = run(kit, tmp_path / "home", "list")
    assert (done.returncode, done.stderr) == (3, "")
    assert done.stdout.splitlines()[1:] == [
        "这个 Python 没有配套的 Word、Excel 组件，这两种文件不能用，其余不受影响。",
        "已装好。",
        "运行 list",
    ]


def test_what_comes_along_is_every_extra_the_project_has() -> None:
    assert list(project()["optional-dependencies"]) == [start.EXTRA]


def test_a_missing_wheel_is_said_in_words_and_leaves_nothing(kit: Path, tmp_path: Path) -> None:
    next((kit / "offline" / "wheels").glob("lower-*")).unlink()
    done = run(kit, tmp_path / "home")
    assert done.returncode == 1
    assert "安装没有成功" in done.stdout
    assert "No matching distribution found for lower" in done.stdout
    assert list((kit / "offline" / "env").iterdir()) == []
    assert "Traceback" not in done.stdout + done.stderr


def test_a_folder_not_copied_whole_is_said_in_words(kit: Path, tmp_path: Path) -> None:
    next((kit / "offline" / "wheels").glob("fazhi_tui-*")).unlink()
    done = run(kit, tmp_path / "home")
    assert (done.returncode, done.stderr) == (1, "")
    assert "请重新复制整个文件夹" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="需要 sh")
def test_without_a_python_the_shell_script_says_which_is_needed(kit: Path, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    old = '#!/bin/sh\n[ "$1" = --version ] && echo Python 3.8.10\n'
    (programs / "python3").write_text(old, encoding="utf-8")
    (programs / "python3").chmod(0o755)
    (programs / "cat").symlink_to(shutil.which("cat") or "/bin/cat")
    command = ["/bin/sh", str(kit / "start.sh")]
    done = subprocess.run(
        command, env={"PATH": str(programs)}, capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (9, "")
    assert "没有找到合用的 Python" in done.stdout
    assert done.stdout.endswith("本机的 python3 是 3.8.10。\n")


@pytest.fixture
def places(tmp_path: Path) -> list[Path]:
    return [tmp_path / "a" / "env", tmp_path / "b" / "env"]


def test_the_second_place_is_tried_when_the_first_cannot_be_started_from(
    places: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[Path] = []

    def install(folder: Path) -> None:
        tried.append(folder)
        if folder == places[0]:
            raise PermissionError(13, "noexec")

    monkeypatch.setattr(start, "install", install)
    assert start.install_somewhere(places) == places[1]
    assert tried == places


def test_every_place_that_refused_is_named(
    places: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def install(folder: Path) -> None:
        raise subprocess.CalledProcessError(1, "pip", output="one\n\ntwo\nthree\nfour\n")

    monkeypatch.setattr(start, "install", install)
    assert start.install_somewhere(places) is None
    said = capsys.readouterr().out
    assert all(f"  {place.parent}：two three four" in said for place in places)


def test_another_start_that_was_quicker_is_as_good(tmp_path: Path) -> None:
    partial, folder = tmp_path / "partial", tmp_path / "env"
    for made in (partial, folder):
        python = start.python_in(made)
        python.parent.mkdir(parents=True)
        python.touch()
    start.settle(partial, folder)
    assert start.python_in(folder).is_file()


def test_leftovers_go_and_what_is_being_made_stays(tmp_path: Path) -> None:
    old, new = tmp_path / "1-a.partial-1", tmp_path / "1-a.partial-2"
    for folder in (old, new):
        folder.mkdir()
    os.utime(old, (0, 0))
    start.sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == [new]


def test_nothing_of_this_pc_leads_pip_or_python_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_INDEX_URL", "PIP_CONSTRAINT", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "elsewhere")
    env = start.environment()
    assert "elsewhere" not in env.values()
    assert env["PIP_CONFIG_FILE"] == os.devnull

"""The zip without its wheels: what lies in it, and what its scripts say."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from release.offline import KIT, TREE, kit_files, pack
from release.targets import PYTHONS
from release.wheels import read_wheel

from .wheelhouse import make_wheel

FILES = dict(kit_files("9.8.7"))
SPOKEN = [f"{major}.{minor}" for major, minor in PYTHONS]


def test_the_zip_holds_scripts_on_top_and_the_rest_below(tmp_path: Path) -> None:
    wheel = read_wheel(make_wheel(tmp_path, "fazhi_tui", "9.8.7"))
    pack(tmp_path / "a.zip", "9.8.7", [wheel])
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "fazhi-9.8.7/启动.bat",
            "fazhi-9.8.7/start.sh",
            "fazhi-9.8.7/使用说明.txt",
            "fazhi-9.8.7/offline/start.py",
            "fazhi-9.8.7/offline/need-python.txt",
            "fazhi-9.8.7/offline/wheels/fazhi_tui-9.8.7-py3-none-any.whl",
        ]
        mode = {i.filename.rpartition("/")[2]: i.external_attr >> 16 for i in archive.infolist()}
    assert (mode["start.sh"], mode["start.py"]) == (0o755, 0o644)
    pack(tmp_path / "b.zip", "9.8.7", [wheel])
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_batch_file_is_ascii_with_windows_line_ends() -> None:
    text = FILES["启动.bat"].decode("ascii")
    assert text.count("\n") == text.count("\r\n") > 10
    lines = text.split("\r\n")
    assert lines.index("chcp 65001 >nul") < next(i for i, line in enumerate(lines) if "type " in line)
    labels = {line for line in lines if line.startswith(":")}
    assert {":" + name for name in re.findall(r"(?:goto|call) :(\w+)", text)} == labels
    assert '"%~dp0offline\\start.py"' in text
    assert '"%~dp0offline\\need-python.txt"' in text


def test_the_shell_script_reads_as_one() -> None:
    assert b"\r" not in FILES["start.sh"]
    shell = shutil.which("sh")
    if shell is None:
        pytest.skip("需要 sh")
    done = subprocess.run([shell, "-n", str(KIT / "start.sh")], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", ["启动.bat", "start.sh"])
def test_a_start_script_tries_every_python_newest_first_and_asks_it_its_version(name: str) -> None:
    text = FILES[name].decode()
    tried = re.findall(r"(?:py -|python)(3\.\d+)", text)
    assert tried == SPOKEN[::-1]
    oldest = min(PYTHONS)
    assert f"sys.exit(sys.version_info < ({oldest[0]}, {oldest[1]}))" in text


@pytest.mark.parametrize("name", ["使用说明.txt", "offline/need-python.txt"])
def test_what_is_to_be_read_names_every_python(name: str) -> None:
    text = FILES[name].decode()
    assert all(version in text for version in SPOKEN)
    assert "{" not in text
    assert "麒麟" in text
    assert "Windows" in text


def test_the_manual_names_the_version() -> None:
    assert "9.8.7" in FILES["使用说明.txt"].decode()


def test_no_place_of_a_machine_and_no_index_is_written_down() -> None:
    sources = [*(TREE / "release").rglob("*.py"), *KIT.glob("*.*")]
    for path in sources:
        text = path.read_text(encoding="utf-8")
        assert re.search(r"index-url|pypi|simple/|/home/|/root/|/usr/local|C:\\Users", text) is None, path

"""Started by 启动.bat or start.sh: installs what lies beside it, once and without a network, then runs it.

Standard library only, and one file: it is carried as it is. Needs a Python of `LEAST` or newer.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

LEAST = (3, 11)
HERE = Path(__file__).resolve().parent
WHEELS = HERE / "wheels"
MODULE = "fazhi_tui"
EXTRA = "office"
FAILED = 1
OLD_PYTHON = 9
_LEFTOVER_SECONDS = 3600


def main(arguments: list[str]) -> int:
    """Install unless that was done, then run the program with these arguments; returns its exit code."""
    if sys.version_info < LEAST:
        print((HERE / "need-python.txt").read_text(encoding="utf-8"))
        return OLD_PYTHON
    folders = [place / environment_name() for place in places()]
    ready = next((folder for folder in folders if python_in(folder).is_file()), None)
    if ready is None:
        ready = install_somewhere(folders)
    return run(python_in(ready), arguments) if ready else FAILED


def places() -> list[Path]:
    """Where an environment may be: beside this file, else, on media that cannot hold one, with the user."""
    if os.name == "nt":
        own = os.environ.get("LOCALAPPDATA")
    else:
        own = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return [HERE / "env", Path(own or Path.home()) / "fazhi-env"]


def environment_name() -> str:
    """The version and a short digest of this Python: on a stick each PC has a folder of its own."""
    program = wheel(MODULE).name.split("-")[1]
    python = "|".join((sys.executable, sys.version, platform.machine()))
    return f"{program}-{hashlib.sha256(python.encode()).hexdigest()[:8]}"


def wheel(name: str) -> Path:
    """The one wheel of this name.

    Raises:
        OSError: it is not there; the folder was not copied whole.
    """
    found = sorted(WHEELS.glob(f"{name}-*.whl"))
    if not found:
        raise OSError(f"{WHEELS} 里缺少 {name}，请重新复制整个文件夹。")
    return found[-1]


def install_somewhere(folders: list[Path]) -> Path | None:
    """Install into the first folder that can hold it; says so in words where none can."""
    print("首次启动，正在安装（不联网，约半分钟，只此一次）……", flush=True)
    reasons = []
    for folder in folders:
        try:
            install(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            reasons.append(f"  {folder.parent}：{reason(error)}")
        else:
            print("已装好。", flush=True)
            return folder
    print("安装没有成功：", *reasons, sep="\n")
    print("请确认文件夹复制完整、磁盘有100兆以上空间；仍不行，请把以上文字告诉维护人员。")
    return None


def install(folder: Path) -> None:
    """Make an environment, whole or not at all.

    Raises:
        OSError: the folder cannot be made or nothing can be started there.
        subprocess.CalledProcessError: Python or pip refused; its output says why.
    """
    partial = folder.with_name(f"{folder.name}.partial-{os.getpid()}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder.parent)
        if not python_in(folder).is_file():
            shutil.rmtree(folder, ignore_errors=True)
        quietly([sys.executable, "-m", "venv", "--without-pip", str(partial)])
        put_in(python_in(partial))
        settle(partial, folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def put_in(python: Path) -> None:
    """Install with Word and Excel; without, where no wheel of theirs is for this Python."""
    try:
        quietly(pip_command(python, f"{wheel(MODULE)}[{EXTRA}]"))
    except subprocess.CalledProcessError:
        quietly(pip_command(python, str(wheel(MODULE))))
        print("这个 Python 没有配套的 Word、Excel 组件，这两种文件不能用，其余不受影响。", flush=True)


def pip_command(python: Path, wanted: str) -> list[str]:
    """Install from the wheels beside this file and from nowhere else, by the pip among them."""
    options = ["--isolated", "--no-index", "--find-links", str(WHEELS), "--no-cache-dir", "--quiet"]
    return [str(python), str(wheel("pip") / "pip"), "install", *options, wanted]


def environment() -> dict[str, str]:
    """The variables without what would change where Python or pip look."""
    lost = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    kept = {k: v for k, v in os.environ.items() if k not in lost and not k.startswith("PIP_")}
    return {**kept, "PIP_CONFIG_FILE": os.devnull}


def quietly(command: list[str]) -> None:
    """Run a command for its effect; what it says is kept for the case that it fails."""
    subprocess.run(
        command,
        check=True,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def settle(partial: Path, folder: Path) -> None:
    """Give a finished environment its name; another start that was quicker is as good."""
    for _ in range(20):
        try:
            partial.rename(folder)
        except OSError:
            if python_in(folder).is_file():
                return
            time.sleep(0.25)  # Windows: a virus scanner still looks at the new files
        else:
            return
    partial.rename(folder)


def sweep(place: Path) -> None:
    """Remove what a start that was closed half-way left behind."""
    for leftover in place.glob("*.partial-*"):
        if time.time() - leftover.stat().st_mtime > _LEFTOVER_SECONDS:
            shutil.rmtree(leftover, ignore_errors=True)


def reason(error: Exception) -> str:
    """Why it failed, in the words of the system or of pip."""
    if isinstance(error, subprocess.CalledProcessError):
        lines = [line for line in str(error.stdout or "").splitlines() if line.strip()]
        return " ".join(lines[-3:]) or f"退出码 {error.returncode}"
    return str(error)


def python_in(folder: Path) -> Path:
    """The interpreter of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(python: Path, arguments: list[str]) -> int:
    """Run the program in place of this one; on Windows, where that cannot be, wait for it."""
    command = [str(python), "-P", "-m", MODULE, *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, environment())
    return subprocess.call(command, env=environment())


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except OSError as fault:
        print(f"启动没有成功：{fault}")
        sys.exit(FAILED)
    except KeyboardInterrupt:
        print("已中断。")
        sys.exit(130)

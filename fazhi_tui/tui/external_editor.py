"""A long note in the editor of one's choice: a private file, gone again when the editor is."""

from __future__ import annotations

import codecs
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from fazhi_tui.errors import BadInputError
from fazhi_tui.os_faults import os_fault
from fazhi_tui.tui.words import editor_words

NAMES = ("VISUAL", "EDITOR")
_FALLBACKS = {"nt": ("notepad",), "posix": ("nano", "vim", "vi")}


def editor_command(environment: Mapping[str, str], system: str = os.name) -> list[str]:
    """The editor and its options: $VISUAL, else $EDITOR, else what the system has.

    Args:
        environment: the environment's variables.
        system: `os.name`; on `nt` backslashes are not escapes.

    Raises:
        BadInputError: there is none, or the variable cannot be read.
    """
    for name in NAMES:
        if words := environment.get(name, "").strip():
            return _words(name, words, system)
    for program in _FALLBACKS.get(system, ()):
        if found := shutil.which(program, path=environment.get("PATH")):
            return [found]
    raise BadInputError(editor_words.EDITOR_NONE.format(names="、".join(NAMES)))


def _words(name: str, words: str, system: str) -> list[str]:
    # A path with a space in it, as it stands.
    if Path(words).is_file():
        return [words]
    try:
        parts = shlex.split(words, posix=system != "nt")
    except ValueError:
        raise BadInputError(editor_words.EDITOR_UNREADABLE.format(name=name, words=words)) from None
    return [part.strip('"') for part in parts] if system == "nt" else parts


def edit(text: str, command: Sequence[str]) -> str:
    """The text as the editor leaves it; the file is readable for this user only and is removed at once.

    Raises:
        BadInputError: the editor did not start or fails, or what it left is no text; nothing has changed.
    """
    try:
        # A folder of its own: an editor's own copies and recovery files go with it.
        with tempfile.TemporaryDirectory(prefix="fazhi-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "note.txt"
            path.touch(0o600, exist_ok=False)
            path.write_text(text, encoding="utf-8")
            _run([*command, str(path)])
            return _read_back(path, text)
    except OSError as error:
        raise BadInputError(editor_words.EDITOR_NO_FILE.format(why=os_fault(error))) from None


def _run(command: Sequence[str]) -> None:
    name = command[0]
    # Ctrl+C in the editor is the editor's: the terminal sends it to this process too.
    ours = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        done = subprocess.run(command, check=False)
    except OSError as error:
        raise BadInputError(
            editor_words.EDITOR_NOT_STARTED.format(command=name, why=os_fault(error))
        ) from None
    finally:
        signal.signal(signal.SIGINT, ours)
    if done.returncode != 0:
        raise BadInputError(editor_words.EDITOR_FAILED.format(command=name, code=done.returncode))


def _decoded(written: bytes) -> str:
    # What was written is lost where it is not read: GBK, or Notepad's “Unicode”, will do too.
    marked = written.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInputError(editor_words.EDITOR_NOT_TEXT)


def _read_back(path: Path, before: str) -> str:
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        raise BadInputError(editor_words.EDITOR_GONE) from None
    after = _decoded(written).replace("\r\n", "\n").replace("\r", "\n")
    # Editors end a file with a line break.
    return after if before.endswith("\n") else after.removesuffix("\n")

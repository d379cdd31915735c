"""Data on stdout, words on stderr."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import unicodedata
from pathlib import Path
from typing import TextIO


def prepare() -> None:
    """Make both streams able to carry Chinese: UTF-8 when redirected, else what the console speaks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def is_terminal(stream: TextIO) -> bool:
    """Whether a person sees this stream directly."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def put(text: str) -> None:
    """Write data to stdout, with a line end; a terminal is not steered by what stands in it."""
    line = f"{text.rstrip(chr(10))}\n"
    sys.stdout.write(without_steering(line) if is_terminal(sys.stdout) else line)


def put_file(data: bytes) -> None:
    """Write a file's bytes to stdout: as they are when redirected, as text on a terminal."""
    if is_terminal(sys.stdout) or not hasattr(sys.stdout, "buffer"):
        put(data.decode("utf-8-sig").replace("\r\n", "\n"))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Write words to stderr; characters that would steer a terminal are shown as codes."""
    shown = "".join(c if c.isprintable() or c in "\n\t" or _is_space(c) else _code(c) for c in text)
    sys.stderr.write(f"{shown}\n")


def say_written(path: Path, kept: Path | None, why: str) -> None:
    """Say where a file was written, and where the former one was kept and why."""
    say(f"已写出：{path}")
    if kept is not None:
        say(f"原来的文件{why}，没有丢，留作：{kept}")


def flush() -> None:
    """Put out what is buffered, so that a closed pipe shows now and not at exit."""
    sys.stdout.flush()
    sys.stderr.flush()


def discard_output() -> None:
    """Send what is still buffered nowhere: its reader has gone."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def without_steering(text: str) -> str:
    """A text in which control characters are codes, for a screen; line ends and tabs stay."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(_code(c) if _steers(c) else c for c in text)


def _steers(char: str) -> bool:
    return char not in "\n\t" and unicodedata.category(char) in {"Cc", "Cf", "Cs"}


def _is_space(char: str) -> bool:
    """A space of any width, the Chinese one among them, which counts as not printable."""
    return unicodedata.category(char) == "Zs"


def _code(char: str) -> str:
    return f"<{ord(char):04X}>"

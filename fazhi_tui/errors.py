"""The one error family: what went wrong and what to do, in Chinese, shown once at the edge."""

from __future__ import annotations


class FazhiError(Exception):
    """A fault the user can understand.

    Args:
        message: what is wrong and where, one Chinese sentence or several lines.
        hint: what to do about it; may be empty.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class BadInputError(FazhiError):
    """A file, a row, an argument or a name that cannot be taken; nothing was written."""


class UnwritableError(BadInputError):
    """An assessment whose folder cannot be written to; it can still be read."""


class RefusedError(FazhiError):
    """A legal request that the state, the role or the completeness does not allow now."""


class DamagedError(FazhiError):
    """Stored data that cannot be read or whose hash chain does not hold; left untouched."""

    exit_code = 3


class NewerDataError(DamagedError):
    """Stored data of a newer version: whole, and not to be restored over."""


class LockedError(FazhiError):
    """The assessment is being written by another process."""

    exit_code = 4


class SaveFailedError(FazhiError):
    """The disk refused; the change is kept in memory and goes with the next successful save."""

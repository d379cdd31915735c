"""Which version this is."""

from __future__ import annotations


def installed_version() -> str:
    """The version of the installed package; 未安装 where it runs from a bare folder."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("fazhi-tui")
    except PackageNotFoundError:
        return "未安装"

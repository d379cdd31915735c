"""The optional extra `office`: what Word and Excel files need."""

from __future__ import annotations

from importlib import import_module
from typing import Literal

from fazhi_tui.errors import BadInputError

_NEEDED = {"word": ("docx", "markdown_it"), "excel": ("openpyxl",)}
_WORDS = {"word": ("Word", "或改用 .md。"), "excel": ("Excel", "或改用 .csv，WPS 和 Excel 都能打开。")}


def require_office(kind: Literal["word", "excel"]) -> None:
    """Import what files of this kind need.

    Raises:
        BadInputError: it is not installed; says how to install it and what to use instead.
    """
    name, instead = _WORDS[kind]
    for module in _NEEDED[kind]:
        try:
            import_module(module)
        except ImportError:
            how = f"请安装：python -m pip install 'fazhi-tui[office]'；{instead}"
            raise BadInputError(f"没有安装读写 {name} 文件的组件（缺 {module}）。", how) from None

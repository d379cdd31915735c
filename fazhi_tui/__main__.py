"""`python -m fazhi_tui` is the command `fazhi`."""

from __future__ import annotations

from fazhi_tui.cli.main import run

if __name__ == "__main__":
    run()

"""Where things are: the user's data folder and the shipped checklists."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def default_data_folder() -> Path:
    """The data folder of this system's user."""
    from platformdirs import user_data_path

    return user_data_path("fazhi", appauthor=False)


def shipped_checklists_folder() -> Path:
    """The checklists in the wheel, or beside the package in a working copy."""
    inside = PACKAGE / "checklists"
    return inside if inside.is_dir() else PACKAGE.parent / "checklists"


def checklist_files(folder: Path) -> list[Path]:
    """The checklist files of a folder in the one order: the three core topics first, then by name."""
    core = ("zhongda-juece", "sanxiang-zhidu", "diyi-zerenren")
    rank = {name: position for position, name in enumerate(core)}
    return sorted(folder.glob("*.toml"), key=lambda p: (rank.get(p.stem, len(core)), p.name))

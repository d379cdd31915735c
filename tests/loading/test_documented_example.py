from __future__ import annotations

import re
from pathlib import Path

from fazhi_tui.loading.checklist_files import inspect
from fazhi_tui.paths import checklist_files, shipped_checklists_folder

PAGE = Path(__file__).resolve().parents[2] / "docs" / "清单格式.md"


def test_the_example_of_the_format_page_fits_beside_the_shipped_checklists(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    example = tmp_path / "bendi.toml"
    example.write_text(found[1], encoding="utf-8")
    library, findings = inspect([*checklist_files(shipped_checklists_folder()), example])
    assert findings == []
    assert library.checklists[-1].id == "bendi-tingzheng"

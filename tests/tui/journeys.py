"""The way to every screen and dialog, for what is asked of all of them."""

from __future__ import annotations

from pathlib import Path

from fazhi_tui.tui.dialogs.add_sheet import AddSheetDialog
from fazhi_tui.tui.dialogs.adopt import AdoptDialog
from fazhi_tui.tui.dialogs.correct import CorrectDialog
from fazhi_tui.tui.dialogs.export import ExportDialog
from fazhi_tui.tui.dialogs.facts import FactsDialog
from fazhi_tui.tui.dialogs.find import FindDialog
from fazhi_tui.tui.dialogs.form import FormDialog
from fazhi_tui.tui.dialogs.help import HelpDialog
from fazhi_tui.tui.dialogs.jump import JumpDialog
from fazhi_tui.tui.dialogs.menu import MenuDialog
from fazhi_tui.tui.dialogs.merge import MergeDialog
from fazhi_tui.tui.dialogs.message import ConfirmDialog, MessageDialog
from fazhi_tui.tui.dialogs.new_assessment import NewAssessmentDialog
from fazhi_tui.tui.dialogs.params import ParamsDialog
from fazhi_tui.tui.dialogs.phrases import PhrasesDialog
from fazhi_tui.tui.dialogs.profile import ProfileDialog
from fazhi_tui.tui.dialogs.reading import ReadingDialog
from fazhi_tui.tui.dialogs.sheets import SheetsDialog
from fazhi_tui.tui.dialogs.text import TextDialog
from fazhi_tui.tui.dialogs.whole_stage import WholeStageDialog
from fazhi_tui.tui.screens.gaps import GapsScreen
from fazhi_tui.tui.screens.home import HomeScreen
from fazhi_tui.tui.screens.overview import OverviewScreen
from fazhi_tui.tui.screens.review import ReviewScreen
from fazhi_tui.tui.screens.sheet import SheetScreen
from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import SMALL
from .test_facts import COUNTED, PARAMS, RULE

MENU = ("enter", "f9")
OFFICER: dict[str, tuple[type, tuple[str, ...]]] = {
    "home": (HomeScreen, ()),
    "home-help": (HelpDialog, ("f1",)),
    "new": (NewAssessmentDialog, ("f2",)),
    "delete": (ConfirmDialog, ("f8",)),
    "take-in": (MergeDialog, ("f3",)),
    "toast": (HomeScreen, ("ctrl+c",)),
    "sheet": (SheetScreen, ("enter",)),
    "sheet-help": (HelpDialog, ("enter", "ctrl+g")),
    "answers": (SheetScreen, ("enter", "3", "1", "0", "up", "up")),
    "note": (SheetScreen, ("enter", "f2", "x")),
    "reason": (SheetScreen, ("enter", "6")),
    "facts": (FactsDialog, ("enter", "f3", "3", "enter")),
    "evidence": (TextDialog, ("enter", "f4")),
    "sheets": (SheetsDialog, ("enter", "f6")),
    "add": (AddSheetDialog, ("enter", "f6", "down", "enter")),
    "absent": (TextDialog, ("enter", "f6", "down", "down", "enter")),
    "menu": (MenuDialog, MENU),
    "refused": (MessageDialog, (*MENU, "enter")),
    "profile": (ProfileDialog, (*MENU, *("down",) * 4, "enter")),
    "params": (ParamsDialog, ("enter", "f10")),
    "adopt": (AdoptDialog, ("enter", "f12")),
    "history": (ReadingDialog, ("enter", "f11")),
    "find": (FindDialog, ("enter", "ctrl+f", "z")),
    "jump": (JumpDialog, ("enter", "3", "ctrl+x")),
    "phrases": (PhrasesDialog, ("enter", "f2", "ctrl+d")),
    "whole-stage": (WholeStageDialog, ("enter", "+")),
    "overview": (OverviewScreen, ("enter", "3", "1", "escape", "f9")),
    "overview-help": (HelpDialog, ("f9", "f1")),
    "gaps": (GapsScreen, ("enter", "3", "f5")),
    "gaps-help": (HelpDialog, ("enter", "3", "f5", "f1")),
    "plan": (FormDialog, ("enter", "3", "f5", "f2")),
    "export": (ExportDialog, ("enter", "3", "f5", "f8")),
}
ADVISER: dict[str, tuple[type, tuple[str, ...]]] = {
    "review": (ReviewScreen, ("enter",)),
    "review-help": (HelpDialog, ("enter", "f1")),
    "correct": (CorrectDialog, ("enter", "2")),
    "return": (TextDialog, ("enter", "3")),
}


def furnished_bureau(workspace: Workspace, shipped: Path) -> str:
    """An assessment whose first item has facts and a sum, and which has a local figure."""
    text = SMALL.replace('gap = "a-1不到位。"', RULE).replace('gap = "a-2不到位。"', COUNTED)
    text = text.replace('[[stages]]\nid = "zhidu"', PARAMS)
    (shipped / "zhongda-juece.toml").write_text(text, encoding="utf-8")
    return workspace.create(NewAssessment("甲局", 2023, "部门", ("执法权",)))

"""The overview."""

from __future__ import annotations

SCREEN_OVERVIEW = "总览"
OVERVIEW_ANSWERED = "已答 {answered}/{total}"
OVERVIEW_SCORE = "得分 {range}"
OVERVIEW_GAPS = "差距 {count}"
OVERVIEW_UNPROVEN = " 待佐证{count}"

"""A whole stage at once."""

from __future__ import annotations

STAGE_TITLE = "整个环节一次答完 · {stage}"
STAGE_FOOT = "Tab 下一项  左右箭头 选结论  F2 确定  Esc 取消"
STAGE_REASON = "理由"
STAGE_VERDICT = "结论"
STAGE_NOTHING = "这个环节没有未评的检查项。"
STAGE_WILL = "将记录 {count} 条（只记未评的；已评 {answered} 条不动）："
STAGE_REDLINES = "其中红线 {count} 条，请逐条核实："
STAGE_DONE = "已记录 {count} 条，按 Ctrl+Z 一次撤回。"
STAGE_KEEPS_NOTES = "已有说明的，理由接在后面。"

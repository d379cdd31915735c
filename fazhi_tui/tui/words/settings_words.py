"""Powers, local figures, checklist versions and scoring."""

from __future__ import annotations

PROFILE_TITLE = "本单位的职权"
PROFILE_FOOT = "左右箭头 移动  空格 勾选  Enter 确定  Esc 取消"
PROFILE_SAME = "没有变化。"
PROFILE_CHANGES = "增加 {coming} 条，不再问 {going} 条（其中 {answered} 条已有自评，留在记录里）。"
PROFILE_CHANGED = "职权已改：{changes}"

ADOPT_TITLE = "清单版本与计分"
ADOPT_FOOT_CURRENT = "上下箭头 翻动  Esc 返回"
ADOPT_FOOT = "Enter 采用  上下箭头 翻动  Esc 不采用"

ADOPTED = "已采用新的清单和计分。"
ADOPT_CHANGES = "可以采用的改动"

PARAMS_TITLE = "地方参数"
PARAMS_HINT = "法律留给地方规定的数，按本地文件填；没有填的，相关核算不作建议。删去数值即清空。"
PARAMS_FOOT = "Enter 下一项  F2 保存  Esc 取消"
PARAMS_NONE = "这次自查的清单没有地方参数。"
PARAMS_SAVED = "地方参数已保存。"

PARAM_VALUE = "数值"
PARAM_SOURCE = "来源"
PARAM_SOURCE_HINT = "出自哪个地方文件，写到条款"

"""The list of assessments: welcome, a new one, a damaged one, deleting."""

from __future__ import annotations

HOME_COLUMNS = ("单位", "年度", "已答", "得分", "差距", "状态")
WELCOME = (
    "还没有自查。\n\n"
    "按 F2 新建：填单位和年度，即可逐条自评；每答一条都立即存盘。\n"
    "按 F7 载入示例：某区文广旅游局2023年度的自查，可随意试用。\n"
    "按 F1 看全部按键。"
)
STALE = "清单核对到 {day}，已过一年，请留意此后的新规定。"
DAMAGED = "数据有问题，未作任何改动"
NO_COPIES = "没有找到完好的备份；现有文件没有改动。"

RESTORE_TITLE = "数据损坏"
RESTORE_HINT = "选一份完好的备份恢复；现有文件另存，不会被覆盖。"

RESTORED = "已用备份恢复：{copy}。\n原来的文件另放在：{aside}"
DEMO_TAG = "〔示例〕"
LOCKED_READ_ONLY = "只读"

DELETE_TITLE = "删除自查"
DELETE_QUESTION = "将“{title}”移入回收文件夹？可从数据文件夹的 trash 中找回。"

NEW_TITLE = "新建自查"
NEW_UNIT = "单位"
NEW_YEAR = "年度"
NEW_ROUND = "轮次"
NEW_KIND = "类别"
NEW_FLAGS = "职权"
NEW_CHECKLISTS = "清单"
NEW_UNIT_HINT = "单位规范全称"
NEW_ROUND_HINT = "可空；同一年度多次自查时写，如：半年"
NEW_FOOT = "Tab 下一项  空格 勾选  Enter 建立  Esc 取消"

YEAR_NOT_NUMBER = "年度应为四位数字，如 2023。"
SCREEN_HOME = "首页"

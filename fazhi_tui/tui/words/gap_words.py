"""The gap list, its export, and what is done about gaps."""

from __future__ import annotations

GAPS_HEAD = "差距 {count} 条 · 红线 {redlines} · 流于形式 {hollow} · 未评 {open}"
GAPS_NONE = "没有差距。"
GAPS_NONE_OPEN = "尚无差距；还有 {open} 条未评。"

EXPORTED = "已导出：{name}，在 {folder}"
EXPORT_KEPT = "原文件留作 {name}；"
DRAFT_NOTICE = "还有 {open} 条未评，导出件标为草稿，得分为区间。"
GAP_LIST = "差距清单"

EXPORT_TITLE = "导出差距清单"
EXPORT_FORMS = "文件名以 .docx 结尾的写成 Word，.csv 的写成表格，.md 的写成 Markdown。"
EXPORT_PATH = "存为"
EXPORT_OVERWRITE = "文件已存在，再按一次 Enter 覆盖。"

SCREEN_GAPS = "差距"
FORM_FOOT = "Enter 下一项  左右箭头 选一项  F2 确定  Esc 取消"
DATE_HINT = "如 2024-04-30"
PROOF_HINT = "名称|文号|日期|存放处，几件用分号隔开"

RECTIFY_MENU = "整改"
RECTIFY_MENU_HINT = "对选中的这一条"

MENU_PLAN = "整改措施、责任和时限（F2）"
MENU_PROGRESS = "记一笔进展"
MENU_EXTEND = "延期"
MENU_REQUEST = "申请销号"
MENU_CLOSE = "销号"
MENU_SEND_BACK = "退回整改"
MENU_ADD_GAP = "增加其他问题（督察、审计、信访等发现的）"
MENU_WITHDRAW_GAP = "撤回这条其他问题"
MENU_NOTHING = "这一条没有待审的销号申请"

PLAN_TITLE = "整改措施、责任和时限"
PROGRESS_TITLE = "记一笔进展"
EXTEND_TITLE = "延期"
REQUEST_TITLE = "申请销号"
CLOSE_TITLE = "销号"
SEND_BACK_TITLE = "退回整改"
ADD_GAP_TITLE = "其他问题"
WITHDRAW_GAP_TITLE = "撤回其他问题"
NO_GAP = "已不是"

OVERDUE = "逾期 {count}"
OVERDUE_DAYS = "逾期{days}日"

LISTED_HOW = "{filter} · {order}"

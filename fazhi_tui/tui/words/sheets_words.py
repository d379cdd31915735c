"""The sheets of an assessment: choosing, adding, declaring absent."""

from __future__ import annotations

SHEETS_TITLE = "自查表"
SHEETS_FOOT = "Enter 选择  Esc 返回"
SHEETS_ADD = "＋ 增加一张{kind}自查表"
SHEETS_ABSENT = "／ 声明本年无{kind}"
SHEETS_IS_ABSENT = "本年无{kind}：{reason}"
SHEETS_UNDECLARED = "{kind}：尚无自查表（{count} 条未评）"

ADD_TITLE = "增加{kind}自查表"
ADD_NAME = "名称"
ADD_NAME_HINTS = {
    "matter": "决策事项名称，如：文旅发展规划",
    "case": "案卷文号或简称",
    "person": "姓名或职务，如：局主要负责人",
    "document": "文件名称",
}
ADD_ROLE = "职务"
ADD_ROLE_ANY = "不分"
ADD_FOOT = "Tab 下一项  Enter 确定  Esc 取消"

ABSENT_TITLE = "声明本年无{kind} · {checklist}"
ABSENT_DONE = "已声明本年无{kind}，不再逐条问；按 Ctrl+Z 撤回。"
ABSENT_HINT = "写明理由，如：已逐类研判，没有符合条件的事项，附研判记录。"
ABSENT_FOOT = "F2 确定  Esc 取消"

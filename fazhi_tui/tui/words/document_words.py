"""The menu of an assessment: its state, hand-over files, report, comparison."""

from __future__ import annotations

MENU_READ_RETURN = "看退回意见"
MENU_STATE = "现在是“{state}”"

MOVE_SUBMIT = "送审：答完了，交法律顾问复核"
MOVE_RECALL = "撤回：收回来改"
MOVE_RETURN = "退回：交填报人修改"
MOVE_FINALISE = "定稿：此后自评和复核不再改动"
MOVE_HAND_OVER = "写交接文件：带到另一台电脑"

MENU_REPORT = "年度报告草稿"
MENU_COMPARE = "与上一次对比"

REPORT_TITLE = "写年度报告草稿"
REPORT_NOTICE = (
    "从自评、事实和差距起草；没有材料的写“待补”，前后矛盾的列出。\n"
    "文件名以 .docx 结尾的写成 Word，.md 的写成 Markdown。"
)

COMPARE_TITLE = "与上一次对比"
COMPARE_NONE = "没有本单位以前年度的自查可比。"

MENU_PROFILE = "本单位的职权"
MENU_PARAMS = "地方参数和它的来源（F10）"
MENU_ADOPT = "清单版本与计分（F12）"
MENU_GAPS = "差距清单（F5）"
MENU_BACK = "返回首页（Esc）"

SUBMITTED = "已送审，自评不再改动；要改可以撤回。写好交接文件交给法律顾问。"

FINAL_TITLE = "定稿"
FINAL_QUESTION = "定稿后自评和复核不再改动，只能整改。现在定稿？"
FINAL_WITHOUT_REVIEW = "没有法律顾问、由本单位自行定稿？每份导出件都会注明“未经复核”，此后自评不再改动。"

FINALISED = "已定稿。"

HANDOVER_TITLE = "写交接文件"
HANDOVER_NOTICE = "内有全部记录和所用清单。对方在首页按 F3 读入。"

MERGE_TITLE = "读入交接文件"
MERGE_FOOT = "Tab 下一项  Enter 看会带来什么，再按一次读入  PgUp PgDn 翻页  Esc 取消"
MERGE_PATH = "文件"
MERGE_HINT = "交接文件所在位置"
MERGE_SIDE = "用途"
MERGE_AS_COPY = "复核，或并入已有的"
MERGE_TAKE_OVER = "换到本机接着填报"
MERGE_AGAIN = "再按一次 Enter 读入。"

MERGED = "已读入。"
HANDED_OVER = "校验码 {code}，已写出：{path}"

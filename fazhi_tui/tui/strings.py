"""Every sentence of the screens that is not a key's or an error's."""

from __future__ import annotations

APP = "法治自查"
HOME_COLUMNS = ("单位", "年度", "已答", "得分", "差距", "状态")
WELCOME = (
    "还没有自查。\n\n"
    "按 F2 新建：填单位和年度，即可逐条自评；每答一条都立即存盘。\n"
    "按 F7 载入示例：某区文广旅游局2023年度的自查，可随意试用。\n"
    "按 F1 看全部按键。"
)
STALE = "清单核对到 {day}，已过一年，请留意此后的新规定。"
DAMAGED = "数据有问题，未作任何改动"
DEMO_TAG = "〔示例〕"

SAVED = "已保存 {time}"
NOT_SAVED = "未保存：{why} 按 Ctrl+R 重试。"
NOT_SAVED_LEAVING = "有内容还没存进磁盘，现在离开会丢失。仍要离开吗？"
RECOVERED = "上次没写完的说明已恢复到这一条。"
ALL_ANSWERED = "全部检查项已评，按 F5 看差距清单。"
UNDECLARED_LEFT = "余下：{what} 尚无自查表。按 F6 建表，或声明本年无。"
NEXT_SHEET = "转到自查表：{sheet}"
UNDONE = "已撤销：{what}"
NOTHING_TYPED = "未写理由，没有记录。"
WRITE_REASON = "请写明理由，写完按 Esc"
NOTE_TITLE = "说明 {count}/{limit}"
REASON_TITLE = "{verdict}的理由（必填）{count}/{limit}"
NO_ROWS = "按本单位的类别和职权，这张表没有要答的检查项。"
NO_QUIT = "按 Ctrl+Q 退出；每一步都已保存。"
LOCKED_READ_ONLY = "只读"

FIELD_WAS_ASKED = "原问"
FIELD_APPLIES = "适用"
FIELD_CITES = "依据"
FIELD_GUIDANCE = "查法"
FIELD_HINTS = "材料"
FIELD_EVIDENCE = "佐证"
FIELD_FACTS = "事实"
FIELD_SUM = "核算"
FIELD_REVIEW = "复核"
REDLINE = "红线"
ADVICE = "建议项，不计分"
DOUBT = "存疑"
LACKS_EVIDENCE = "待佐证"
UNCONFIRMED = "待确认：问法已改，请重选结论"

UNDONE_KINDS = {
    "adopted": "采用清单和计分",
    "answered": "自评",
    "profile_changed": "改职权",
    "sheet_added": "增加自查表",
    "sheet_renamed": "自查表改名",
    "sheet_removed": "移除自查表",
    "absent_declared": "声明本年无",
    "param_set": "填地方参数",
}

GAPS_HEAD = "差距 {count} 条 · 红线 {redlines} · 流于形式 {hollow} · 未评 {open}"
GAPS_NONE = "没有差距。"
GAPS_NONE_OPEN = "尚无差距；还有 {open} 条未评。"
EXPORTED = "已导出：{path}"
DRAFT_NOTICE = "还有 {open} 条未评，导出件标为草稿，得分为区间。"

DELETE_TITLE = "删除自查"
DELETE_QUESTION = "将“{title}”移入回收文件夹？可从数据文件夹的 trash 中找回。"
LEAVE_TITLE = "尚未存盘"
EXPORT_TITLE = "导出差距清单（Markdown）"
EXPORT_PATH = "存为"
EXPORT_OVERWRITE = "文件已存在，再按一次 Enter 覆盖。"

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
ABSENT_TITLE = "声明本年无{kind}"
ABSENT_HINT = "写明理由，如：已逐类研判，没有符合条件的事项，附研判记录。"
ABSENT_FOOT = "F2 确定  Esc 取消"

STATUTE_TITLE = "所引法条"
STATUTE_MISSING = "手头的文本里没有这一处。"
STATUTE_NONE = (
    "还没有放法条文本。\n\n"
    "本程序不附法律文本。请从官方渠道取得：法律、行政法规、司法解释见“国家法律法规数据库”，"
    "国务院文件见中国政府网“政策”栏，部门和地方的规定见其官方网站。\n\n"
    "存成文字文件（.md 或 .txt，一件一个文件，第一行写标题），放进：\n{folder}\n\n"
    "放好后再按 F8，就在这里看所引的条款。"
)

LEFT_OUT_TITLE = "没有问的检查项：{count} 条"
LEFT_OUT_NONE = "全部检查项都问。"
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

EVIDENCE_TITLE = "佐证"
EVIDENCE_HINT = "一行一条：名称|文号|日期|存放处（后三项可空）"
EVIDENCE_FOOT = "F2 或 Esc 保存并返回"
EVIDENCE_SUGGESTED = "常见材料：{items}"

FACTS_TITLE = "事实"
FACTS_FOOT = "Enter 下一项  左右箭头 选是否  F3 或 Esc 保存并返回"
FACTS_NONE = "这一条没有要登记的事实。"
FACT_UNSAID = "未填"
FACT_HINTS = {"date": "如 3.1、20240301", "number": "数字"}
FACTS_TO_FILL = "按 F3 填：{labels}"
ACCEPT_HINT = "按空格采纳"
NOTHING_TO_ACCEPT = "这一条没有核算建议可采纳；按 1 至 6 选结论。"
WRITE_OVERRIDE = "与核算建议“{proposal}”不一致，请写明理由，写完按 Esc"
OVERRIDDEN = "与核算不一致"

PARAMS_TITLE = "地方参数"
PARAMS_HINT = "法律留给地方规定的数，按本地文件填；没有填的，相关核算不作建议。"
PARAMS_FOOT = "Enter 下一项  F2 保存  Esc 取消"
PARAMS_NONE = "这次自查的清单没有地方参数。"
PARAMS_SAVED = "地方参数已保存。"
PARAM_VALUE = "数值"
PARAM_SOURCE = "来源"
PARAM_SOURCE_HINT = "出自哪个地方文件，写到条款"

YES = "确定"
NO = "取消"
CLOSE = "关闭"
MESSAGE_TITLE = "提示"
HELP_TITLE = "按键说明 · {screen}"
HELP_FOOT = "Esc 关闭  上下箭头 翻动"
HELP_NOTE = (
    "中文输入法开着也能用：数字、空格、Enter、Esc、F 键和 Ctrl 组合键都不受影响，全角数字同样有效。"
    "终端若占用 F1，请按 Ctrl+G。选中文字复制：按住 Shift 再用鼠标拖。"
)
SCREEN_HOME = "首页"
SCREEN_SHEET = "填报"
SCREEN_GAPS = "差距"

"""The sheet: its card, answering, notes, evidence, facts, last year's answer."""

from __future__ import annotations

RECOVERED = "上次没写完的说明已恢复到这一条。"
ALL_ANSWERED = "全部检查项已评，按 F5 看差距清单。"
UNDECLARED_LEFT = "余下：{what} 尚无自查表。按 F6 建表，或声明本年无。"
NEXT_SHEET = "转到自查表：{sheet}"
NOTHING_TYPED = "未写理由，没有记录。"
WRITE_REASON = "请写明理由，写完按 Esc"
NOTE_TITLE = "说明 {count}/{limit}"
REASON_TITLE = "{verdict}的理由（必填）{count}/{limit}"
NO_ROWS = "按本单位的类别和职权，这张表没有要答的检查项。"

FIELD_WAS_ASKED = "原问"
FIELD_APPLIES = "适用"
FIELD_CITES = "依据"
FIELD_GUIDANCE = "查法"
FIELD_HINTS = "材料"
FIELD_EVIDENCE = "佐证"
FIELD_FACTS = "事实"
FIELD_SUM = "核算"
FIELD_REVIEW = "复核"
FIELD_NOTE = "说明"

REDLINE = "红线"
ADVICE = "建议项，不计分"
DOUBT = "存疑"
LACKS_EVIDENCE = "待佐证"
UNCONFIRMED = "待确认：问法已改，请重选结论"

EVIDENCE_TITLE = "佐证"
EVIDENCE_HINT = "一行一条：名称|文号|日期|存放处（后三项可空）"
EVIDENCE_FOOT = "F2 或 Esc 保存并返回"
EVIDENCE_SUGGESTED = "常见材料：{items}"

FACTS_TITLE = "事实"
FACTS_FOOT = "Enter 下一项  左右箭头 选是否  F3 或 Esc 保存并返回"
FACTS_NONE = "这一条没有要登记的事实。"

FACT_UNSAID = "未填"
FACT_HINTS = {"date": "如 3.1、20240301", "number": "数字"}

FACTS_TO_FILL = "F3填：{labels}"
ACCEPT_HINT = "按空格采纳"
NOTHING_TO_ACCEPT = "这一条没有核算建议可采纳；按 1 至 6 选结论。"
WRITE_OVERRIDE = "与核算建议“{proposal}”不一致，请写明理由，写完按 Esc"
OVERRIDDEN = "与核算不一致"
SCREEN_SHEET = "填报"
FIELD_FORMER = "上年"

FORMER_WHEN = "{year}年{round} "
FORMER_HINT = "按 9 照填"
FORMER_NONE = "这一条没有上年的自评可照填。"
FORMER_TAKEN = "已照填上年的自评。"
FORMER_UNREAD = "上年的自查没有读出来：{why}"

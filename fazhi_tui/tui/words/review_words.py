"""The review, and an assessment given back."""

from __future__ import annotations

OPINIONS = "1同意  2更正  3退回"

OPINION_HINT = "写明理由，填报人照此处理。"
OPINION_FOOT = "F2 确定  Esc 取消"

CORRECT_TITLE = "更正为"
CORRECT_FOOT = "左右箭头 选结论  Tab 写意见  F2 确定  Esc 取消"

RETURN_TITLE = "退回这一条"
RETURN_HINT = "写明要填报人补什么、改什么。"
RETURN_ALL_TITLE = "退回填报人"
RETURN_ALL_HINT = "写明总的意见；已经逐条退回的，可以不写。"

AGREE_REST_TITLE = "同意其余"
AGREE_REST = "同意没有疑点、还没复核的 {count} 条？另有 {left} 条要逐条看，不在其内。"
AGREE_REST_NONE = "没有可以一并同意的：余下的都要逐条看。"

REVIEW_PROGRESS = "{filter} {count} · 已复核 {done} 余 {left} · 自评 {own} 复核 {reviewed}"

RETURNED_ROWS = "退回待改 {count} 条（End 下一条）"
RETURNED_FOR = "退回意见（F9 看全文）：{text}"

SCREEN_REVIEW = "复核"

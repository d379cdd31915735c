"""Search, jumps and phrases."""

from __future__ import annotations

FIND_TITLE = "查找"
FIND_HINT = "汉字、拼音首字母（gzcy）或全拼、条款（第十五条、15条）、编号、说明里的字"
FIND_FOOT = "上下箭头 选一条  Enter 前往  Esc 返回"
FIND_COUNT = "{count} 条"
FIND_MANY = "{count} 条，列出前 {shown} 条；再输几个字"
FIND_NONE = "没有找到。"

FIELD_GAP = "差距"

JUMP_TITLE = "跳转"
JUMP_NEXT = "下一条"
JUMP_PREVIOUS = "上一条"
JUMP_OPEN = "未评"
JUMP_GAP = "差距"
JUMP_RETURNED = "退回"
JUMP_LINE = "{way}{what}（共 {count} 条）"
JUMP_STAGES = "本表的环节（到第一条未评）"
JUMP_NONE = "没有{what}的检查项。"

PHRASES_TITLE = "常用语"
PHRASES_FOOT = "上下箭头 选一句  Enter 插入说明  Esc 返回"
PHRASES_ITEM = "本条的差距表述"
PHRASES_FREQUENT = "常见的差距表述"
PHRASES_LAST = "最近写的说明"

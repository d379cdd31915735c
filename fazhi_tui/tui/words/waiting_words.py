"""Work that takes a while."""

from __future__ import annotations

SHORTLY = "请稍候……"
FOOT = "Esc 放弃"
TOO_LATE = "正在写入，不能中断，请稍候。"
OPENING = "正在打开 {id}"
LISTING = "正在列出差距"
WRITING = "正在写出"
READING_CHECKLISTS = "正在读取清单"
MAKING_DEMO = "正在载入示例"
COMPARING = "正在对比"

READING_VERSIONS = "正在核对清单版本"
READING_HANDOVER = "正在读交接文件"

MERGING = "正在读入"
READING_COPIES = "正在查找完好的备份"
RESTORING = "正在恢复"

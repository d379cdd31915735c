"""The kinds of event in words, as a history and a fault name them."""

from __future__ import annotations

EVENT_NAMES = {
    "created": "新建",
    "profile_changed": "改职权",
    "adopted": "采用清单和计分",
    "sheet_added": "增加自查表",
    "sheet_renamed": "自查表改名",
    "sheet_removed": "移除自查表",
    "absent_declared": "声明本年无",
    "param_set": "填地方参数",
    "dept_assigned": "分工",
    "answered": "自评",
    "reviewed": "复核",
    "gap_added": "登记其他问题",
    "gap_changed": "改其他问题",
    "gap_withdrawn": "撤回其他问题",
    "rectified": "整改",
    "closing_judged": "销号审查",
    "submitted": "送审",
    "recalled": "撤回",
    "returned": "退回",
    "finalised": "定稿",
    "undo": "撤销",
    "redo": "恢复",
}


def name_of(kind: str) -> str:
    """The kind in words; one this version does not know as it is written."""
    return EVENT_NAMES.get(kind, kind)

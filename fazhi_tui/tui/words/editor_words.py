"""The external editor."""

from __future__ import annotations

EDITOR_NONE = "没有找到外部编辑器。请设置环境变量 {names} 后再试，说明没有改动。"
EDITOR_UNREADABLE = "环境变量 {name} 的引号不成对：{words}。说明没有改动。"
EDITOR_NOT_STARTED = "外部编辑器“{command}”打不开：{why}。说明没有改动。"
EDITOR_FAILED = "外部编辑器“{command}”没有正常结束（代码 {code}），说明没有改动。"
EDITOR_NOT_TEXT = "外部编辑器存的不是 UTF-8、GBK 文本，说明没有改动。请在编辑器里另存为 UTF-8。"
EDITOR_GONE = "外部编辑器没有留下文件，说明没有改动。"
EDITOR_NO_FILE = "临时文件写不成或读不出（{why}），说明没有改动。"
EDITOR_CANNOT_SUSPEND = "这个终端不能让出画面给外部编辑器，说明没有改动。"

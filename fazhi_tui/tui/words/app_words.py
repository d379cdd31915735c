"""What every screen says: saved or not, taken back, yes and no, help."""

from __future__ import annotations

APP = "法治自查"
SAVED = "已保存 {time}"

NOT_SAVED = "未保存：{why} 按 Ctrl+R 重试。"
NOT_SAVED_LEAVING = "有内容还没存进磁盘，现在离开会丢失。仍要离开吗？"

UNFIT_PLACE = "上次没写完的说明，太长或者已不能记在原处"
UNDONE = "已撤销：{what}"
REDONE = "已恢复：{what}"
OF_SEVERAL = " {count} 条"
THEME_NOT_KEPT = "已换颜色，但没能记住（{why}），下次打开仍是原来的。"
NO_QUIT = "按 Ctrl+Q 退出；每一步都已保存。"
LEAVE_TITLE = "尚未存盘"
CALENDAR_UNREAD = "本单位的工作日历读不出来，照样可以填报；按工作日核算、会受它影响的都写“无法判断”："
MENU_TITLE = "办理"
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

UNFINISHED_TITLE = "上次关闭时没有确定的内容"
UNFINISHED_HEAD = "【{place}】{time}"
UNFINISHED_FOOT = "以上内容还没有记入自查，需要的请重新填写；这份文字另存在 {path}。"

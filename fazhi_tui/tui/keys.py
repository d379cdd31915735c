"""Every key of the screens: one table for bindings, footer and help.

Digits, space, +, F-keys, arrows, Home, End, Enter, Esc and Ctrl+letter only, with full-width twins: a Chinese
input method swallows letters. Terminals take F1, F10 and F11 for themselves: what has an F-key has a second
key.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from fazhi_tui.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Key:
    """One binding; `label` is the footer's word, empty for keys that stand in the help only.

    `priority`: it works while a text is being typed too, in place of what the editor does with it.
    """

    keys: str
    action: str
    shown_key: str
    help: str
    label: str = ""
    priority: bool = False


HELP = Key(
    "f1,ctrl+g,question_mark,fullwidth_question_mark", "help", "F1", "按键说明（也可按 Ctrl+G）", "帮助"
)
GAP_LIST = Key("f5,ctrl+l", "gaps", "F5", "查看差距清单并导出（也可按 Ctrl+L）", "差距")
QUIT = Key("ctrl+q", "app.quit", "Ctrl+Q", "退出；每一步都已保存，可随时退出")
BACK = Key("escape", "back", "Esc", "返回上一屏", "返回")

HOME = (
    Key("enter", "open", "Enter", "打开选中的自查，直接到第一条未评项", "打开"),
    Key("f2,ctrl+n", "new", "F2", "新建自查（也可按 Ctrl+N）", "新建"),
    Key("f3,ctrl+u", "merge", "F3", "读入交接文件，先看会带来什么（也可按 Ctrl+U）", "交接"),
    GAP_LIST,
    Key("f7,ctrl+d", "demo", "F7", "载入示例（也可按 Ctrl+D）", "示例"),
    Key("f9,ctrl+b", "overview", "F9", "总览：各清单各环节的结论和得分（也可按 Ctrl+B）"),
    Key("delete,f8", "delete", "F8", "删除选中的自查，移入回收文件夹（也可按 Delete）"),
    HELP,
    QUIT,
)

_DIGITS = tuple(
    Key(
        f"{v.digit},{chr(ord(v.digit) + 0xFEE0)}",
        f"answer({v.digit})",
        v.digit,
        f"自评为“{v.value}”，转到下一条未评项" + ("；须写理由" if v.needs_reason else ""),
    )
    for v in Verdict
)
SHEET = (
    *_DIGITS,
    Key("enter", "next_open", "Enter", "转到下一条未评项", "下一未评"),
    Key("f2,ctrl+n", "note", "F2", "写说明；写完按 Esc 或再按 F2（也可按 Ctrl+N）", "说明"),
    Key("f4,ctrl+e", "evidence", "F4", "登记佐证（也可按 Ctrl+E）", "佐证"),
    Key("f3,ctrl+u", "facts", "F3", "登记事实，据以核算（也可按 Ctrl+U）"),
    Key("space,ideographic_space", "accept", "空格", "采纳核算建议的结论，或确认问法已改的结论"),
    Key("f5,ctrl+l", "gaps", "F5", GAP_LIST.help),
    Key("f6,ctrl+t", "sheets", "F6", "换自查表、加自查表、声明本年无（也可按 Ctrl+T）", "换表"),
    Key(
        "f9,ctrl+p",
        "menu",
        "F9",
        "办理：送审、撤回、交接、职权、参数、清单版本（也可按 Ctrl+P）",
        "办理",
    ),
    HELP,
    Key("ctrl+f", "find", "Ctrl+F", "查找：汉字、拼音首字母或全拼、条款、编号", priority=True),
    Key("ctrl+x", "jump", "Ctrl+X", "跳转：本表各环节，上、下一条未评、差距、退回"),
    Key("7,７", "previous_gap", "7", "上一条差距"),
    Key("8,８", "next_gap", "8", "下一条差距"),
    Key("9,９", "take_former", "9", "照填上年的结论、说明和佐证"),
    Key("home", "previous_open", "Home", "上一条未评项"),
    Key("end", "next_returned", "End", "下一条退回的检查项"),
    Key("plus,fullwidth_plus_sign", "whole_stage", "+", "整个环节的未评项一次答为本年未发生或不适用"),
    Key("ctrl+d", "phrases", "Ctrl+D", "在说明里插入常用语：差距表述、最近写的说明"),
    Key("f8,ctrl+a", "statute", "F8", "看所引法条的原文（也可按 Ctrl+A）"),
    Key("f11,ctrl+s", "history", "F11", "看这一条的历次自评和复核（也可按 Ctrl+S）"),
    Key("f7,ctrl+o", "left_out", "F7", "没有问的检查项和原因（也可按 Ctrl+O）"),
    Key("f10,ctrl+k", "params", "F10", "填地方参数和它的来源（也可按 Ctrl+K）"),
    Key("f12,ctrl+b", "adopt", "F12", "清单的版本和沿革；采用新版清单和计分（也可按 Ctrl+B）"),
    Key("ctrl+z", "undo", "Ctrl+Z", "撤销上一步，可连续撤销"),
    Key("ctrl+y", "redo", "Ctrl+Y", "恢复刚撤销的一步"),
    Key("up", "previous", "上箭头", "上一条"),
    Key("down", "next", "下箭头", "下一条"),
    Key("left", "previous_sheet", "左箭头", "上一张自查表"),
    Key("right", "next_sheet", "右箭头", "下一张自查表"),
    Key("pageup", "scroll_card(-1)", "PgUp", "条目文字向上翻"),
    Key("pagedown", "scroll_card(1)", "PgDn", "条目文字向下翻"),
    Key("0,０", "doubt", "0", "标上或去掉“存疑”"),
    Key("backspace,delete", "clear", "Delete", "清除本条结论，回到未评"),
    Key("ctrl+r", "retry", "Ctrl+R", "存盘失败后重试"),
    Key("escape", "back", "Esc", BACK.help),
    QUIT,
)

# While a note is typed; the editor has the other keys.
NOTE = (
    Key("escape,f2,ctrl+n", "finish", "Esc", "写说明时：写完，回到检查项", "写完"),
    Key("ctrl+d", "screen.phrases", "Ctrl+D", "写说明时：插入常用语", "常用语"),
    Key("ctrl+o", "screen.external_editor", "Ctrl+O", "写说明时：换到自己的编辑器里写长文（记事本等）"),
)

FIND = (
    Key("up", "move(-1)", "上箭头", "上一条"),
    Key("down", "move(1)", "下箭头", "下一条"),
    Key("pageup", "move(-10)", "PgUp", "上翻十条"),
    Key("pagedown", "move(10)", "PgDn", "下翻十条"),
)

OVERVIEW = (
    Key("escape,f5,ctrl+l", "back", "Esc", "返回上一屏", "返回"),
    HELP,
    QUIT,
)

GAPS = (
    Key("enter", "open", "Enter", "打开这一条所在的自查表"),
    Key("f5,ctrl+l", "overview", "F5", "总览：各清单各环节的结论和得分（也可按 Ctrl+L）"),
    Key("f2,ctrl+n", "plan", "F2", "登记整改措施、责任和时限（也可按 Ctrl+N）", "整改"),
    Key("f3,ctrl+u", "menu", "F3", "记进展、延期、申请销号、其他问题；法律顾问销号（也可按 Ctrl+U）", "办理"),
    Key("f6,ctrl+t", "filter", "F6", "按整改状态筛选（也可按 Ctrl+T）", "筛选"),
    Key("f8,ctrl+x", "export", "F8", "导出差距清单：Word、Markdown 或表格（也可按 Ctrl+X）", "导出"),
    Key("f7,ctrl+o", "order", "F7", "换排列：清单顺序、严重程度、逾期在前（也可按 Ctrl+O）"),
    Key("ctrl+z", "undo", "Ctrl+Z", "撤销上一步"),
    Key("pageup", "scroll_detail(-1)", "PgUp", "详情向上翻"),
    Key("pagedown", "scroll_detail(1)", "PgDn", "详情向下翻"),
    Key("ctrl+r", "retry", "Ctrl+R", "存盘失败后重试"),
    BACK,
    HELP,
    QUIT,
)

# Ctrl+W would delete a word to the left in an editor: in Chinese, a whole sentence.
EVERYWHERE = (Key("ctrl+w", "switch_theme", "Ctrl+W", "换浅色或深色，下次打开仍用", priority=True),)

REVIEW = (
    Key("1,１", "agree", "1", "同意，看下一条", ""),
    Key("2,２", "correct", "2", "更正：另给结论，写明意见"),
    Key("3,３", "return", "3", "退回这一条，写明意见"),
    Key("enter", "next", "Enter", "看下一条"),
    Key("f4,ctrl+e", "agree_rest", "F4", "没有疑点的一并同意，先看条数（也可按 Ctrl+E）", "同意其余"),
    GAP_LIST,
    Key("f6,ctrl+t", "filter", "F6", "换一种列法：先看、未复核、已复核、全部（也可按 Ctrl+T）", "筛选"),
    Key("f9,ctrl+p", "menu", "F9", "退回、定稿、写交接文件（也可按 Ctrl+P）", "办理"),
    HELP,
    Key("f8,ctrl+a", "statute", "F8", "看所引法条的原文（也可按 Ctrl+A）"),
    Key("f11,ctrl+s", "history", "F11", "看这一条的历次自评和复核（也可按 Ctrl+S）"),
    Key("ctrl+z", "undo", "Ctrl+Z", "撤销上一步，可连续撤销"),
    Key("ctrl+y", "redo", "Ctrl+Y", "恢复刚撤销的一步"),
    Key("pageup", "scroll_card(-1)", "PgUp", "条目文字向上翻"),
    Key("pagedown", "scroll_card(1)", "PgDn", "条目文字向下翻"),
    Key("ctrl+r", "retry", "Ctrl+R", "存盘失败后重试"),
    BACK,
    QUIT,
)

DIALOG = (Key("escape", "cancel", "Esc", "取消"),)


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Textual bindings of a table; only labelled keys stand in the footer."""
    return [
        Binding(
            k.keys,
            k.action,
            k.label or k.help,
            show=bool(k.label),
            key_display=k.shown_key,
            priority=k.priority,
        )
        for k in keys
    ]

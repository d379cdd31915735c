from __future__ import annotations

import re

import pytest

from fazhi_tui.cli.commands import COMMANDS
from fazhi_tui.cli.parser import split, translated
from fazhi_tui.cli.tables import width
from tests.cli.conftest import Commands

NAMES = [command.name for command in COMMANDS]
ALLOWED = {"fazhi", "CSV", "UTF", "csv", "json", "JSON", "WPS", "zhongda", "juece"} | set(NAMES)
OFFICE = {"Word", "docx", "Excel", "xlsx"}
KINDS = {"matter", "case", "person", "document"}


def test_the_commands_are_those_of_this_version() -> None:
    assert sorted(NAMES) == [
        "adopt",
        "compare",
        "days",
        "delete",
        "demo",
        "dept",
        "edit",
        "fill",
        "finalise",
        "form",
        "gap",
        "gaps",
        "handover",
        "ledger",
        "lint",
        "list",
        "log",
        "merge",
        "new",
        "param",
        "profile",
        "recall",
        "rectify",
        "report",
        "restore",
        "return",
        "review",
        "sheet",
        "show",
        "submit",
        "verify",
        "where",
    ]


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_is_chinese_and_shows_the_way_to_write_it(fazhi: Commands, name: str) -> None:
    result = fazhi(*filter(None, [name]), "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("用法：fazhi")
    without_options = re.sub(r"--?[a-z-]+", "", result.out)
    words = set(re.findall(r"[A-Za-z]{3,}", without_options))
    assert words - ALLOWED - OFFICE - KINDS - {"GB"} == set()
    assert max(map(width, result.out.splitlines())) <= 110


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_help_has_every_option_of_the_usage_and_the_usage_every_option(
    fazhi: Commands, command: object
) -> None:
    name = getattr(command, "name", "")
    usage, _, rest = fazhi(name, "--help").out.partition("选项：")
    listed = set(re.findall(r"(?<!\w)--[a-z-]+", rest)) - {"--help", "--output"}
    assert listed == set(re.findall(r"--[a-z-]+", usage))


def test_the_main_help_lists_every_command(fazhi: Commands) -> None:
    out = fazhi("--help").out
    assert all(re.search(rf"^  {name} ", out, re.MULTILINE) for name in NAMES)
    assert fazhi("-h").out == out


def test_the_version_is_printed(fazhi: Commands) -> None:
    assert re.fullmatch(r"fazhi \S+\n", fazhi("--version").out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lst",), "是不是想写 list？"),
        (("LIST",), "是不是想写 list？"),
        (("sign", "甲"), "没有命令“sign”"),
        (("",), "填报界面要在终端里打开"),
        (("list", "多余"), "不认识：多余"),
        (("list", "--form", "json"), "不认识：--form json"),
        (("list", "--format"), "--format 后面缺少内容"),
        (("list", "--format", "xml"), "--format 不能是“xml”，可写：json"),
        (("gaps", "甲", "--format", "doc"), "可写：md、csv、json、docx"),
        (("gaps", "甲", "--edit"), "不认识：--edit"),
        (("form", "甲", "--stage", "乙"), "不认识：--stage 乙"),
        (("lint", "--laws"), "--laws 后面缺少内容"),
        (("show",), "缺少：编号"),
        (("fill",), "缺少：编号、文件"),
        (("new",), "缺少：--unit、--year、--kind"),
        (("new", "--has"), "--has 后面至少写一个"),
        (("delete", "甲", "--yes=1"), "--yes 后面不带内容"),
        (("gaps", "甲", "-o", ""), "路径是空的"),
        (("fill", "甲", "a\0b"), "空字符"),
        (("list", "--data", "甲"), "要写在命令之前"),
        (("list", "--as=甲"), "要写在命令之前"),
        (("--dta", "甲", "list"), "不认识：--dta"),
    ],
)
def test_a_bad_command_line_is_told_in_chinese(fazhi: Commands, words: tuple[str, ...], said: str) -> None:
    result = fazhi(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert len(result.err.splitlines()) >= 2
    assert not fazhi.data.exists()


def test_an_unknown_message_of_the_parser_still_comes_out_chinese() -> None:
    assert translated("something new") == "命令的写法不对。"
    assert (
        translated("argument 命令: invalid choice: 'x' (choose from a, b)") == "命令 不能是“x”，可写：a、b。"
    )


def test_the_command_line_is_split_at_the_command() -> None:
    line = split(["--data", "list", "--as=甲", "show", "-x", "list"])
    assert (line.before, line.command, line.behind) == (["--data", "list", "--as=甲"], "show", ["-x", "list"])
    assert split(["--data"]).command == ""

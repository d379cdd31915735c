"""An edited gap list that cannot be taken: what was changed besides, and what is none."""

from __future__ import annotations

import pytest

from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.checklists.findings import FileFaultsError
from fazhi_tui.loading.gap_list import foreign_changes
from tests.edited import apart, given, written
from tests.reporting import situations


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("差距：流于形式", "差距：落实", "原为“- 差距：流于形式”，现为“- 差距：落实”"),
        ("# 越城区", "# 柯桥区", "原为“# 越城区文化"),
        ("fazhi1:1:leader", "fazhi1:2:leader", "fazhi1:2:leader"),
        ("（延期1次", "（延期0次", "延期1次"),
        ("校验码：", "校验码:", "校验码"),
    ],
)
def test_anything_else_that_was_changed_is_named(old: str, new: str, said: str) -> None:
    text = written(situations.rectifying())
    assert old in text
    found = given(text.replace(old, new, 1))
    assert found.is_changed_elsewhere
    (finding,) = foreign_changes(found, apart(text).lines).findings
    line = next(n for n, line in enumerate(text.split("\n"), 1) if old in line)
    assert finding.place == f"第{line}行"
    assert said in finding.text


def test_lines_taken_out_or_put_in_are_named_and_many_are_counted() -> None:
    text = written(situations.rectifying())
    lines = text.split("\n")
    status = next(n for n, line in enumerate(lines) if "- 状态：" in line)
    (gone,) = foreign_changes(
        given("\n".join(lines[:status] + lines[status + 1 :])), apart(text).lines
    ).findings
    assert gone.place == f"第{status}行之后"
    assert gone.problem == "这里不能删，少了“- 状态：整改中”。"
    more = "\n".join([*lines[:status], "又一句", *lines[status:]])
    (put,) = foreign_changes(given(more), apart(text).lines).findings
    assert (put.place, put.problem) == (f"第{status + 1}行", "这里不能加，多了“又一句”。")
    many = text.replace("：", ":")
    findings = foreign_changes(given(many), apart(text).lines).findings
    assert len(findings) == 21
    assert "另有" in findings[-1].text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "没有 --editable 写出的标记"),
        ("# 差距清单\n".encode(), "没有 --editable 写出的标记"),
        (b"\xff\xfe\x00", "编码认不出来"),
        (b"\x89PNG\xff\xff", "编码认不出来"),
        (b" " * 50_000_001, "超过50MB"),
    ],
)
def test_what_is_no_editable_gap_list_is_told(data: bytes, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        given(data)


def test_marks_that_are_gone_or_of_another_version_are_told() -> None:
    text = written(situations.filling())
    with pytest.raises(FileFaultsError, match="第2版"):
        given(text.replace("fazhi1", "fazhi2"))
    with pytest.raises(FileFaultsError, match=r"结束标记 <!--/fazhi1--> 不见了"):
        given(text.replace("<!--/fazhi1-->", "", 1))
    with pytest.raises(FileFaultsError, match="注释不全"):
        given(text.removesuffix("-->\n"))
    with pytest.raises(FileFaultsError, match="被改过"):
        given(text.replace(" lane officer", " lane adviser", 1))

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.domain.text import clean_text
from fazhi_tui.reporting.gap_list.gap_overview import table
from fazhi_tui.reporting.markdown_escape import continued, inline, opening
from tests.reporting.parsed import markup, shape, texts

SIGNS = list("|*_#<>[]\\`~&!+-=:.()1 2a字\"'/;\n")
WORDS = [
    "<b>",
    "</script>",
    "<!--",
    "-->",
    "&lt;",
    "&#35;",
    "[x](http://a.cn)",
    "![x](y)",
    "<http://a.cn>",
    "**",
    "__",
    "~~",
    "```",
    "- [ ] ",
    "1. ",
    "10) ",
    "* ",
    "+ ",
    "> ",
    "# ",
    "===",
    "---",
    "|---|",
    ":-",
    "[a]: b",
    "    ",
    "\t",
    "\\|",
    "\\\\",
    "\u2028",
    "\u200b",
]
HOSTILE = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=30).map("".join)


def _seen(text: str) -> str:
    """What a reader must see: the text's lines, blank ones apart."""
    kept = "".join(c for c in text if c != "\u200b").replace("\t", " ")
    return "\n".join(line.strip() for line in kept.splitlines() if line.strip())


@given(HOSTILE)
def test_text_within_a_line_is_seen_as_written(text: str) -> None:
    made = f"见{inline(text)}完"
    assert markup(made) == set()
    assert texts(made) == [f"见{_seen(text).replace(chr(10), ' ')}完"]


@given(HOSTILE)
def test_text_that_opens_a_list_item_is_seen_as_written_and_opens_nothing_else(text: str) -> None:
    made = f"1. {opening(text)}（完）"
    assert markup(made) == set()
    assert texts(made) == [f"{_seen(text).replace(chr(10), ' ')}（完）"]
    assert shape(made)["list_item_open"] == 1


@given(HOSTILE, st.sampled_from([2, 3, 5]))
def test_text_of_several_lines_stays_in_its_list_item_line_under_line(text: str, indent: int) -> None:
    made = f"{'1. ' if indent > 2 else ''}- 说明：{continued(text, indent)}\n"
    assert markup(made) == set()
    assert texts(made) == [f"说明：{_seen(text)}"]


@given(HOSTILE, HOSTILE)
def test_text_in_a_cell_stays_in_its_cell(first: str, second: str) -> None:
    made = table(("甲", "乙"), [(first, second), ("末", "行")])
    assert markup(made) == set()
    assert shape(made)["tr_open"] == 3
    assert shape(made)["td_open"] == 4
    seen = [_seen(text).replace("\n", " ") for text in (first, second)]
    assert texts(made) == ["甲", "乙", *seen, "末", "行"]


@given(st.text())
def test_any_text_at_all_is_only_text(text: str) -> None:
    kept = clean_text(text, "说明", 10**6)
    assert markup(f"- 说明：{continued(kept, 2)}") == set()
    assert "list_item_open" not in shape(f"见{inline(kept)}")


@pytest.mark.parametrize(
    "text", ["越城区文化广电旅游局", "只公示了5日，没有意见。", "《条例》第十五条（一）“公示”…", "2023.5.4"]
)
def test_ordinary_text_stays_as_readable_as_it_was(text: str) -> None:
    assert inline(text) == continued(text, 2) == text

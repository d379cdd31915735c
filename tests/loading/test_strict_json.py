from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.strict_json import read_json

LIMIT, DEPTH = 1_000_000, 10
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=10)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


def _read(text: str | bytes) -> object:
    data = text.encode("utf-8") if isinstance(text, str) else text
    return read_json(data, file="某文件", limit=LIMIT, depth=DEPTH)


@given(VALUES, st.booleans())
def test_what_json_can_say_is_read_as_it_is(value: object, is_escaped: bool) -> None:
    assert _read(json.dumps(value, ensure_ascii=is_escaped)) == value


@given(st.binary(max_size=60))
def test_no_bytes_at_all_make_it_fail(data: bytes) -> None:
    with contextlib.suppress(BadInputError):
        _read(data)


def test_lines_and_tabs_are_text() -> None:
    assert _read('"一\\n二\\t三"') == "一\n二\t三"


@pytest.mark.parametrize("opened", ["[", '{"a":'])
def test_the_depth_has_one_exact_limit(opened: str) -> None:
    closed = "]" if opened == "[" else "}"
    assert _read(opened * DEPTH + "1" + closed * DEPTH)
    for depth in (DEPTH + 1, 500, 100_000):
        with pytest.raises(BadInputError, match=f"嵌套超过{DEPTH}层"):
            _read(opened * depth + "1" + closed * depth)


def test_the_size_has_one_exact_limit() -> None:
    text = f'"{"x" * (LIMIT - 2)}"'
    assert _read(text) == "x" * (LIMIT - 2)
    with pytest.raises(BadInputError, match="超过1MB"):
        _read(text + " ")


@pytest.mark.parametrize("text", ['{"a":1,"a":1}', '[{"b":{"a":1,"c":2,"a":3}}]', '{"a":1,"\\u0061":2}'])
def test_a_name_twice_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="“a”在同一处写了两次"):
        _read(text)


UNFIT = [
    '"\\u202e"',
    '"\\u2066"',
    '"\\u200b"',
    '"\\u0007"',
    '{"\\u001b":1}',
    '["\\udc00"]',
    '"\\u0085"',
    '"\\r"',
    '"\u007f"',
]


@pytest.mark.parametrize("text", UNFIT)
def test_a_character_that_steers_or_cannot_be_stored_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match=r"不能用的字符（U\+[0-9A-F]{4}）"):
        _read(text)


def test_where_reading_stops_is_said() -> None:
    with pytest.raises(BadInputError, match="第8个字符起读不下去"):
        _read('{"a":1,}')

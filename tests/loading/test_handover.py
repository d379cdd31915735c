from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fazhi_tui.domain import decide
from fazhi_tui.domain.answers import Opinion
from fazhi_tui.domain.assessment import State
from fazhi_tui.domain.log.events import in_order
from fazhi_tui.domain.log.handover_format import SIZE_LIMIT
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from fazhi_tui.loading.handover import read_handover
from tests.domain.resealed import forged
from tests.handed import edited, file_of, forged_file
from tests.journal import Journal
from tests.samples import DECISIONS, ENFORCEMENT, SAMPLE, library

UNIT_1 = ("juece", "本单位", "u-1")
NEWER = library(DECISIONS | {"version": "2027.01"}, ENFORCEMENT)


@pytest.fixture(scope="module")
def journal() -> Journal:
    made = Journal()
    made.say(*UNIT_1, Verdict.PARTLY, "一部分“做”了\n第二行")
    made.record(decide.adopt(NEWER.checklists, NEWER.digest))
    made.undo()
    made.move("submitted")
    made.review(UNIT_1, Opinion.CORRECT, Verdict.HOLLOW, "走过场")
    return made


@pytest.fixture(scope="module")
def data(journal: Journal) -> bytes:
    return file_of(journal, NEWER)


def _refused(data: bytes) -> BadInputError:
    with pytest.raises(BadInputError) as caught:
        read_handover(data, file="某局.fazhi")
    assert caught.value.message.startswith("某局.fazhi：")
    assert caught.value.hint
    return caught.value


def test_what_is_written_is_read(journal: Journal, data: bytes) -> None:
    found = read_handover(data, file="某局.fazhi")
    assert found.log == journal.log
    assert found.assessment == journal.assessment
    assert found.assessment.state is State.SUBMITTED
    assert found.libraries == {SAMPLE.digest: SAMPLE, NEWER.digest: NEWER}
    assert found.check_code == journal.check_code


def test_a_byte_order_mark_and_line_breaks_of_an_editor_do_not_matter(journal: Journal, data: bytes) -> None:
    pretty = json.dumps(json.loads(data), ensure_ascii=True, indent=2).replace("\n", "\r\n")
    assert read_handover(b"\xef\xbb\xbf" + pretty.encode(), file="x").log == journal.log


ENVELOPES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "第1个字符起读不下去"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "不是 UTF-8"),
    "a workbook": (b"PK\x03\x04", "第1个字符起读不下去"),
    "a list": (b"[]", "不是交接文件"),
    "text": ('"你好"'.encode(), "不是交接文件"),
    "an object": (b"{}", "不是交接文件"),
    "another format": (b'{"format":"other","schema":1}', "不是交接文件"),
    "only the format": (b'{"format":"fazhi-handover","schema":1}', "字段不全"),
    "schema 0": (b'{"format":"fazhi-handover","schema":0}', "字段不全"),
    "schema text": (b'{"format":"fazhi-handover","schema":"2"}', "字段不全"),
    "schema true": (b'{"format":"fazhi-handover","schema":true}', "字段不全"),
    "newer": (b'{"format":"fazhi-handover","schema":2,"new":[]}', "更高版本"),
    "deep": (b"[" * 100_000, "嵌套超过"),
    "deep objects": (b'{"a":' * 50 + b"1" + b"}" * 50, "嵌套超过"),
    "a long number": (b"9" * 10_000, "有数字太长"),
}


@pytest.mark.parametrize("name", ENVELOPES)
def test_what_is_no_file_of_ours_is_refused(name: str) -> None:
    data, words = ENVELOPES[name]
    assert words in _refused(data).message


def test_a_file_too_big_is_refused_unread() -> None:
    assert "32MB" in _refused(b"[" + b" " * SIZE_LIMIT).message


@pytest.mark.parametrize("cut", [1, 2, 100, 1000])
def test_a_file_cut_off_is_refused(data: bytes, cut: int) -> None:
    assert "读不下去" in _refused(data[:-cut]).message


@pytest.mark.parametrize("name", ["format", "schema", "about", "check", "events", "checklists"])
def test_a_name_that_stands_twice_is_refused(data: bytes, name: str) -> None:
    assert f"“{name}”在同一处写了两次" in _refused(data[:-1] + f',"{name}":1}}'.encode()).message


def test_a_name_that_stands_twice_deep_inside_is_refused(data: bytes) -> None:
    twice = data.replace(b'"actor":', b'"actor":"x","actor":', 1)
    assert "“actor”在同一处写了两次" in _refused(twice).message


@pytest.mark.parametrize("fields", [{"more": 1}, {"events": None}, {"events": {}}, {"events": [3]}])
def test_odd_fields_are_refused(data: bytes, fields: dict[str, object]) -> None:
    _refused(edited(data, **fields))


@pytest.mark.parametrize("value", [None, 3, [], {}, "x", [[]]])
@pytest.mark.parametrize("field", ["check", "events", "checklists"])
def test_no_value_of_a_field_makes_it_fail(data: bytes, field: str, value: object) -> None:
    _refused(edited(data, **{field: value}))


@pytest.mark.parametrize(
    ("escape", "code"), [(r"\ud800", "U+D800"), (r"\u001b[2J", "U+001B"), (r"\u0000", "U+0000")]
)
def test_a_character_no_text_of_ours_has_is_refused(data: bytes, escape: str, code: str) -> None:
    assert code in _refused(data.replace("走过场".encode(), escape.encode())).message


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_is_none_is_refused(data: bytes, number: str) -> None:
    assert number.encode() not in data
    assert number in _refused(data.replace(b'"seq":3', f'"seq":{number}'.encode(), 1)).message


def test_an_event_with_a_field_more_is_refused(data: bytes) -> None:
    rows = json.loads(data)["events"]
    rows[2]["secret"] = 1
    assert "第3条记录有不认识的字段" in _refused(edited(data, events=rows)).message


@pytest.mark.parametrize("field", ["seq", "lane", "at", "actor", "kind", "payload", "prev", "seen", "hash"])
def test_an_event_with_a_field_less_or_an_odd_one_is_refused(data: bytes, field: str) -> None:
    odd: list[Any] = [None, 3.5, [], {"a": []}]
    for value in odd:
        rows = json.loads(data)["events"]
        rows[2][field] = value
        assert "条" in _refused(edited(data, events=rows)).message
    rows = json.loads(data)["events"]
    del rows[2][field]
    assert "第3条" in _refused(edited(data, events=rows)).message


def test_changed_words_are_found_where_they_stand(data: bytes) -> None:
    changed = data.replace("走过场".encode(), "走过一场".encode())
    fault = _refused(changed)
    assert "复核记录第1条" in fault.message
    assert "与其校验值不符" in fault.message
    assert "重新写出" in fault.hint


def test_events_left_out_at_the_end_are_found_by_the_check_code(journal: Journal, data: bytes) -> None:
    rows = [event.as_dict() for event in in_order(journal.log)[:-1]]
    assert "校验码不符" in _refused(edited(data, events=rows)).message


def test_a_very_long_word_makes_no_very_long_message(journal: Journal, data: bytes) -> None:
    rows = json.loads(data)["events"]
    rows[2]["at"] = "9" * 1_000_000
    assert len(_refused(edited(data, events=rows)).message) < 1000


@pytest.mark.parametrize("which", [SAMPLE.digest, NEWER.digest])
def test_every_set_of_checklists_must_be_there_and_be_the_one_adopted(data: bytes, which: str) -> None:
    sets = json.loads(data)["checklists"]
    gone = {digest: value for digest, value in sets.items() if digest != which}
    assert "清单不在文件里" in _refused(edited(data, checklists=gone)).message
    other = deepcopy(sets)
    other[which][0]["stages"][0]["items"][0]["question"] = "u-1做了吗？"
    assert "清单与记录不符" in _refused(edited(data, checklists=other)).message
    values: list[Any] = [None, 3, {}, [3], [[]]]
    for odd in values:
        assert "清单不在文件里" in _refused(edited(data, checklists={**sets, which: odd})).message


def _adopting(journal: Journal, data: bytes, adopted: list[dict[str, object]]) -> bytes:
    """The file with these checklists in place of those adopted first, all digests and hashes made to fit."""
    from fazhi_tui.domain.log.canonical import digest

    events = forged(journal.log, "adopted", digest=digest(adopted))
    sets = {**json.loads(data)["checklists"], digest(adopted): adopted}
    return edited(forged_file(data, events), checklists=sets)


@pytest.mark.parametrize("adopted", [[], [{}], [{"schema": 1}], [{"id": "a", "items": {}}], [{"schema": 2}]])
def test_checklists_that_are_none_are_refused(
    journal: Journal, data: bytes, adopted: list[dict[str, object]]
) -> None:
    fault = _refused(_adopting(journal, data, adopted))
    assert "清单" in fault.message


def test_checklists_other_than_the_event_lists_are_refused(journal: Journal, data: bytes) -> None:
    alone: list[dict[str, object]] = [json.loads(json.dumps(ENFORCEMENT))]
    assert "所列的编号和版本不符" in _refused(_adopting(journal, data, alone)).message


@given(st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_byte_changed_is_found_or_makes_no_difference(
    journal: Journal, data: bytes, chosen: st.DataObject
) -> None:
    place = chosen.draw(st.integers(0, len(data) - 1), label="place")
    taken = chosen.draw(st.integers(0, 3), label="taken out")
    put = chosen.draw(st.binary(max_size=3), label="put in")
    changed = data[:place] + put + data[place + taken :]
    try:
        found = read_handover(changed, file="x")
    except BadInputError:
        return
    assert found.log == journal.log
    assert found.libraries == {SAMPLE.digest: SAMPLE, NEWER.digest: NEWER}

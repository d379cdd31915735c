from __future__ import annotations

from datetime import datetime
from typing import NoReturn

import pytest

from fazhi_tui.domain.text import clean_name
from fazhi_tui.own_fault import ScreensFailed, fault_line, fault_report
from tests.samples import START

SECRET = "机密的答案"


def _fail() -> NoReturn:
    try:
        clean_name(SECRET * 60, "名称")
    except Exception as error:
        raise KeyError(SECRET) from error
    raise AssertionError


def _report(error: BaseException, when: datetime = START) -> str:
    return fault_report(error, version="1.2", when=when)


def test_a_report_has_the_places_of_every_fault_in_the_chain_and_no_message() -> None:
    with pytest.raises(KeyError) as caught:
        _fail()
    report = _report(caught.value)
    assert [line for line in report.splitlines() if line.endswith("Error")] == ["KeyError", "BadInputError"]
    assert "  fazhi_tui/domain/text.py:" in report
    assert "  test_own_fault.py:" in report
    assert "版本：1.2" in report
    assert SECRET not in report + fault_line(caught.value)


def test_what_ended_the_screens_is_named_and_not_that_they_ended() -> None:
    with pytest.raises(ScreensFailed) as caught:
        raise ScreensFailed from ValueError(SECRET)
    assert "（ValueError" in fault_line(caught.value)
    assert "ScreensFailed" not in _report(caught.value)


def test_a_chain_that_bites_its_tail_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert _report(first).count("KeyError") == 10

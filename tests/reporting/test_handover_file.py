from __future__ import annotations

import json

import pytest

from fazhi_tui.domain.log.events import in_order
from fazhi_tui.domain.log.handover_format import FIELDS
from fazhi_tui.domain.verdict import Verdict
from fazhi_tui.errors import BadInputError
from fazhi_tui.reporting import handover_file
from fazhi_tui.reporting.handover_file import handover_bytes
from tests.handed import file_of
from tests.journal import Journal
from tests.samples import SAMPLE


@pytest.fixture
def journal() -> Journal:
    made = Journal()
    made.say("juece", "本单位", "u-1", Verdict.MISSING, "没有“做”\n第二行")
    return made


def test_it_is_one_json_text_with_the_whole_log_and_the_checklists(journal: Journal) -> None:
    data = json.loads(file_of(journal))
    assert tuple(data) == FIELDS
    assert (data["format"], data["schema"]) == ("fazhi-handover", 1)
    assert data["events"] == [event.as_dict() for event in in_order(journal.log)]
    assert data["checklists"] == {SAMPLE.digest: list(SAMPLE.data)}
    assert data["check"] == journal.check_code


def test_han_stands_in_it_unescaped_in_one_line(journal: Journal) -> None:
    text = file_of(journal).decode("utf-8")
    assert "越城区文化广电旅游局" in text
    assert "fazhi merge" in text
    assert "\\u" not in text
    assert "\n" not in text


def test_the_same_log_gives_the_same_bytes(journal: Journal) -> None:
    assert file_of(journal) == file_of(journal)


def test_what_no_reader_would_take_is_not_written(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(file_of(journal))
    monkeypatch.setattr(handover_file, "SIZE_LIMIT", size)
    assert len(file_of(journal)) == size
    monkeypatch.setattr(handover_file, "SIZE_LIMIT", size - 1)
    with pytest.raises(BadInputError, match="没有写出"):
        handover_bytes(journal.log, {SAMPLE.digest: SAMPLE.data}, journal.check_code)

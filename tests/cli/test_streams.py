from __future__ import annotations

import pytest

from fazhi_tui.cli.streams import say


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("　另有8条", "　另有8条"),
        ("一\t二\n三", "一\t二\n三"),
        ("a\xa0b", "a\xa0b"),
        ("\x1b[31m红", "<001B>[31m红"),
        ("甲\u202e乙\u200b\u2028丙", "甲<202E>乙<200B><2028>丙"),
    ],
)
def test_words_keep_their_spaces_and_lose_what_steers_a_terminal(
    capsys: pytest.CaptureFixture[str], said: str, shown: str
) -> None:
    say(said)
    assert capsys.readouterr().err == f"{shown}\n"

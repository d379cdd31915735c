from __future__ import annotations

import pytest

from fazhi_tui.domain.annual.statement import statement
from fazhi_tui.loading.checklists.checklist_files import load_library
from fazhi_tui.paths import checklist_files, shipped_checklists_folder


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("是否建立了制度？", "建立了制度"),
        ("期限是否不少于30日；缩短的，是否说明？", "期限不少于30日；缩短的，说明"),
        ("行政首长是否在讨论之后才决定，没有先签发、后上会？", "行政首长在讨论之后才决定"),
        ("意见是否真正采纳，而不是汇总了事？", "意见真正采纳"),
        ("本人是否没有越权，也没有失职？", "本人没有越权，也没有失职"),
        ("受托的组织是否没有再委托，措施权是否没有委托？", "受托的组织没有再委托，措施权没有委托"),
        ("建立了制度吗？", ""),
        ("有没有制度，是否执行？", ""),
        ("有无制度，是否执行？", ""),
        ("是否建立了制度", ""),
        ("是否建立？是否执行？", ""),
    ],
)
def test_a_question_becomes_what_a_yes_says(question: str, said: str) -> None:
    assert statement(question) == said


def test_every_shipped_question_has_its_statement() -> None:
    library = load_library(checklist_files(shipped_checklists_folder()), [])
    questions = [item.question for checklist in library.checklists for _, item in checklist.items()]
    assert len(questions) > 400
    said = {question: statement(question) for question in questions}
    assert [question for question, words in said.items() if len(words) < 6] == []
    assert [words for words in said.values() if "是否" in words or "？" in words or "吗" in words] == []

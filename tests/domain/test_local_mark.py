from __future__ import annotations

from fazhi_tui.domain.local_mark import gap_words, question_words
from tests.samples import DECISIONS, checklist, item, library, stage


def test_only_an_item_that_replaces_a_shipped_one_is_marked() -> None:
    made = library(DECISIONS, checklist("a", stage("s", "环节", "unit", item("x-1", replaces=True))))
    items = {i.id: i for c in made.checklists for _, i in c.items()}
    assert [i.id for i in items.values() if i.is_local] == ["x-1"]
    assert (question_words(items["x-1"]), gap_words(items["x-1"])) == (
        "【本地】x-1是否做到？",
        "【本地】x-1没有做到",
    )
    assert (question_words(items["u-1"]), gap_words(items["u-1"])) == ("u-1是否做到？", "u-1没有做到")

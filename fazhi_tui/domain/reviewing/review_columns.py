"""The columns of the adviser's sheet; those behind the contract's seven are there to be read."""

from __future__ import annotations

from fazhi_tui.domain.answers import Answer

CONTRACT = ("清单", "自查表", "检查项", "自评结论", "复核意见", "复核结论", "意见")
OPINION_COLUMNS = CONTRACT[4:]
ANSWER_MARK = "自评校验"
REVIEW_COLUMNS = (
    *CONTRACT,
    "提示",
    "环节",
    "问题",
    "依据",
    "说明",
    "佐证",
    "核算",
    "原复核意见",
    ANSWER_MARK,
)


def answer_mark(answer: Answer) -> str:
    """What tells the answer written out from a later one, so that an opinion cannot land on another.

    It begins with a letter, or a spreadsheet could take it for a number.
    """
    return f"h{answer.fingerprint[:12]}"

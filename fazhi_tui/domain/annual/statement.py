"""A checklist's question as the statement that 落实 answers it with."""

from __future__ import annotations

import re

_WHETHER = "是否"
# A question that also asks what, how or how many has no statement to be taken out of it.
_OPEN = re.compile(r"有没有|是不是|能否|可否|(?<!没)有无(?!障碍)|吗|多少|？.")
_DENIAL = ("没有", "而没有", "不是", "而不是", "不搞")


def statement(question: str) -> str:
    """是否甲，没有乙？ → 甲; empty where the question is not built that way.

    A denial that only sharpens the question (，没有…) is left out, so that no more is stated than asked.
    """
    if _WHETHER not in question or not question.endswith("？") or _OPEN.search(question):
        return ""
    clauses = question.removesuffix("？").split("，")
    while len(clauses) > 1 and clauses[-1].startswith(_DENIAL) and _WHETHER not in clauses[-1]:
        clauses.pop()
    if not any(_WHETHER in clause for clause in clauses):
        return ""
    return "，".join(clauses).replace(_WHETHER, "")

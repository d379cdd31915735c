"""How the adviser answers a request to close a gap."""

from __future__ import annotations

from fazhi_tui.domain.answers import NOTE_LIMIT
from fazhi_tui.domain.assessment import Assessment
from fazhi_tui.domain.log.wish import Wish
from fazhi_tui.domain.rectifying.rectification import BLANK, GapKey, Status, key_text
from fazhi_tui.domain.text import clean_text
from fazhi_tui.errors import BadInputError, RefusedError


def close(assessment: Assessment, gap: GapKey, *, checked: str, how: str, opinion: str = "") -> Wish:
    """The adviser's 销号: what of the effect was checked, and how.

    Raises:
        BadInputError: either is not said.
        RefusedError: nothing waits to be closed.
    """
    said = {
        "checked": clean_text(checked, "核查内容", NOTE_LIMIT),
        "how": clean_text(how, "核查方式", NOTE_LIMIT),
    }
    if not all(said.values()):
        raise BadInputError(
            "销号要写明核查了什么、怎么核查的。", "如：核查内容“新立的3件案卷均有审核意见”，方式“调卷”。"
        )
    return _judgement(assessment, gap, closes=True, opinion=opinion, **said)


def send_back(assessment: Assessment, gap: GapKey, *, opinion: str) -> Wish:
    """The adviser's return of a request to close.

    Raises:
        BadInputError: no opinion.
        RefusedError: nothing waits to be closed.
    """
    if not clean_text(opinion, "意见", NOTE_LIMIT):
        raise BadInputError("退回整改要写意见。", "写明还差什么，如：只有通知，没有整改后的案卷。")
    return _judgement(assessment, gap, closes=False, opinion=opinion, checked="", how="")


def _judgement(assessment: Assessment, gap: GapKey, *, closes: bool, opinion: str, **said: str) -> Wish:
    rectification = assessment.rectifications.get(gap, BLANK)
    if rectification.status is not Status.REQUESTED:
        raise RefusedError(
            f"这一条现在是“{rectification.status}”，没有待审的销号申请，未写入：{key_text(gap)}",
            "须由填报人先申请销号。",
        )
    judgement = {
        "gap": list(gap),
        "judged": rectification.requests[-1].id,
        "closes": closes,
        "opinion": clean_text(opinion, "意见", NOTE_LIMIT),
        **said,
    }
    return "closing_judged", {"judgements": [judgement]}

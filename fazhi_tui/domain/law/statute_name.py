"""What an instrument is called, and whether two names mean the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

_NUMBER = re.compile(r"([\u4e00-\u9fff]{2,8})〔([0-9]{4})〕([0-9]+)号")
_LAST_BRACKET = re.compile(r"[（(【]([^（()）【】]*)[）)】]$")
_EXCERPT = re.compile(r"节选|全文|摘录|摘要|不完整")
_VERSION = re.compile(r"[0-9]{4}年[^）]*(?:版|修订|修正|修改|本)|^[0-9]{4}年$|旧版|新版|现行有效")
_OLD = re.compile(r"旧版|旧文本|已失效|已废止")
_IGNORED = re.compile(r"中华人民共和国|[《》〈〉<>“”\"'‘’「」\s、，,·—－―\-–~]")


@dataclass(frozen=True, slots=True)
class StatuteName:
    """Title without its version, the version, and the 〔year〕numbers it is issued under."""

    title: str
    version: str = ""
    numbers: frozenset[str] = field(default=frozenset())

    @property
    def key(self) -> str:
        """The title with all that does not tell instruments apart taken out."""
        return _IGNORED.sub("", unicodedata.normalize("NFKC", self.title))

    @property
    def is_old(self) -> bool:
        """Whether the version says that it has been replaced."""
        return _OLD.search(self.version) is not None

    @property
    def version_year(self) -> int | None:
        """The year in the version: 2026 for 2026年修订."""
        match = re.search(r"[0-9]{4}(?=年)", self.version)
        return int(match[0]) if match else None

    def joined(self, others: Iterable[StatuteName]) -> StatuteName:
        """This name with the numbers of the others too."""
        return replace(self, numbers=self.numbers.union(*(other.numbers for other in others)))

    def __str__(self) -> str:
        return f"《{self.title}》" + (f"（{self.version}）" if self.version else "")


def read_name(title: str, number: str = "") -> StatuteName:
    """A name out of a title as written and what is said of its number.

    A bracket at the end is dropped (节选…), is a version (2007年旧版), or is title (2021－2025年).
    """
    title = _NUMBER.sub("", title, count=1) if _NUMBER.match(title) else title
    title, version = title.strip().strip("#*").strip(), ""
    while match := _LAST_BRACKET.search(title):
        if _EXCERPT.search(match[1]):
            title = title[: match.start()].strip()
        elif _VERSION.search(match[1]):
            title, version = title[: match.start()].strip(), match[1]
        else:
            break
    return StatuteName(title.strip("《》"), version, numbers_in(number))


def numbers_in(text: str) -> frozenset[str]:
    """The numbers such as 国办发〔2018〕118号 in a text, brackets of any kind."""
    wide = re.sub(r"[\[(（［【]([0-9]{4})[\])）］】]", r"〔\1〕", text)
    return frozenset(f"{office}〔{year}〕{int(number)}号" for office, year, number in _NUMBER.findall(wide))

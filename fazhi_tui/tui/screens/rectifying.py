"""What can be done about a gap: plan, progress, 延期, 申请销号, 销号; and gaps of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fazhi_tui.domain.answers import evidence_from
from fazhi_tui.domain.log.events import Lane
from fazhi_tui.domain.rectifying.ledger import Entry
from fazhi_tui.domain.rectifying.manual_gap import SOURCES
from fazhi_tui.domain.rectifying.rectification import Pace, Status
from fazhi_tui.domain.rectifying.rectify import Step
from fazhi_tui.tui.dialogs.form import FormDialog, FormField
from fazhi_tui.tui.dialogs.menu import Entry as MenuEntry
from fazhi_tui.tui.dialogs.menu import MenuDialog
from fazhi_tui.tui.screens.saving import SavingScreen, T
from fazhi_tui.tui.words import gap_words


class RectifyingScreen(SavingScreen[T]):
    """Stands on an entry of the ledger."""

    @property
    def entry(self) -> Entry | None:
        """The entry stood on."""
        return None

    @property
    def stands_on(self) -> str:
        """The gap too."""
        return f"{super().stands_on} · {self.entry.problem}" if self.entry else super().stands_on

    def recorded(self) -> None:
        """Something was recorded; a screen that shows it shows it anew."""

    def action_menu(self) -> None:
        """Ask what to do about the gap."""
        self.app.push_screen(
            MenuDialog(gap_words.RECTIFY_MENU, gap_words.RECTIFY_MENU_HINT, self._menu()),
            self._on_menu,
        )

    def action_plan(self) -> None:
        """Measure, people, due day, pace."""
        entry = self.entry
        if entry is None or entry.number is None:
            return
        plan = entry.rectification
        fields = (
            FormField("measure", "整改措施", plan.measure, _remedy(entry)),
            FormField("leader", "责任领导", plan.leader),
            FormField("department", "责任部门", plan.department),
            FormField("person", "责任人", plan.person),
            FormField("due", "时限", plan.due, gap_words.DATE_HINT),
            FormField("pace", "类型", plan.pace or "", options=("", *Pace)),
        )
        self._ask(gap_words.PLAN_TITLE, fields, lambda given: self._step(_plan(entry, given)))

    def action_progress(self) -> None:
        """What was done by a day."""
        entry = self.entry
        if entry is None or entry.number is None:
            return
        fields = (
            FormField("date", "日期", self._clock().date().isoformat(), gap_words.DATE_HINT),
            FormField("text", "进展", hint="做了什么"),
        )
        self._ask(
            gap_words.PROGRESS_TITLE,
            fields,
            lambda given: self._step(Step(entry.key, progress=(given["date"], given["text"]))),
        )

    def action_extend(self) -> None:
        """延期, with its reason."""
        entry = self.entry
        if entry is None or entry.number is None:
            return
        fields = (
            FormField("due", "新时限", hint=gap_words.DATE_HINT),
            FormField("reason", "理由", hint="为什么不能按期完成"),
        )
        self._ask(
            gap_words.EXTEND_TITLE,
            fields,
            lambda given: self._step(Step(entry.key, extension=(given["due"], given["reason"]))),
        )

    def action_request(self) -> None:
        """申请销号 with proof."""
        entry = self.entry
        if entry is None or entry.number is None:
            return
        fields = (FormField("proof", "证明材料", hint=gap_words.PROOF_HINT),)

        def accept(given: Mapping[str, str]) -> None:
            lines = [part for part in given["proof"].replace("；", ";").split(";") if part.strip()]
            self._step(Step(entry.key, request=tuple(evidence_from(line) for line in lines)))

        self._ask(gap_words.REQUEST_TITLE, fields, accept)

    def action_close(self) -> None:
        """The adviser's 销号."""
        entry = self.entry
        if entry is None:
            return
        fields = (
            FormField("checked", "核查内容", hint="核查了什么，效果如何"),
            FormField("how", "核查方式", hint="如：调卷、现场、抽查"),
            FormField("opinion", "意见", hint="可空"),
        )
        self._ask(gap_words.CLOSE_TITLE, fields, lambda given: self.session.close_gap(entry.key, **given))

    def action_send_back(self) -> None:
        """The adviser's return of a request to close."""
        entry = self.entry
        if entry is None:
            return
        fields = (FormField("opinion", "意见", hint="还差什么"),)
        self._ask(
            gap_words.SEND_BACK_TITLE,
            fields,
            lambda given: self.session.send_back_gap(entry.key, opinion=given["opinion"]),
        )

    def action_add_gap(self) -> None:
        """A gap no item asks for."""
        fields = (
            FormField("problem", "问题", hint="哪件事、差在哪里"),
            FormField("basis", "依据", hint="法律条款或文件"),
            FormField("source", "来源", SOURCES[0], options=SOURCES),
        )
        self._ask(gap_words.ADD_GAP_TITLE, fields, self.session.add_gap)

    def action_withdraw_gap(self) -> None:
        """Take a gap of one's own back."""
        entry = self.entry
        if entry is None or entry.manual is None:
            return
        fields = (FormField("reason", "理由", hint="如：与第3条重复"),)
        id = entry.manual.id
        self._ask(
            gap_words.WITHDRAW_GAP_TITLE,
            fields,
            lambda given: self.session.withdraw_gap(id, given["reason"]),
        )

    def _menu(self) -> tuple[MenuEntry, ...]:
        entry = self.entry
        add = ("add_gap", gap_words.MENU_ADD_GAP)
        if self.session.lane is Lane.ADVISER:
            is_asked = entry is not None and entry.status is Status.REQUESTED
            judging = (("close", gap_words.MENU_CLOSE), ("send_back", gap_words.MENU_SEND_BACK))
            return judging if is_asked else (("nothing", gap_words.MENU_NOTHING),)
        if entry is None or entry.number is None:
            return (add,)
        own = (("withdraw_gap", gap_words.MENU_WITHDRAW_GAP),) if entry.manual else ()
        return (
            ("plan", gap_words.MENU_PLAN),
            ("progress", gap_words.MENU_PROGRESS),
            ("extend", gap_words.MENU_EXTEND),
            ("request", gap_words.MENU_REQUEST),
            *own,
            add,
        )

    async def _on_menu(self, action: str | None) -> None:
        if action is not None and action != "nothing":
            await self.run_action(action)

    def _ask(
        self, title: str, fields: tuple[FormField, ...], accept: Callable[[Mapping[str, str]], object]
    ) -> None:
        """Refusals stay in the dialog; a failing disk shows in the banner."""
        self.app.push_screen(
            FormDialog(title, fields, lambda given: self.saved_or_told(lambda: accept(given))),
            lambda done: self.recorded() if done else None,
        )

    def _step(self, step: Step) -> None:
        self.session.rectify([step])


def _plan(entry: Entry, given: Mapping[str, str]) -> Step:
    return Step(
        entry.key,
        measure=given["measure"],
        leader=given["leader"],
        department=given["department"],
        person=given["person"],
        due=given["due"],
        pace=given["pace"],
    )


def _remedy(entry: Entry) -> str:
    return entry.gap.row.item.remedy if entry.gap else "怎么改"

from __future__ import annotations

from fazhi_tui.tui.app import FazhiApp
from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import SMALL, checklist, item, stage
from .reading import screen_text


def test_a_unit_s_own_checklist_is_adopted_only_where_it_is_named(workspace: Workspace) -> None:
    own = SMALL.replace('id = "zhongda-juece"', 'id = "ziji"').replace('id = "', 'id = "own-')
    workspace.own_checklists.mkdir(parents=True)
    (workspace.own_checklists / "ziji.toml").write_text(own, encoding="utf-8")
    plain = workspace.create(NewAssessment("甲局", 2023, "部门"))
    named = workspace.create(NewAssessment("乙局", 2023, "部门", checklists=("own-ziji",)))
    assert [c.id for c in workspace.open(plain, writable=False).library.checklists] == ["zhongda-juece"]
    assert [c.id for c in workspace.open(named, writable=False).library.checklists] == ["own-ziji"]


async def test_a_replaced_item_is_marked_on_its_card_and_among_the_gaps(
    app: FazhiApp, workspace: Workspace
) -> None:
    mine = item("a-2", "本地专家库是否建立？").replace('force = "应当"', 'force = "应当"\nreplaces = true')
    workspace.own_checklists.mkdir(parents=True)
    own = checklist("ziji", "本市", stage("ziji-1", "本市", "unit", mine))
    (workspace.own_checklists / "ziji.toml").write_text(own, encoding="utf-8")
    workspace.create(NewAssessment("甲局", 2023, "部门"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "本地" not in screen_text(app)
        await pilot.press("4")
        await pilot.pause()
        text = screen_text(app)
        assert "本地专家库是否建立？" in text
        assert "应当 · 2分  本地" in text
        await pilot.press("4")
        await pilot.press("f5")
        await pilot.pause()
        assert "【本地】a-2不到位。" in screen_text(app)

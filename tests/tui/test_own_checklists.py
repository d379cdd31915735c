from __future__ import annotations

from fazhi_tui.workspace import NewAssessment, Workspace

from .conftest import SMALL


def test_a_unit_s_own_checklist_is_adopted_only_where_it_is_named(workspace: Workspace) -> None:
    own = SMALL.replace('id = "zhongda-juece"', 'id = "ziji"').replace('id = "', 'id = "own-')
    workspace.own_checklists.mkdir(parents=True)
    (workspace.own_checklists / "ziji.toml").write_text(own, encoding="utf-8")
    plain = workspace.create(NewAssessment("甲局", 2023, "部门"))
    named = workspace.create(NewAssessment("乙局", 2023, "部门", checklists=("own-ziji",)))
    assert [c.id for c in workspace.open(plain, writable=False).library.checklists] == ["zhongda-juece"]
    assert [c.id for c in workspace.open(named, writable=False).library.checklists] == ["own-ziji"]

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi_tui.errors import BadInputError, FazhiError
from fazhi_tui.storage.archive import Archive, safe_name

FORBIDDEN = set('\\/:*?"<>|[]~')


def _archive(folder: Path, *ids: str) -> Archive:
    archive = Archive(folder)
    for id in ids:
        (archive.folder / id).mkdir(parents=True)
        (archive.folder / id / "events.json").write_bytes(b"{}")
    return archive


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("越城区文化广电旅游局", "越城区文化广电旅游局-2023"),
        ("甲[/]乙 [x=1]", "甲___乙__x=1_-2023"),
        ("CON", "CON-2023"),
        (".甲", "甲-2023"),
        ("甲\u3000乙", "甲_乙-2023"),
    ],
)
def test_a_folder_is_named_after_unit_and_year_with_han_kept(tmp_path: Path, unit: str, name: str) -> None:
    assert Archive(tmp_path).make_folder(unit, 2023, "").id == name
    assert (tmp_path / "assessments" / name).is_dir()


@given(st.text(min_size=1, max_size=300))
def test_a_safe_name_is_taken_by_every_system(text: str) -> None:
    name = safe_name(text.encode("utf-8", "replace").decode("utf-8"))
    assert name
    assert not set(name) & FORBIDDEN
    assert name == name.strip(". ")
    assert len(name.encode("utf-8")) <= 220
    assert not any(c.isspace() for c in name)


def test_the_longest_legal_names_can_be_made_and_trashed(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    unit, round_ = "\U00020000" * 60, "轮" * 20
    first = archive.make_folder(unit, 2023, round_)
    (first.folder / "events.json").write_bytes(b"{}")
    second = archive.make_folder(unit, 2024, round_)
    assert first.id != second.id
    assert archive.trash(first.id, "20261124-090000").is_dir()


def test_names_that_a_file_system_could_confuse_get_a_number(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    made = [archive.make_folder("甲/a", 2023, "")]
    for unit in ("甲[a", "甲_A", "甲 a"):
        (made[-1].folder / "events.json").write_bytes(b"{}")
        made.append(archive.make_folder(unit, 2023, ""))
    assert [store.id for store in made] == ["甲_a-2023", "甲_a-2023~2", "甲_A-2023~3", "甲_a-2023~4"]


@pytest.mark.parametrize(
    ("left", "id"),
    [
        ((".lock", "checklists.json", ".fazhi.x.tmp"), "甲-2023"),
        ((), "甲-2023"),
        (("我的.docx",), "甲-2023~2"),
    ],
)
def test_a_folder_in_which_an_assessment_never_began_is_taken_again(
    tmp_path: Path, left: tuple[str, ...], id: str
) -> None:
    archive = Archive(tmp_path)
    folder = archive.make_folder("甲", 2023, "").folder
    for name in left:
        (folder / name).write_bytes(b"")
    assert archive.make_folder("甲", 2023, "").id == id


def test_the_round_stands_behind_the_year(tmp_path: Path) -> None:
    assert Archive(tmp_path).make_folder("甲", 2023, "半年").id == "甲-2023-半年"


def test_only_folders_with_a_log_are_assessments(tmp_path: Path) -> None:
    archive = _archive(tmp_path, "乙-2023", "甲-2023")
    (archive.folder / "空").mkdir()
    (archive.folder / "文件").write_bytes(b"")
    assert archive.ids() == sorted(["乙-2023", "甲-2023"])


def test_an_empty_data_folder_has_none(tmp_path: Path) -> None:
    assert Archive(tmp_path / "none").ids() == []


@pytest.mark.parametrize(
    ("given_", "id"), [("乙", "乙-2023"), ("甲-2023", "甲-2023"), ("甲-2023-", "甲-2023-半年")]
)
def test_a_unique_beginning_is_enough_and_an_exact_id_wins(tmp_path: Path, given_: str, id: str) -> None:
    archive = _archive(tmp_path, "甲-2023", "甲-2023-半年", "乙-2023")
    assert archive.find(given_).id == id


@pytest.mark.parametrize(
    ("given_", "said"),
    [("甲", "对应多份"), ("丙", "没有编号"), ("", "没有编号"), ("../甲", "没有编号"), ("2023", "没有编号")],
)
def test_an_id_that_means_none_or_several_is_refused(tmp_path: Path, given_: str, said: str) -> None:
    archive = _archive(tmp_path, "甲-2023", "甲-2023-半年")
    with pytest.raises(BadInputError, match=said) as caught:
        archive.find(given_)
    assert caught.value.hint


def test_an_id_typed_decomposed_is_found(tmp_path: Path) -> None:
    assert _archive(tmp_path, "é局-2023").find("e\u0301局").id == "é局-2023"


def test_the_trash_keeps_each_assessment_with_its_time_and_never_overwrites(tmp_path: Path) -> None:
    archive = _archive(tmp_path, "甲-2023")
    first = archive.trash("甲-2023", "20261124-090000")
    _archive(tmp_path, "甲-2023")
    second = archive.trash("甲-2023", "20261124-090000")
    assert (first.name, second.name) == ("甲-2023-20261124-090000", "甲-2023-20261124-090000~2")
    assert first.parent == second.parent == tmp_path / "trash"
    assert (first / "events.json").read_bytes() == (second / "events.json").read_bytes() == b"{}"
    assert archive.ids() == []


@pytest.mark.parametrize("kept", ["copies", "sealed"])
def test_an_assessment_without_its_live_file_is_listed_while_there_is_something_to_restore(
    tmp_path: Path, kept: str
) -> None:
    archive = Archive(tmp_path)
    for name, sign in (("甲", kept), ("乙", "adopted")):
        (archive.folder / name / sign).mkdir(parents=True)
    assert archive.ids() == ["甲"]


def test_one_that_cannot_be_looked_into_is_listed_among_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = _archive(tmp_path, "甲-2023", "乙-2023")
    exists = Path.exists

    def refused(path: Path) -> bool:
        if path.parent.name == "甲-2023":
            raise PermissionError(errno.EACCES, "denied")
        return exists(path)

    monkeypatch.setattr(Path, "exists", refused)
    assert archive.ids() == sorted(["乙-2023", "甲-2023"])


def test_a_data_folder_that_does_not_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> Iterator[Path]:
        raise OSError(errno.ESTALE, "stale")

    archive = _archive(tmp_path, "甲-2023")
    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(FazhiError, match="网络文件夹已断开"):
        archive.ids()

"""Search: by the beginnings of words and by sound; people by code name, the protected never by name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kit.vaults import new_vault

from gvi_desktop.domain.group import GroupDraft
from gvi_desktop.domain.person import PersonDraft, Protection
from gvi_desktop.services import groups, people, search
from gvi_desktop.services.sounding import sort_key, sound
from gvi_desktop.services.workspace import Workspace


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path / "a.gvi")
    workspace.write(people.add, PersonDraft(code_name="P001", given_name="Mohammed", family_name="Öberg"))
    workspace.write(people.add, PersonDraft(code_name="P002", given_name="Örjan", family_name="Petrović"))
    hidden = PersonDraft(code_name="P003", given_name="Stina", family_name="Hemlig", protection=Protection.REGISTRATION)
    workspace.write(people.add, hidden)
    workspace.write(groups.add, GroupDraft(name="Vivalla Norra", area="Vivalla"))
    yield workspace
    workspace.close()


def found(office: Workspace, query: str) -> list[str]:
    return [hit.title for hit in office.read(search.find, query)]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("öbe", ["P001"]),
        ("obe", ["P001"]),
        ("moh", ["P001"]),
        ("Muhamed", ["P001"]),
        ("Petrovic", ["P002"]),
        ("P00", ["P001", "P002", "P003"]),
        ("Hemlig", []),
        ("Stina", []),
        ("viv", ["Vivalla Norra"]),
        ("norra viv", ["Vivalla Norra"]),
        ("xyz", []),
        ("   ", []),
        ('"*()^:-', []),
        ("öbe" * 3000, []),
    ],
)
def test_what_is_found(office: Workspace, query: str, titles: list[str]) -> None:
    assert sorted(found(office, query)) == titles


def test_a_word_match_stands_before_one_that_only_sounds_alike(office: Workspace) -> None:
    office.write(people.add, PersonDraft(code_name="P004", given_name="Muhamed", birth_date=date(1999, 1, 1)))
    hits = [hit for hit in office.read(search.find, "Muhamed") if hit.kind == "person"]
    assert [(hit.title, hit.by_sound) for hit in hits] == [("P004", False), ("P001", True)]


@pytest.mark.parametrize(
    "names",
    [
        ("Mohammed", "Muhamed", "Mohamad"),
        ("Öberg", "Øberg"),
        ("Petrović", "Petrovic"),
        ("Khalid", "Kalid"),
        ("Aasa", "Åsa"),
    ],
)
def test_spellings_of_one_name_sound_alike(names: tuple[str, ...]) -> None:
    assert len({sound(name) for name in names}) == 1


def test_names_sort_as_in_swedish() -> None:
    assert sorted(["Öberg", "Ärlig", "Zetterberg", "Åberg", "andersson"], key=sort_key) == [
        "andersson", "Zetterberg", "Åberg", "Ärlig", "Öberg",
    ]  # fmt: skip


def test_a_closed_vault_leaves_no_name_in_the_memory_of_sounds(tmp_path: Path) -> None:
    vault = new_vault(tmp_path / "a.gvi")
    vault.write(people.add, PersonDraft(code_name="P1", family_name="Abdulqadirsson"))
    assert sound.cache_info().currsize
    vault.close()
    assert not sound.cache_info().currsize

"""Hostile words: what people may type or paste into a search, and texts that no table likes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit.vaults import new_vault

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.services import listing, search
from gvi_desktop.services.workspace import Workspace


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    workspace = new_vault(tmp_path_factory.mktemp("v") / "a.gvi")
    workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Oxhagen NEAR-by _x_ AND")))
    yield workspace
    workspace.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=40) | st.text("\"'*:()-_^+{}[]NEARODT \0", max_size=30))
def test_no_query_is_a_fault(office: Workspace, query: str) -> None:
    office.read(search.find, query)
    office.read(lambda unit: listing.ids(unit, Group, text=query))


AWKWARD = ["-", "_", "--", '"', "AND", "NEAR(", "kind : person", "x" * 1_000_000, "a " * 20_000]


@pytest.mark.parametrize("query", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_queries_are_answered(office: Workspace, query: str) -> None:
    office.read(search.find, query)
    office.read(lambda unit: listing.ids(unit, Group, text=query))


def test_hyphens_underscores_and_operators_are_words(office: Workspace) -> None:
    for query in ("near-by", "_x_", "AND", "oxh"):
        assert [hit.kind for hit in office.read(search.find, query)] == ["group"]


def test_text_that_is_no_text_is_kept_without_its_broken_letters(tmp_path: Path) -> None:
    workspace = new_vault(tmp_path / "b.gvi")
    one = workspace.write(lambda unit: unit.add(Group, GroupDraft(name="Ox\ud800hagen\0x", note="a\udfff")))
    kept = workspace.read(lambda unit: unit.get(Group, one.id))
    assert (kept.name, kept.note) == ("Ox\ufffdhagenx", "a\ufffd")
    workspace.write(lambda unit: unit.change(Group, one.id, name="\ud83d"))
    assert workspace.read(lambda unit: unit.get(Group, one.id)).name == "\ufffd"
    workspace.keep_draft("groups", {"name": "\ud83d"})
    assert workspace.drafts() == {"groups": {"name": "\ufffd"}}
    workspace.close()

"""Two offices that each took a letter text of one kind into use: both are kept, and a person chooses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.quartet import Offices, quartet

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.services import conflicts, lettertexts, receiving, undo
from gvi_desktop.services.workspace import Workspace

CARD = "card:sv"
TEXT = "title: Kort\nheading: Kort\n---\n# Hör av dig\n\nVi svarar {}.\n\n> {{{{phone}}}}\n"


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[Offices]:
    with quartet(tmp_path) as made:
        made.meet()
        for office, word in ((made.anna, "dygnet runt"), (made.bo, "på kontorstid")):
            office.write(lettertexts.keep, CARD, TEXT.format(word))
            office.write(lettertexts.take_into_use, CARD)
            made.clock.move(minutes=1)
        yield made


def swap(o: Offices) -> None:
    one, two = o.send(o.anna, "Bo"), o.send(o.bo, "Anna")
    o.take(one)
    o.anna.write(receiving.take_in, o.anna.read(receiving.read, two))


def used(office: Workspace) -> str:
    return office.read(lettertexts.in_use, LetterKind.CARD)["sv"]


def test_both_are_in_the_work_list_and_both_offices_write_with_the_same_until_one_is_chosen(offices: Offices) -> None:
    swap(offices)
    for office in (offices.anna, offices.bo):
        (found,) = office.read(conflicts.listed)
        assert office.read(conflicts.count) == 1
        assert [one.value for one in found.versions] == [TEXT.format("på kontorstid"), TEXT.format("dygnet runt")]
        assert sorted(one.own for one in found.versions) == [False, True]
        assert len({one.author.office for one in found.versions}) == 2 and "card" not in found.title
    assert used(offices.anna) == used(offices.bo)


def test_the_choice_travels_and_can_be_taken_back(offices: Offices) -> None:
    swap(offices)
    (found,) = offices.anna.read(conflicts.listed)
    mine = next(one for one in found.versions if one.own)
    offices.anna.write(conflicts.choose, found.kind, found.id, found.field, mine.stored)
    offices.anna.write(undo.undo)
    assert offices.anna.read(conflicts.count) == 1
    offices.anna.write(conflicts.choose, found.kind, found.id, found.field, mine.stored)
    offices.take(offices.send(offices.anna, "Bo"))
    for office in (offices.anna, offices.bo):
        assert (office.read(conflicts.count), office.read(conflicts.listed)) == (0, [])
        assert used(office) == TEXT.format("dygnet runt")
        assert office.read(lettertexts.view, CARD).line.older == 1
    with pytest.raises(NotFoundError):
        offices.anna.write(conflicts.choose, found.kind, found.id, found.field, mine.stored)


def test_two_who_choose_differently_have_a_conflict_and_not_no_text(offices: Offices) -> None:
    swap(offices)
    for office in (offices.anna, offices.bo):
        (found,) = office.read(conflicts.listed)
        mine = next(one for one in found.versions if one.own)
        office.write(conflicts.choose, found.kind, found.id, found.field, mine.stored)
    swap(offices)
    for office in (offices.anna, offices.bo):
        assert {(one.kind, one.field) for one in office.read(conflicts.listed)} == {("lettertext", "status")}
        assert office.read(conflicts.count) == 2

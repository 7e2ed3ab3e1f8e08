"""Groups that a workbook names: found by name in the vault, or made when a row that names them is taken in."""

from __future__ import annotations

from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.record import new_id
from gvi_desktop.intake.lexicon import fold, vocabulary, words
from gvi_desktop.services.unit import Unit


class Groups:
    """Names of groups and their ids; spellings that differ in case or accents only are one group."""

    def __init__(self, unit: Unit) -> None:
        self._vault = {fold(one.name): one.id for one in unit.find(Group)}
        self._new: dict[str, tuple[str, GroupDraft]] = {}
        self._used: dict[str, None] = {}

    def find(self, name: str) -> str:
        """The id of the group of that name; a new one is only promised until `use`."""
        key = fold(name)
        if key in self._vault:
            return self._vault[key]
        return self._new.setdefault(key, (new_id(), GroupDraft(name=name, imported=True)))[0]

    def known(self, name: str) -> bool:
        """Whether the vault has the group."""
        return fold(name) in self._vault

    def tell(self, draft: GroupDraft) -> None:
        """What a list of groups says of a group; it is made in any case."""
        key = fold(draft.name)
        self._new[key] = (self._new[key][0] if key in self._new else new_id(), draft)
        self._used[key] = None

    def use(self, name: str) -> None:
        """A row that names the group is taken in: make it, if it is new."""
        if fold(name) in self._new:
            self._used[fold(name)] = None

    def used(self) -> list[tuple[str, GroupDraft]]:
        """New groups to make: (id, draft)."""
        return [self._new[key] for key in self._used]


def names_in(cell: str) -> list[str]:
    """The groups that a cell names; "ingen" and the like name none."""
    parts = (part.strip() for part in cell.split(";"))
    return [part for part in parts if part and fold(part) not in words("blank") and not _none(part)]


def _none(text: str) -> bool:
    return vocabulary("yesno").exact(text) == "no"

"""The exchange from the command line: two vaults on disk, cards, bundles there and back, a conflict, keys."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit.vaults import PASSPHRASE, new_vault

from gvi_desktop.cli.main import main
from gvi_desktop.domain.callin import Callin, CallinDraft
from gvi_desktop.domain.contact import Contact, Preset
from gvi_desktop.domain.group import Group, GroupDraft
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import contacts, unlocking
from gvi_desktop.services.unit import Unit

PARTNER = {"preset": Preset.PARTNER, "agency": "Polisen"}


@dataclass
class Desk:
    """Two vaults, and what the command line says."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def run(self, *words: object, code: int = 0) -> str:
        self.capsys.readouterr()
        assert main([str(word) for word in words]) == code
        seen = self.capsys.readouterr()
        return seen.err if code else seen.out

    def says(self, *words: object) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.run(*words, "--json"))
        return told

    def signed(self, verb: str, vault: str, *words: object) -> tuple[object, ...]:
        command, action = verb.split()
        return (command, action, self.folder / vault, *words, "--passphrase-file", self.folder / "pass")

    def change(self, vault: str, work: Any) -> Any:
        workspace = unlocking.unlock(self.folder / vault, None, PASSPHRASE)
        try:
            return workspace.write(work)
        finally:
            workspace.close()


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    new_vault(tmp_path / "here").close()
    new_vault(tmp_path / "there", user="Bo", office="GVI Söder").close()
    (tmp_path / "pass").write_text(PASSPHRASE + "\n", encoding="utf-8")
    return Desk(tmp_path, capsys)


def befriend(desk: Desk) -> None:
    for at, other in (("here", "there"), ("there", "here")):
        card = desk.folder / f"{other}.card"
        exported = desk.run(*desk.signed("contact export", other, card)).splitlines()
        added = desk.run(*desk.signed("contact add", at, card)).splitlines()
        assert added[-2:] == exported[-2:]  # the same twelve words at both desks, in both languages
        name = "GVI Söder" if at == "here" else "GVI Örebro"
        desk.run(*desk.signed("contact verify", at, name, "--how", "in-person"))


def send(desk: Desk, sender: str, to: str, name: str) -> Path:
    path = desk.folder / name
    desk.run(*desk.signed("bundle export", sender, "--to", to, "--out", path))
    return path


def test_cards_are_exchanged_listed_verified_and_revoked(desk: Desk) -> None:
    befriend(desk)
    (found,) = desk.says(*desk.signed("contact list", "here"))["contacts"]
    assert (found["name"], found["preset"], found["verified"]) == ("GVI Söder", "colleague", "in-person")
    assert len(found["words"].split()) == 12
    desk.run(*desk.signed("contact revoke", "here", "GVI Söder"))
    out = ("--to", "GVI Söder", "--out", desk.folder / "x.age")
    assert "revoked" in desk.run(*desk.signed("bundle export", "here", *out), code=1)
    assert not (desk.folder / "x.age").exists()


def test_nothing_goes_to_a_contact_before_the_words_were_compared(desk: Desk) -> None:
    desk.run(*desk.signed("contact export", "there", desk.folder / "there.card"))
    desk.run(*desk.signed("contact add", "here", desk.folder / "there.card"))
    out = ("--to", "GVI Söder", "--out", desk.folder / "x.age")
    assert "not been verified" in desk.run(*desk.signed("bundle export", "here", *out), code=1)
    assert "own contact card" in desk.run(*desk.signed("contact add", "there", desk.folder / "there.card"), code=1)


def test_a_bundle_is_inspected_previewed_taken_in_once_and_conflicts_stand_on_both_sides(desk: Desk) -> None:
    befriend(desk)
    made = desk.change("here", lambda unit: unit.add(Group, GroupDraft(name="Oxhagen", area="Norr"))).id
    path = send(desk, "here", "GVI Söder", "one.age")
    outside = desk.says("bundle", "inspect", path)
    assert outside["format"] == "age v1"
    assert 1 <= outside["recipients"] <= 2
    assert "inside" not in outside
    signed = ("--vault", desk.folder / "there", "--passphrase-file", desk.folder / "pass")
    assert desk.says("bundle", "inspect", path, *signed)["inside"]["from"] == "GVI Örebro"
    dry = desk.says(*desk.signed("bundle import", "there", path, "--dry-run"))
    assert dry["status"] == "preview"
    taken = desk.says(*desk.signed("bundle import", "there", path))
    assert taken["status"] == "merged"
    assert taken["new"] == dry["new"] >= 1
    assert taken["receipt"]["records"] >= 1
    assert desk.says(*desk.signed("bundle import", "there", path))["status"] == "E_ALREADY"

    def area(name: str) -> Any:
        return lambda unit: unit.change(Group, made, area=name)

    desk.change("here", area("Vivalla"))
    desk.change("there", area("Varberga"))
    one = send(desk, "here", "GVI Söder", "two.age")
    two = send(desk, "there", "GVI Örebro", "three.age")
    for vault, file in (("there", one), ("here", two)):
        found = desk.says(*desk.signed("bundle import", vault, file))
        assert found["conflicts"] == 1
        assert "N_CONFLICT" in found["notices"]

    def siblings(unit: Unit) -> set[Any]:
        state = unit.store.state(made)
        assert state is not None
        return {value for _, value in state.cells["area"].siblings.values()}

    for vault in ("here", "there"):
        assert desk.change(vault, siblings) == {"Vivalla", "Varberga"}


def test_a_partner_agency_gets_what_belongs_to_chosen_call_ins_and_rounds(desk: Desk) -> None:
    befriend(desk)
    for vault, name in (("here", "GVI Söder"), ("there", "GVI Örebro")):
        desk.change(vault, lambda unit, name=name: unit.change(Contact, contacts.named(unit, name).id, **PARTNER))

    def plan(unit: Unit) -> None:
        for number, round_name, code in ((1, "Höst", "P1"), (2, "Vår", "P2")):
            whom = unit.add(Person, PersonDraft(code_name=code)).id
            unit.add(Round, RoundDraft(name=round_name, targets=frozenset({whom})))
            group = unit.add(Group, GroupDraft(name=f"Grupp {number}")).id
            unit.add(Callin, CallinDraft(number=number, on=date(2026, 12, 1), groups=frozenset({group})))

    def names(record: type[Any], field: str) -> set[str]:
        return {getattr(one, field) for one in desk.change("there", lambda unit: unit.find(record))}

    desk.change("here", plan)
    ground = ("--to", "GVI Söder", "--ground", "lag-2025-170", "--note", "Vägt.")
    out = desk.folder / "one.age"
    told = desk.run(*desk.signed("bundle export", "here", *ground, "--round", "Höst", "--out", out))
    assert "all that a partner agency" not in told
    desk.run(*desk.signed("bundle import", "there", out))
    assert (names(Round, "name"), names(Person, "code_name"), names(Callin, "number")) == ({"Höst"}, {"P1"}, set())
    out = desk.folder / "two.age"
    desk.run(*desk.signed("bundle export", "here", *ground, "--callin", 2, "--round", "Höst", "Vår", "--out", out))
    desk.run(*desk.signed("bundle import", "there", out))
    assert (names(Round, "name"), names(Callin, "number"), names(Group, "name")) == ({"Höst", "Vår"}, {2}, {"Grupp 2"})
    out = desk.folder / "three.age"
    told = desk.run(*desk.signed("bundle export", "here", *ground, "--round", "Sommar", "--out", out), code=1)
    assert "Sommar" in told and not out.exists()
    assert "all that a partner agency" in desk.run(*desk.signed("bundle export", "here", *ground, "--out", out))


def test_a_damaged_bundle_and_a_wrong_file_are_refused_in_plain_words(desk: Desk) -> None:
    befriend(desk)
    path = send(desk, "here", "GVI Söder", "one.age")
    raw = bytearray(path.read_bytes())
    raw[-40] ^= 1
    path.write_bytes(raw)
    assert "incomplete or damaged" in desk.run(*desk.signed("bundle import", "there", path), code=1)
    path.write_text("hello", encoding="utf-8")
    assert "not a bundle" in desk.run("bundle", "inspect", path, code=1)


def test_the_keys_are_exported_for_stock_tools(desk: Desk) -> None:
    (desk.folder / "keypass").write_text("another good passphrase\n", encoding="utf-8")
    keys = desk.folder / "keys"
    desk.run(*desk.signed("identity export", "here", keys, "--key-passphrase-file", desk.folder / "keypass"))
    assert (keys / "age-identity.age").read_bytes().startswith(b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    assert b"OPENSSH PRIVATE KEY" in (keys / "signing-key").read_bytes()
    assert "bundle-v1@gvi-desktop" in (keys / "allowed_signers").read_text(encoding="utf-8")

"""The phone line: anonymous callers, call-backs, consent that comes later, and help that follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from kit.lines import TODAY, add_person, call
from kit.vaults import SettableClock, new_vault
from sqlalchemy import select

from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.help import Help, HelpKind
from gvi_desktop.domain.phonecall import CallerKind, Need, Phonecall
from gvi_desktop.domain.user import Role, User, UserDraft
from gvi_desktop.services import helping, phonecalls, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage.rows import ledger

NUMBER = "070-174 06 05"


@pytest.fixture
def ws(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    opened = new_vault(tmp_path / "office.gvi", clock=clock)
    yield opened
    opened.close()


def become(ws: Workspace, role: Role) -> None:
    def change(unit: Unit) -> None:
        unit.put(User, unit.user.id, UserDraft(name=unit.user.name, agency=unit.user.agency, role=role))

    ws.write(change)


def written(unit: Unit) -> bytes:
    """Everything the journal, the histories and the table of calls hold."""
    found = b"".join(bytes(one) for one in unit.connection.execute(select(ledger.journal_value.c.payload)).scalars())
    rows = unit.connection.execute(select(unit.table(Phonecall))).all()
    histories = unit.connection.execute(select(ledger.history.c.meta, ledger.history.c.extra)).all()
    return found + repr((rows, histories)).encode()


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.field) for problem in refused.value.problems]


def test_a_call_is_noted_with_who_took_it(ws: Workspace) -> None:
    made = ws.write(phonecalls.log, call())
    assert ws.read(phonecalls.get, made).taken_by == "Anna Ek"
    assert ws.read(phonecalls.get, made).anonymous, "anonymous unless somebody says otherwise"


def test_an_anonymous_callers_number_is_never_stored(ws: Workspace) -> None:
    with pytest.raises(RefusedError) as refused:
        ws.write(phonecalls.log, call(number=NUMBER))
    assert codes(refused) == [("phonecall_number_of_anonymous", "number")]
    assert NUMBER.encode() not in ws.read(written)


def test_a_call_that_becomes_anonymous_leaves_no_number_behind(ws: Workspace) -> None:
    person = ws.write(add_person, "P001")
    named = call(anonymous=False, number=NUMBER, person=person, person_consents=True)
    made = ws.write(phonecalls.log, named)
    offer = ws.write(phonecalls.offer_help, made)
    assert NUMBER.encode() in ws.read(written)
    anew = ws.write(phonecalls.change, made, call(action="Fick råd"))
    assert NUMBER.encode() not in ws.read(written)
    assert ws.read(phonecalls.get, anew).action == "Fick råd"
    assert ws.read(helping.get, offer).call == anew
    with pytest.raises(NotFoundError):
        ws.read(phonecalls.get, made)
    with pytest.raises(RefusedError):
        ws.write(undo.undo)


def test_only_who_may_erase_makes_a_call_anonymous(ws: Workspace) -> None:
    made = ws.write(phonecalls.log, call(anonymous=False, number=NUMBER))
    become(ws, Role.STAFF)
    with pytest.raises(RefusedError) as refused:
        ws.write(phonecalls.change, made, call())
    assert refused.value.code == "not_allowed"
    assert ws.read(phonecalls.get, made).number == NUMBER
    ws.write(phonecalls.change, made, call(anonymous=False, number=NUMBER, action="Fick råd"))
    assert ws.read(phonecalls.get, made).action == "Fick råd"


def test_a_person_is_linked_only_with_consent(ws: Workspace) -> None:
    person = ws.write(add_person, "P001")
    with pytest.raises(RefusedError) as refused:
        ws.write(phonecalls.log, call(anonymous=False, person=person))
    assert codes(refused) == [("phonecall_person_without_consent", "person_consents")]
    with pytest.raises(RefusedError) as refused:
        ws.write(phonecalls.log, call(person=person, person_consents=True))
    assert codes(refused) == [("phonecall_person_of_anonymous", "person")]


def test_consent_without_a_person_is_not_kept(ws: Workspace) -> None:
    made = ws.write(phonecalls.log, call(person_consents=True))
    assert not ws.read(phonecalls.get, made).person_consents


def test_consent_later_links_the_call_and_the_help_that_came_of_it(ws: Workspace) -> None:
    person = ws.write(add_person, "P001")
    made = ws.write(phonecalls.log, call())
    offer = ws.write(phonecalls.offer_help, made)
    assert ws.read(helping.get, offer).anonymous
    ws.write(phonecalls.consent, made, person, NUMBER, ["Socialtjänsten"])
    linked = ws.read(phonecalls.get, made)
    assert (linked.person, linked.anonymous, linked.number) == (person, False, NUMBER)
    assert linked.person_consents and linked.consents == ("Socialtjänsten",)
    assert ws.read(helping.get, offer).person == person
    ws.write(undo.undo)
    assert ws.read(phonecalls.get, made).person is None
    assert ws.read(helping.get, offer).anonymous


def test_consent_needs_somebody_who_gives_it(ws: Workspace) -> None:
    made = ws.write(phonecalls.log, call())
    with pytest.raises(RefusedError) as refused:
        ws.write(phonecalls.consent, made, None)
    assert codes(refused) == [("missing", "person")]


def test_a_promised_call_back_waits_is_late_and_is_done(ws: Workspace, clock: SettableClock) -> None:
    due = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
    made = ws.write(phonecalls.log, call(callback_due=due))
    ws.write(phonecalls.log, call())
    assert ws.read(phonecalls.waiting) == 1
    (line,) = ws.read(phonecalls.lines, [made])
    assert line.waits and not line.late
    clock.move(hours=3)
    (line,) = ws.read(phonecalls.lines, [made])
    assert line.late
    ws.write(phonecalls.called_back, made)
    first = ws.read(phonecalls.get, made).callback_done
    clock.move(hours=1)
    ws.write(phonecalls.called_back, made)
    assert ws.read(phonecalls.get, made).callback_done == first, "the first call-back stands"
    assert ws.read(phonecalls.waiting) == 0


def test_a_call_back_before_the_call_is_refused_by_the_offices_days(ws: Workspace) -> None:
    # 23:30 UTC the day before is half past midnight of the call's own day in Örebro.
    same_day = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    ws.write(phonecalls.log, call(callback_due=same_day))
    with pytest.raises(RefusedError) as refused:
        ws.write(phonecalls.log, call(callback_due=same_day - timedelta(hours=1)))
    assert codes(refused) == [("phonecall_callback_before_call", "callback_due")]


def test_calls_are_listed_newest_first_and_call_backs_by_when_they_are_due(ws: Workspace) -> None:
    early = ws.write(phonecalls.log, call(at=time(8, 0), callback_due=datetime(2026, 11, 24, 8, 0, tzinfo=UTC)))
    late = ws.write(phonecalls.log, call(at=time(12, 0), callback_due=datetime(2026, 11, 23, 8, 0, tzinfo=UTC)))
    old = ws.write(phonecalls.log, call(on=TODAY - timedelta(days=3)))
    assert ws.read(phonecalls.ids) == [late, early, old]
    assert ws.read(phonecalls.ids, "", "on", False) == [old, early, late]
    assert ws.read(phonecalls.ids, waiting=True) == [late, early]


def test_a_text_finds_calls_by_person_receiver_and_the_windows_words(ws: Workspace) -> None:
    person = ws.write(add_person, "P-Nord")
    linked = ws.write(phonecalls.log, call(anonymous=False, person=person, person_consents=True, need=Need.WORK))
    handed = ws.write(phonecalls.log, call(handed_to="Socialjouren", need=Need.WORRY, caller=CallerKind.PARENT))
    assert ws.read(phonecalls.ids, "P-No") == [linked]
    assert ws.read(phonecalls.ids, "jouren") == [handed]
    assert ws.read(phonecalls.ids, "arbete", needs=[Need.WORK]) == [linked]
    assert ws.read(phonecalls.ids, "förälder", callers=[CallerKind.PARENT]) == [handed]
    assert ws.read(phonecalls.ids, "ingenting") == []


def test_help_that_follows_is_of_the_needs_kind_and_offered_once(ws: Workspace) -> None:
    made = ws.write(phonecalls.log, call(need=Need.DEBTS))
    offer = ws.write(phonecalls.offer_help, made)
    assert ws.write(phonecalls.offer_help, made) == offer
    other = ws.write(phonecalls.offer_help, made, HelpKind.HOUSING)
    helps = ws.read(phonecalls.view, made).helps
    assert [(one.id, one.help_kind) for one in helps] == [(offer, HelpKind.DEBTS), (other, HelpKind.HOUSING)]
    kept = ws.read(helping.get, offer)
    assert (kept.asked_on, kept.asked_at, kept.anonymous) == (TODAY, time(12, 30), True)


def test_an_administrator_sees_nothing_of_the_phone_line(ws: Workspace) -> None:
    made = ws.write(phonecalls.log, call(callback_due=datetime(2026, 11, 23, 8, 0, tzinfo=UTC)))
    become(ws, Role.ADMINISTRATOR)
    assert ws.read(phonecalls.ids) == []
    assert ws.read(phonecalls.waiting) == 0
    with pytest.raises(RefusedError):
        ws.read(phonecalls.get, made)


def test_a_reader_logs_nothing(ws: Workspace) -> None:
    become(ws, Role.READER)
    with pytest.raises(RefusedError):
        ws.write(phonecalls.log, call())
    assert ws.read(lambda unit: unit.count(Phonecall)) == 0


def test_a_removed_call_comes_back_by_undo(ws: Workspace) -> None:
    made = ws.write(phonecalls.log, call())
    ws.write(phonecalls.remove, made)
    assert ws.read(phonecalls.ids) == []
    ws.write(undo.undo)
    assert ws.read(phonecalls.ids) == [made]
    assert ws.read(lambda unit: unit.count(Help)) == 0

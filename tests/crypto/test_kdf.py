"""From a passphrase to a key: the cost is bounded, and a passphrase is the same however it was typed."""

import time
import unicodedata

import pytest
from argon2.low_level import Type, hash_secret_raw

from gvi_desktop.crypto.kdf import CEILING, FLOOR, MIB, Cost, calibrate, check_cost, derive, passphrase_bytes
from gvi_desktop.domain.errors import VaultError

CHEAP = Cost(64, 1, 1)
SALT = bytes(range(16))


def code_of(passphrase: str, cost: Cost = CHEAP) -> str:
    with pytest.raises(VaultError) as caught:
        derive(passphrase, SALT, cost)
    return caught.value.code


def test_it_is_argon2id_with_these_costs() -> None:
    expected = hash_secret_raw("blåbärspaj".encode(), SALT, 3, 256, 4, 32, Type.ID)
    assert derive("blåbärspaj", SALT, Cost(256, 3, 4)) == expected


def test_composed_and_decomposed_letters_are_the_same_passphrase() -> None:
    typed = "Åsa äter överallt"
    assert derive(unicodedata.normalize("NFD", typed), SALT, CHEAP) == derive(typed, SALT, CHEAP)


def test_case_and_blanks_matter() -> None:
    assert len({derive(typed, SALT, CHEAP) for typed in ("ö", "Ö", " ö", "ö ")}) == 4


def test_a_long_passphrase_is_used_whole() -> None:
    assert derive("x" * 10_000, SALT, CHEAP) != derive("x" * 10_000 + "y", SALT, CHEAP)


def test_empty_and_unwritable_passphrases_are_refused_clearly() -> None:
    assert code_of("") == "passphrase_empty"
    assert code_of("abc\0def") == "passphrase_nul"
    assert code_of("half \ud800 letter") == "passphrase_letters"


@pytest.mark.parametrize(
    "cost",
    [
        Cost(2**30, 3, 4),
        Cost(1024 * MIB + 1, 3, 4),
        Cost(64 * MIB, 11, 4),
        Cost(64 * MIB, 3, 9),
        Cost(0, 3, 4),
        Cost(64 * MIB, 0, 4),
        Cost(64 * MIB, 3, 0),
        Cost(8, 1, 4),
    ],
)
def test_a_cost_that_could_hang_the_computer_is_refused_before_it_is_run(cost: Cost) -> None:
    start = time.perf_counter()
    assert code_of("x", cost) == "slot_cost"
    assert time.perf_counter() - start < 0.5


def test_the_floor_and_the_ceiling_themselves_are_allowed() -> None:
    check_cost(FLOOR)
    check_cost(CEILING)


def test_calibration_never_goes_below_the_floor_and_stays_near_its_target() -> None:
    assert calibrate(0.001) == FLOOR
    cost = calibrate(0.4)
    assert FLOOR.m_kib <= cost.m_kib <= 512 * MIB and (cost.t, cost.p) == (3, 4)


def test_the_bytes_of_a_passphrase_are_utf_8() -> None:
    assert passphrase_bytes("a\u030a") == "å".encode()

"""From a passphrase to a key: Argon2id with a cost that is bounded before it is ever run."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.hardening import wipe

KEY_BYTES = 32
SALT_BYTES = 16
MIB = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, parallel lanes."""

    m_kib: int
    t: int
    p: int


FLOOR = Cost(64 * MIB, 3, 4)
"""The cheapest cost a vault of ours is made with."""
CEILING = Cost(1024 * MIB, 10, 8)
"""The dearest cost that is run at all; a larger one in a file is an attack on this computer's memory."""


def check_cost(cost: Cost) -> None:
    """VaultError "slot_cost" when running this could hang or exhaust the computer, or when it is no Argon2 cost."""
    within = 1 <= cost.t <= CEILING.t and 1 <= cost.p <= CEILING.p and 8 * cost.p <= cost.m_kib <= CEILING.m_kib
    if not within:
        raise VaultError("slot_cost", m_kib=cost.m_kib, t=cost.t, p=cost.p)


def passphrase_bytes(passphrase: str) -> bytes:
    """The bytes that go into the key: composed letters (NFC), so that å typed on any system is the same å."""
    if not passphrase:
        raise VaultError("passphrase_empty")
    if "\0" in passphrase:
        raise VaultError("passphrase_nul")
    try:
        return unicodedata.normalize("NFC", passphrase).encode("utf-8")
    except UnicodeEncodeError:
        raise VaultError("passphrase_letters") from None


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """A 32-byte key. VaultError for a refused cost or passphrase, or "no_memory" when the memory cannot be had."""
    # Imported here: the names of a vault's users are read before anything is derived.
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    check_cost(cost)
    secret = passphrase_bytes(passphrase)
    try:
        return hash_secret_raw(secret, salt, cost.t, cost.m_kib, cost.p, KEY_BYTES, Type.ID)
    except HashingError:
        raise VaultError("no_memory", m_kib=cost.m_kib) from None
    finally:
        wipe(secret)


def calibrate(target_seconds: float = 1.0) -> Cost:
    """The dearest cost, in doublings of memory, that stays within `target_seconds` here; never under the floor.

    Takes about twice the target. The result lies between half the target and the target where floor and ceiling allow.
    """
    cost = FLOOR
    spent = _seconds(cost)
    while cost.m_kib * 2 <= CEILING.m_kib and spent * 2 <= target_seconds:
        dearer = Cost(cost.m_kib * 2, cost.t, cost.p)
        try:
            spent = _seconds(dearer)
        except VaultError:
            return cost
        if spent > target_seconds * 1.25:
            return cost
        cost = dearer
    return cost


def _seconds(cost: Cost) -> float:
    start = time.perf_counter()
    derive("calibration", bytes(SALT_BYTES), cost)
    return time.perf_counter() - start

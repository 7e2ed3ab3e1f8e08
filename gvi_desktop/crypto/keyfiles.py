"""The vault's own keys as files under a passphrase, for the stock programs age and ssh-keygen."""

from __future__ import annotations

import pyrage

from gvi_desktop.crypto.header import ARMOR_BEGIN, HEADER_BYTES, check_scrypt, with_armor, without_armor
from gvi_desktop.crypto.kdf import passphrase_bytes
from gvi_desktop.crypto.seal import Identity, identity_of
from gvi_desktop.domain.errors import BundleError, VaultError


def export_identity(identity: Identity, passphrase: str) -> bytes:
    """An identity file as `age -p` makes it; `age -d -i FILE` asks for the passphrase. Takes one to three seconds and
    stops all other Python work meanwhile, so call it in a child process when a window is open."""
    secret = passphrase_bytes(passphrase).decode()
    text = f"# public key: {identity.recipient}\n{identity.secret}\n".encode()
    return with_armor(pyrage.passphrase.encrypt(text, secret))


def import_identity(raw: bytes, passphrase: str) -> Identity:
    """The way back. VaultError "wrong_passphrase"; BundleError "E_NOT_A_BUNDLE", "E_DAMAGED", "E_TOO_BIG"."""
    if len(raw) > HEADER_BYTES:
        raise BundleError("E_TOO_BIG", what="file", limit=HEADER_BYTES)
    binary = without_armor(raw) if raw.lstrip().startswith(ARMOR_BEGIN) else raw
    check_scrypt(binary)
    try:
        plain = pyrage.passphrase.decrypt(binary, passphrase_bytes(passphrase).decode())
    except pyrage.DecryptError as error:
        # The library's words when the passphrase does not open the file's own key; all others are about the content.
        wrong = str(error) == "Decryption failed"
        raise VaultError("wrong_passphrase") if wrong else BundleError("E_DAMAGED") from None
    for line in plain.decode("ascii", "replace").splitlines():
        if line.startswith("AGE-SECRET-KEY-1"):
            return identity_of(line)
    raise BundleError("E_DAMAGED")

"""Our own age identity as a file under a passphrase."""

import base64
import hashlib
import hmac
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gvi_desktop.crypto.header import check_scrypt, with_armor, without_armor
from gvi_desktop.crypto.keyfiles import export_identity, import_identity
from gvi_desktop.crypto.seal import new_identity
from gvi_desktop.domain.errors import BundleError, VaultError

BEN = new_identity()


def cheap_identity_file(passphrase: str, secret: bytes) -> bytes:
    """What age writes under a passphrase, made by hand from its specification with a cost of milliseconds."""

    def plain_base64(raw: bytes) -> bytes:
        return base64.b64encode(raw).rstrip(b"=")

    def derived(salt: bytes, purpose: bytes) -> bytes:
        return HKDF(SHA256(), 32, salt, purpose).derive(file_key)

    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    wrapping = hashlib.scrypt(
        passphrase.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=2**10, r=8, p=1, dklen=32
    )
    body = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    header = b"age-encryption.org/v1\n-> scrypt %s 10\n%s\n---" % (plain_base64(salt), plain_base64(body))
    mac = hmac.digest(derived(b"", b"header"), header, "sha256")
    content = ChaCha20Poly1305(derived(nonce, b"payload")).encrypt(bytes(11) + b"\1", secret, None)
    return header + b" " + plain_base64(mac) + b"\n" + nonce + content


IDENTITY_FILE = f"# public key: {BEN.recipient}\n{BEN.secret}\n".encode()


def test_an_identity_file_opens_with_its_passphrase_only() -> None:
    raw = cheap_identity_file("lösenfras å", IDENTITY_FILE)
    assert import_identity(raw, "lösenfras å") == import_identity(with_armor(raw), "lösenfras a\u030a") == BEN
    with pytest.raises(VaultError, match="wrong_passphrase"):
        import_identity(raw, "fel")
    for bent in (raw[:-3], raw[:-1] + bytes([raw[-1] ^ 1]), cheap_identity_file("lösenfras å", b"no key")):
        with pytest.raises(BundleError, match="E_DAMAGED"):
            import_identity(bent, "lösenfras å")


def test_other_files_are_refused_by_name() -> None:
    sealed = pyrage.encrypt(b"x", [pyrage.x25519.Recipient.from_str(BEN.recipient)])
    for raw, code in ((b"hello", "E_NOT_A_BUNDLE"), (sealed, "E_NOT_A_BUNDLE"), (bytes(70_000), "E_TOO_BIG")):
        with pytest.raises(BundleError, match=code):
            import_identity(raw, "x")


def test_a_cost_of_hours_is_refused_before_it_is_paid() -> None:
    header = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA %d\n" + b"A" * 43 + b"\n--- mac\n"
    with pytest.raises(BundleError, match="E_TOO_BIG"):
        check_scrypt(header % 23)
    check_scrypt(header % 22)


def test_an_exported_identity_opens_with_stock_age_or_else_with_our_own(tmp_path: Path) -> None:
    exported = export_identity(BEN, "lösenfras å")
    assert BEN.secret.encode() not in exported and BEN.secret.encode() not in without_armor(exported)
    if shutil.which("age") is None or sys.platform == "win32":
        assert import_identity(exported, "lösenfras å") == BEN
        return
    import pty

    (tmp_path / "me.age").write_bytes(exported)
    (tmp_path / "b.age").write_bytes(pyrage.encrypt(b"hej", [pyrage.x25519.Recipient.from_str(BEN.recipient)]))
    ours, theirs = pty.openpty()
    asks = ["age", "-d", "-i", "me.age", "-o", "out", "b.age"]
    reads = subprocess.Popen(asks, cwd=tmp_path, stdin=theirs, stderr=theirs, start_new_session=True)
    os.write(ours, "lösenfras å\n".encode())
    reads.wait(60)
    os.close(ours)
    os.close(theirs)
    assert (tmp_path / "out").read_bytes() == b"hej"

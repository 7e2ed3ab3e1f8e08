"""Signatures in the form of OpenSSH: one permitted form, right or refused."""

import base64
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gvi_desktop.crypto import sign
from gvi_desktop.domain.errors import BundleError, VaultError

SEED = bytes(range(32))
KEY = sign.public_key(SEED)
MESSAGE = '{"from":"Örebro"}\n'.encode()
needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")


def armored(message: bytes = MESSAGE, namespace: str = sign.BUNDLE, seed: bytes = SEED) -> bytes:
    return sign.sign(seed, message, namespace)


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(BundleError) as caught:
        work()
    return caught.value.code


def checked(signature: bytes, message: bytes = MESSAGE, key: bytes = KEY, namespace: str = sign.BUNDLE) -> str:
    return code_of(lambda: sign.verify(message, signature, namespace, key))


def test_a_right_signature_is_right_and_names_its_key() -> None:
    sign.verify(MESSAGE, armored(), sign.BUNDLE, KEY)
    assert sign.public_key_of(armored()) == KEY
    assert max(map(len, armored().splitlines())) == 70 and armored() == armored()


def test_another_message_key_or_purpose_is_refused() -> None:
    assert checked(armored(), MESSAGE + b" ") == "E_SIG_BAD"
    assert checked(armored(), key=sign.public_key(bytes(32))) == "E_SIG_FORMAT"
    assert checked(armored(namespace=sign.CONTACT)) == "E_SIG_FORMAT"
    assert checked(armored(seed=bytes(32))) == "E_SIG_FORMAT"


def test_no_bit_can_be_turned() -> None:
    raw, rng = armored(), random.Random(1)
    for place in rng.sample(range(len(raw) * 8), 1200):
        bent = bytearray(raw)
        bent[place // 8] ^= 1 << place % 8
        assert checked(bytes(bent)) in {"E_SIG_FORMAT", "E_SIG_BAD"}


def test_a_cut_signature_has_no_form() -> None:
    for length in range(len(armored())):
        assert checked(armored()[:length]) == "E_SIG_FORMAT"


@pytest.mark.parametrize(
    "bend",
    [
        lambda raw: raw + b"\n",
        lambda raw: b"\n" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"\n", b"\n\n", 1),
        lambda raw: raw[:80] + b"\n" + raw[80:],
        lambda raw: raw.replace(b"\n-----END", b"=\n-----END"),
        lambda raw: raw * 20,
    ],
)
def test_the_same_signature_written_otherwise_is_refused(bend: Callable[[bytes], bytes]) -> None:
    assert checked(bend(armored())) == "E_SIG_FORMAT"


def test_a_scope_hands_its_namespace_on() -> None:
    signature = sign.CARDS.signer(SEED)(MESSAGE)
    sign.CARDS.verify(MESSAGE, signature, sign.CARDS.public_key_of(signature))
    assert code_of(lambda: sign.BUNDLES.verify(MESSAGE, signature, KEY)) == "E_SIG_FORMAT"


@needs_ssh
@pytest.mark.parametrize("namespace", sign.NAMESPACES)
def test_stock_ssh_keygen_accepts_ours(tmp_path: Path, namespace: str) -> None:
    (tmp_path / "allowed").write_text(sign.allowed_signers(KEY, "anna"))
    (tmp_path / "sig").write_bytes(armored(namespace=namespace))
    verify = ["ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "anna", "-n", namespace, "-s", "sig"]
    good = subprocess.run(verify, cwd=tmp_path, input=MESSAGE, capture_output=True)
    assert good.returncode == 0 and b"Good" in good.stdout
    assert subprocess.run(verify, cwd=tmp_path, input=MESSAGE + b"x", capture_output=True).returncode != 0
    other = ["git" if part == namespace else part for part in verify]
    assert subprocess.run(other, cwd=tmp_path, input=MESSAGE, capture_output=True).returncode != 0


@needs_ssh
def test_we_accept_what_stock_ssh_keygen_signs_with_our_exported_key(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(sign.export_private(SEED, "lösenfras å"))
    key.chmod(0o600)
    (tmp_path / "text").write_bytes(MESSAGE)
    shown = subprocess.run(
        ["ssh-keygen", "-y", "-P", "lösenfras å", "-f", key], capture_output=True, text=True, check=True
    )
    assert shown.stdout.split()[:2] == sign.public_line(KEY).split()
    assert subprocess.run(["ssh-keygen", "-y", "-P", "wrong", "-f", key], capture_output=True).returncode != 0
    subprocess.run(["ssh-keygen", "-p", "-P", "lösenfras å", "-N", "", "-f", key], capture_output=True, check=True)
    subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-f", key, "-n", sign.BUNDLE, "text"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    sign.verify(MESSAGE, (tmp_path / "text.sig").read_bytes(), sign.BUNDLE, KEY)


@needs_ssh
def test_the_fingerprint_is_the_one_ssh_keygen_shows(tmp_path: Path) -> None:
    (tmp_path / "key.pub").write_text(sign.public_line(KEY, "anna") + "\n")
    shown = subprocess.run(["ssh-keygen", "-lf", tmp_path / "key.pub"], capture_output=True, text=True, check=True)
    assert sign.ssh_fingerprint(KEY) in shown.stdout


def test_a_public_line_holds_the_key_and_an_export_needs_a_passphrase() -> None:
    assert base64.b64decode(sign.public_line(KEY).split()[1]).endswith(KEY)
    with pytest.raises(VaultError, match="passphrase_empty"):
        sign.export_private(SEED, "")

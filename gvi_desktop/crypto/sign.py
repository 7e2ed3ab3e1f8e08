"""Ed25519 signatures in the form of OpenSSH (SSHSIG), written and accepted in exactly one way."""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

from gvi_desktop.crypto.kdf import passphrase_bytes
from gvi_desktop.domain.errors import BundleError

BUNDLE = "bundle-v1@gvi-desktop"
CONTACT = "contact-v1@gvi-desktop"
KEY_EVENT = "key-event-v1@gvi-desktop"
NAMESPACES = (BUNDLE, CONTACT, KEY_EVENT)

KEY_TYPE = b"ssh-ed25519"
MAGIC = b"SSHSIG"
BEGIN = b"-----BEGIN SSH SIGNATURE-----\n"
END = b"-----END SSH SIGNATURE-----\n"
COLUMNS = 70
MAX_ARMOR = 4096


def new_signing_key() -> bytes:
    """A random private key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(signing_key: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(signing_key).public_key().public_bytes_raw()


def sign(signing_key: bytes, message: bytes, namespace: str) -> bytes:
    """The armored signature over `message`, which `ssh-keygen -Y verify` accepts under the same namespace."""
    key = Ed25519PrivateKey.from_private_bytes(signing_key)
    return _armor(key.public_key().public_bytes_raw(), namespace, key.sign(_signed(message, namespace)))


def public_key_of(armored: bytes) -> bytes:
    """The key the signature says it is by; nothing is proven yet. BundleError "E_SIG_FORMAT"."""
    return _read(armored)[0]


def verify(message: bytes, armored: bytes, namespace: str, key: bytes) -> None:
    """BundleError "E_SIG_FORMAT" unless it is the one permitted form by that key, "E_SIG_BAD" unless it is right."""
    claimed, signature = _read(armored)
    if claimed != key or _armor(claimed, namespace, signature) != armored:
        raise BundleError("E_SIG_FORMAT")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _signed(message, namespace))
    except InvalidSignature:
        raise BundleError("E_SIG_BAD") from None


@dataclass(frozen=True, slots=True)
class Scope:
    """Signatures of one namespace, as whoever reads or writes signed files wants to have them handed in."""

    namespace: str

    def public_key_of(self, signature: bytes) -> bytes:
        return public_key_of(signature)

    def verify(self, message: bytes, signature: bytes, key: bytes) -> None:
        verify(message, signature, self.namespace, key)

    def signer(self, signing_key: bytes) -> Callable[[bytes], bytes]:
        return partial(sign, signing_key, namespace=self.namespace)


BUNDLES = Scope(BUNDLE)
CARDS = Scope(CONTACT)
KEY_EVENTS = Scope(KEY_EVENT)


def public_line(key: bytes, comment: str = "") -> str:
    """The public key as OpenSSH writes it in a .pub file."""
    return f"ssh-ed25519 {base64.b64encode(_public_blob(key)).decode()} {comment}".rstrip()


def allowed_signers(key: bytes, principal: str, namespaces: tuple[str, ...] = NAMESPACES) -> str:
    """A line for `ssh-keygen -Y verify -f`, so that anybody can check a bundle without this program."""
    return f'{principal} namespaces="{",".join(namespaces)}" {public_line(key)}\n'


def ssh_fingerprint(key: bytes) -> str:
    """What `ssh-keygen -lf` shows for this key: "SHA256:" and 43 letters."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(_public_blob(key)).digest()).decode().rstrip("=")


def export_private(signing_key: bytes, passphrase: str) -> bytes:
    """An OpenSSH private key file under a passphrase."""
    key = Ed25519PrivateKey.from_private_bytes(signing_key)
    locked = BestAvailableEncryption(passphrase_bytes(passphrase))
    return key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, locked)


def _signed(message: bytes, namespace: str) -> bytes:
    digest = hashlib.sha512(message).digest()
    return MAGIC + _string(namespace.encode()) + _string(b"") + _string(b"sha512") + _string(digest)


def _armor(key: bytes, namespace: str, signature: bytes) -> bytes:
    blob = MAGIC + struct.pack(">I", 1) + _string(_public_blob(key)) + _string(namespace.encode())
    blob += _string(b"") + _string(b"sha512") + _string(_string(KEY_TYPE) + _string(signature))
    text = base64.b64encode(blob)
    lines = [text[i : i + COLUMNS] + b"\n" for i in range(0, len(text), COLUMNS)]
    return BEGIN + b"".join(lines) + END


def _read(armored: bytes) -> tuple[bytes, bytes]:
    """Key and signature; only lengths are followed here, the form is compared as a whole in `verify`."""
    if len(armored) > MAX_ARMOR or not armored.startswith(BEGIN) or not armored.endswith(END):
        raise BundleError("E_SIG_FORMAT")
    try:
        blob = base64.b64decode(armored[len(BEGIN) : -len(END)].replace(b"\n", b""), validate=True)
        if not blob.startswith(MAGIC + struct.pack(">I", 1)):
            raise ValueError
        public, rest = _take(blob[len(MAGIC) + 4 :])
        for _ in ("namespace", "reserved", "hash"):
            _, rest = _take(rest)
        signed, rest = _take(rest)
        kind, key = _take(public)
        key, left = _take(key)
        kind_again, signature = _take(signed)
        signature, left_again = _take(signature)
        if rest or left or left_again or (kind, kind_again) != (KEY_TYPE, KEY_TYPE):
            raise ValueError
    except (ValueError, binascii.Error):
        raise BundleError("E_SIG_FORMAT") from None
    if (len(key), len(signature)) != (32, 64):
        raise BundleError("E_SIG_FORMAT")
    return key, signature


def _string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _take(data: bytes) -> tuple[bytes, bytes]:
    if len(data) < 4:
        raise ValueError
    size = int.from_bytes(data[:4])
    if len(data) < 4 + size:
        raise ValueError
    return data[4 : 4 + size], data[4 + size :]


def _public_blob(key: bytes) -> bytes:
    return _string(KEY_TYPE) + _string(key)

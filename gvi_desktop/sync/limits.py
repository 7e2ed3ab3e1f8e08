"""How large anything in a bundle may be; whatever is larger is refused before it is read."""

from __future__ import annotations

KIB, MIB, GIB = 1024, 1024**2, 1024**3

FILE = 2 * GIB
MANIFEST = MIB
SIGNATURE = 4 * KIB
COMPRESSED = 256 * MIB
INFLATED = GIB
RECORDS = 2_000_000
BLOBS = 10_000
BLOB = 256 * MIB
WINDOW = 8 * MIB
CARD = 16 * KIB

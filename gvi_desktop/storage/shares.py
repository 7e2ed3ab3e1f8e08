"""Shares that do not keep two computers apart: a lock taken on one is not seen on the other.

Found on SFTP: two computers opened one vault at the same time, each saved, and what one had saved was lost. These file
systems are refused by name; what the system's own clients for SMB and NFS do is theirs to keep (not tried by us).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

UNLOCKED = frozenset({
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs", "davfs", "fuse.smbnetfs", "fuse.s3fs",
    "fuse.curlftpfs", "fuse.gcsfuse", "fuse.goofys",
})  # fmt: skip
"""Kinds of file systems, as Linux calls them."""
MOUNTS = Path("/proc/self/mounts")


def unlocked(folder: Path) -> str:
    """The kind of such a share that a folder lies on, or nothing: also where the system does not tell."""
    if sys.platform != "linux":
        return ""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    place, found = folder.resolve(), (0, "")
    for _, at, kind, *_ in (line.split(" ") for line in lines if line.count(" ") > 1):
        point = Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), at))
        if place.is_relative_to(point) and len(point.parts) >= found[0]:  # of two at one place the later one counts
            found = (len(point.parts), kind)
    return found[1].removeprefix("fuse.") if found[1] in UNLOCKED else ""

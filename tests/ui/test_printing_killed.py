"""A hundred letters to the printer, ten taken back, and the program killed: nothing of them is left on disk."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kit import planted

CHILD = """
from io import BytesIO
from pypdfium2 import PdfDocument
from ui.kit import printers
from ui.kit.tasks import Progress

pdf, out = PdfDocument.new(), BytesIO()
for _ in range(100):
    pdf.new_page(595, 842)
pdf.save(out)
done = 0
for at in range(0, 100, 10):
    progress = Progress(lambda _done, _total: None)
    if at == 10:
        progress.cancel()
    done += printers.send("Office", printers.neutral_title(), out.getvalue(), (at, at + 9), progress)
print("sent", done, flush=True)
printers.send("Slow", printers.neutral_title(), out.getvalue(), (0, 99), Progress(lambda _done, _total: None))
"""
LP = """#!/bin/sh
echo "$@" >> "$HOME/jobs"
cat > /dev/null
case "$*" in *Slow*) echo waiting >> "$HOME/jobs"; exec sleep 60;; esac
"""
LPSTAT = "#!/bin/sh\nprintf 'Office\\nSlow\\n'\n"


@pytest.mark.skipif(sys.platform == "win32", reason="printing there goes through Qt")
def test_a_killed_program_leaves_no_letter_behind(tmp_path: Path) -> None:
    env = planted.home(tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, text in (("lp", LP), ("lpstat", LPSTAT)):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    env["PATH"] = f"{tools}{os.pathsep}{env['PATH']}"
    jobs = tmp_path / "home" / "jobs"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD], env=env, cwd=tmp_path, stdout=subprocess.PIPE, start_new_session=True
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == b"sent 90\n"
        end = time.monotonic() + 30
        while "waiting" not in jobs.read_text() and time.monotonic() < end:
            time.sleep(0.02)
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait(10)
        child.stdout.close()
    said = jobs.read_text().splitlines()
    assert said[-1] == "waiting"
    assert {line.split(" -t ")[1] for line in said[:-1]} == {"Document -o media=A4 -"}
    left = [path for path in tmp_path.rglob("*") if path.is_file() and b"%PDF" in path.read_bytes()]
    assert left == []

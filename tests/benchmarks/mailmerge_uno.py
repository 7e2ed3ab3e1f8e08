"""Runs under a Python that has `uno`: starts soffice, has it merge template and CSV of a folder into one PDF there.

Prints the seconds of the merge and those of the whole run. Knows nothing of our program.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]

SOURCE, TABLE = "gvi_bench", "letters"
START_SECONDS = 60
TABLE_COMMAND, TO_FILE = 0, 2


def prop(name: str, value: object) -> object:
    """A named value as LibreOffice takes it."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def connect(pipe: str) -> object:
    """Its context, as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def register(context: object, folder: Path) -> object:
    """The folder of CSV files as a registered data source."""
    databases = context.ServiceManager.createInstanceWithContext("com.sun.star.sdb.DatabaseContext", context)
    source = databases.createInstance()
    source.URL = "sdbc:flat:" + (folder / "data").as_uri()
    given = {"HeaderLine": True, "FieldDelimiter": ",", "StringDelimiter": '"', "Extension": "csv", "CharSet": "utf-8"}
    source.Info = tuple(prop(name, value) for name, value in given.items())
    source.DatabaseDocument.storeAsURL((folder / "source.odb").as_uri(), ())
    databases.registerObject(SOURCE, source)
    return databases


def merge(context: object, folder: Path) -> float:
    """Seconds of the merge alone."""
    job = context.ServiceManager.createInstanceWithContext("com.sun.star.text.MailMerge", context)
    if job is None:
        sys.exit("this LibreOffice has no com.sun.star.text.MailMerge")
    given = {
        "DocumentURL": (folder / "template.fodt").as_uri(),
        "DataSourceName": SOURCE,
        "Command": TABLE,
        "CommandType": TABLE_COMMAND,
        "OutputType": TO_FILE,
        "OutputURL": folder.as_uri(),
        "FileNamePrefix": "merged",
        "SaveAsSingleFile": True,
        "SaveFilter": "writer_pdf_Export",
    }
    for name, value in given.items():
        setattr(job, name, value)
    began = time.perf_counter()
    job.execute(())
    return time.perf_counter() - began


def main(program: str, folder: Path) -> None:
    """Start, merge, stop."""
    began = time.perf_counter()
    pipe = f"gvi{folder.name}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    accept = f"--accept=pipe,name={pipe};urp"
    running = subprocess.Popen([program, profile, "--headless", "--norestore", "--nologo", accept])
    try:
        context = connect(pipe)
        register(context, folder)
        took = merge(context, folder)
        whole = time.perf_counter() - began
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        with contextlib.suppress(Exception):  # it may be gone before it has answered
            desktop.terminate()
        running.wait(START_SECONDS)
    finally:
        if running.poll() is None:
            running.kill()
    sys.stdout.write(f"{took} {whole}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

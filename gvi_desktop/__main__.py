"""The way in: no argument opens the window, a command runs without one."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Start; returns the exit code."""
    arguments = sys.argv[1:]
    if not arguments:
        return _window()
    if arguments[0] == "--vault" and len(arguments) == 2:
        return _window(Path(arguments[1]))
    if arguments[0] == "--looks":
        from ui.looks import main as looks

        return looks(arguments[1:])
    from gvi_desktop.cli.main import main as command

    return command(arguments)


def _window(folder: Path | None = None) -> int:
    # First what knows nothing of Qt: once PySide is there, it reads the source of every module that is imported.
    import gvi_desktop.crypto.slotfile
    import gvi_desktop.services.vaultfolder
    import gvi_desktop.settings  # noqa: F401
    from ui.app import run

    return run(folder)


if __name__ == "__main__":
    sys.exit(main())

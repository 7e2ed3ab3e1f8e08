"""The way in: no argument opens the window, a command runs without one."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Start; returns the exit code."""
    arguments = sys.argv[1:]
    if not arguments:
        from ui.app import run

        return run()
    if arguments[0] == "--vault" and len(arguments) == 2:
        from ui.app import run

        return run(Path(arguments[1]))
    if arguments[0] == "--looks":
        from ui.looks import main as looks

        return looks(arguments[1:])
    from gvi_desktop.cli.main import main as command

    return command(arguments)


if __name__ == "__main__":
    sys.exit(main())

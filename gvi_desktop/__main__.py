"""The way in: no argument opens the window, a command runs without one."""

from __future__ import annotations

import sys


def main() -> int:
    """Start; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments:
        from gvi_desktop.cli.main import main as command

        return command(arguments)
    from ui.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())

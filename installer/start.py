"""Where the built program starts."""

import sys

from gvi_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())

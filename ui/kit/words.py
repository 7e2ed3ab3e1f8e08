"""The words for codes, fields and values in the window's language."""

from gvi_desktop.wording import Words

__all__ = ["Words"]

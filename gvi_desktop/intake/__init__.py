"""Workbooks of other people's making: reading files, recognising headings, understanding cells; nothing is stored."""

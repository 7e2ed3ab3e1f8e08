"""Exchange between offices: how two histories become one, and what a bundle is byte by byte."""

"""The overview: what must I do today."""

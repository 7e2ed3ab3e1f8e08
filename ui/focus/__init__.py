"""The place Focus rounds: incidents and what was decided after them, and rounds of increased focus."""

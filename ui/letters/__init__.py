"""Letters: the register, and new letters with the real page before one's eyes."""

"""Sets up, checks, and packs GVI Desktop; no part of the program itself."""

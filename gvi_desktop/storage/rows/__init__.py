"""The tables of the vault: one for each concept, derived from its declared fields, and the vault's own."""

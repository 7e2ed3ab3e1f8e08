"""The place People: who is in the vault, by code name, and what is known of each."""

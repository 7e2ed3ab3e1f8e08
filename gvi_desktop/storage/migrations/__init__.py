"""Migrations of the vault, each self-contained."""

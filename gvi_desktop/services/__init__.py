"""The only door for window and command: what a user can do, one module a concept."""

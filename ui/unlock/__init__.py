"""Before the vault is open: first start, unlocking, and what to do when a passphrase is forgotten."""

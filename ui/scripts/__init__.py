"""The place Scripts: what is said, made of shared blocks, approved by agencies and pinned."""

"""Keys, seals and signatures: bytes in, bytes out; this room knows no record."""

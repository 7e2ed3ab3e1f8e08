"""The sheets that leave the printer, one a file; each takes plain strings and gives PDF bytes."""

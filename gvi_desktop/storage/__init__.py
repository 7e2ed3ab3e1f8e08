"""The vault file: an SQLCipher database, its tables, journal, search index, migrations and backups."""

"""Django on SQLCipher: the default database, one encrypted file."""

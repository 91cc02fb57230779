"""The nouns of contacts, one file a noun."""

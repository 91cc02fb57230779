"""The nouns of plans, one file a noun."""

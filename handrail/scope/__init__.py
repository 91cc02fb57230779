"""The scope of practice as data, and the rules an agency goes by."""

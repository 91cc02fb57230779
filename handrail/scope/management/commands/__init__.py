"""Commands of the scope of practice."""

"""Today: who to reach out to, what waits for you."""

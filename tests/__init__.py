"""Short stories about Handrail, with one cast."""

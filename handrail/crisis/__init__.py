"""What to do when it gets hard: crisis plans, the in-crisis view, crisis lines."""

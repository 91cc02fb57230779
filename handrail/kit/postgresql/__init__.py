"""Django on PostgreSQL, as a house asks it that puts some thirty short questions for a page."""

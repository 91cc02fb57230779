"""Stories of what pages are built from."""

"""Tags of the people pages."""

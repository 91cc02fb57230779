"""Tags of the contact pages."""

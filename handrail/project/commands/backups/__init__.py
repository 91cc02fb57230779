"""Backups: one sealed file that brings everything back, and the way it comes back (docs/decisions/0003-backups.md)."""

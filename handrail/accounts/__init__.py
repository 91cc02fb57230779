"""Agencies, programs, the people who work there, what they may do, and how they sign in."""

"""The nouns of accounts, one file a noun."""

from handrail.accounts.models.agency import Agency, Installation, Program, Site
from handrail.accounts.models.links import OneTimeLink
from handrail.accounts.models.login import Attempt, Login
from handrail.accounts.models.staff import RoleHeld, Staff, Supervises

__all__ = [
    "Agency",
    "Attempt",
    "Installation",
    "Login",
    "OneTimeLink",
    "Program",
    "RoleHeld",
    "Site",
    "Staff",
    "Supervises",
]

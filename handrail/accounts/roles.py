"""The roles of an agency, and readable sets of them. What a role may do is said in the rules; here is only who is who."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody does at an agency. The title on the door is the agency's own; this is what access goes by."""

    PEER = "peer", _("Peer")
    TRAINEE = "trainee", _("Trainee peer")
    SUPERVISOR = "supervisor", _("Supervisor")
    CLINICAL_SUPERVISOR = "clinical_supervisor", _("Clinical supervisor")
    DIRECTOR = "director", _("Director")
    ADMINISTRATOR = "administrator", _("Administrator")
    TEAM_MEMBER = "team_member", _("Team member")
    AUDITOR = "auditor", _("Auditor")


PEERS = (Role.PEER, Role.TRAINEE)
"""Walk with people."""

SUPERVISORS = (Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR)
"""Stand behind peers."""

RUN_SUPPORT = PEERS + SUPERVISORS
"""Enrol people and say who walks with whom."""

SET_UP = (Role.ADMINISTRATOR,)
"""Keep staff, programs and the agency's settings."""

IN_AN_EMERGENCY = (Role.PEER, Role.SUPERVISOR, Role.CLINICAL_SUPERVISOR, Role.DIRECTOR)
"""May open a record without being asked, for 8 hours, with a reason and seen by all. A trainee calls a supervisor instead."""

OF_THE_AGENCY = (Role.DIRECTOR, Role.ADMINISTRATOR, Role.AUDITOR)
"""Held for the whole agency; every other role is held in a program."""

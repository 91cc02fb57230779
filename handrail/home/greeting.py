"""How Today says hello."""

from datetime import datetime

from django.utils.translation import gettext as _

NOON, EVENING = 12, 17


def greeting(name: str, now: datetime) -> str:
    """Hello by the time of day, with the first name."""
    said = {"name": first_name(name)}
    if now.hour < NOON:
        return _("Good morning, %(name)s") % said
    return (_("Good afternoon, %(name)s") if now.hour < EVENING else _("Good evening, %(name)s")) % said


def first_name(name: str) -> str:
    """The first word that is not a title like "Dr."."""
    words = name.split()
    return next((word for word in words if not word.endswith(".")), name)

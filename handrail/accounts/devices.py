"""What a browser says about itself, in words its owner would use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

# The first that fits wins: most browsers also carry the names of others.
BROWSERS: Sequence[tuple[str, str]] = (
    ("SamsungBrowser", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
DEVICES: Sequence[tuple[str, Promise]] = (
    ("iPhone", lazy("iPhone")),
    ("iPad", lazy("iPad")),
    ("CrOS", lazy("Chromebook")),
    ("Windows", lazy("Windows computer")),
    ("Macintosh", lazy("Mac")),
    ("Linux", lazy("Linux computer")),
)


@dataclass(frozen=True)
class Device:
    """Where a login is signed in: on what, since when, from which address, and whether it is this very one."""

    words: str
    since: datetime
    address: str
    here: bool


def device_of(user_agent: str) -> str:
    """The kind of device, or nothing when it does not say."""
    if "Android" in user_agent:
        return _("Android phone") if "Mobile" in user_agent else _("Android tablet")
    return next((str(words) for sign, words in DEVICES if sign in user_agent), "")


def device_words(user_agent: str) -> str:
    """The device and its browser: "Android phone, Chrome"."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    return ", ".join(part for part in (device_of(user_agent), browser) if part) or _("A device that does not say what it is")

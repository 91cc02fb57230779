"""Our own icons: strokes on a grid of 24, drawn for Handrail. The words beside an icon carry the meaning.

Each value is a list of SVG shapes, written short: a string is a path, a tuple of three numbers a circle (x, y, radius).
"""

from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Circle = tuple[float, float, float]
Shape = str | Circle

RING: Circle = (12, 12, 9)

ICONS: dict[str, list[Shape]] = {
    # Going places
    "today": [(12, 12, 4), "M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7"],
    "people": [(9, 8, 3.5), "M2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8"],
    "person": [(12, 8, 4), "M4.5 20.5a7.5 7.5 0 0 1 15 0"],
    "team": [(12, 9, 3.2), "M5.5 20a6.5 6.5 0 0 1 13 0M5.5 11.5a2.5 2.5 0 0 1-.5-4.9",
             "M18.5 11.5a2.5 2.5 0 0 0 .5-4.9M2 18.5c0-2 .8-3.5 2-4.5M22 18.5c0-2-.8-3.5-2-4.5"],
    "groups": [(12, 5.5, 2.5), (5.5, 17.5, 2.5), (18.5, 17.5, 2.5), "M11 8l-4 7M13 8l4 7M8.5 17.5h7"],
    "more": ["M4 7h16M4 12h16M4 17h16"],
    "home": ["M3 11.5 12 4l9 7.5M6 10v10h12V10"],
    "building": ["M5 21V4h9v17M14 9h5v12M2.5 21h19M8.5 8h2M8.5 12h2M8.5 16h2"],
    "steps": ["M3 21h4.5v-4H12v-4h4.5V9H21M3 14l8.5-8M11.5 6h2"],
    "back": ["M15 5l-7 7 7 7"],
    "arrow": ["M5 12h14M13 6l6 6-6 6"],
    "up": ["M12 19V5M6 11l6-6 6 6"],
    "down": ["M12 5v14M6 13l6 6 6-6"],
    "external": ["M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"],
    "door": ["M10 4H5v16h5M14.5 8l4 4-4 4M18.5 12H10"],
    # Doing
    "plus": ["M12 5v14M5 12h14"],
    "check": ["M4.5 12.5l5 5L19.5 7"],
    "close": ["M6 6l12 12M18 6 6 18"],
    "search": [(10.5, 10.5, 6.5), "M20 20l-4.8-4.8"],
    "edit": ["M4 20l1-4.5L16 4.5a2.1 2.1 0 0 1 3.5 3.5L8.5 19 4 20ZM14 6.5l3.5 3.5"],
    "trash": ["M4 7h16M9 7V4h6v3M6 7l1 13.5h10L18 7M10 11v5.5M14 11v5.5"],
    "undo": ["M9 14 4 9l5-5M4 9h10a5.5 5.5 0 0 1 0 11h-4"],
    "download": ["M12 4v11M7 10.5l5 5 5-5M4 20h16"],
    "print": ["M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 13.5h10v7H7v-7Z"],
    "filter": ["M4 6h16M7 12h10M10 18h4"],
    "list": ["M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"],
    "settings": ["M4 7h9M19 7h1M4 17h1M11 17h9", (16, 7, 2.5), (8, 17, 2.5)],
    "pin": ["M9 3h6l-.7 7 3.2 4h-11l3.2-4L9 3ZM12 14v7"],
    "copy": ["M9 9h11v11H9V9ZM5 15H4V4h11v1"],
    # Reaching out
    "phone": ["M5 3.5h3.8l2 4.8-2.7 2a12 12 0 0 0 5.6 5.6l2-2.7 4.8 2V19a2 2 0 0 1-2 2A16.8 16.8 0 0 1 3 5.5a2 2 0 0 1 2-2Z"],
    "message": ["M4 5h16v11.5h-9L6.5 20v-3.5H4V5Z"],
    "mail": ["M3.5 5.5h17v13h-17v-13ZM4 6.5l8 6.5 8-6.5"],
    "calendar": ["M5.5 5h13a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM3.5 10h17M8 3v4M16 3v4"],
    "clock": [RING, "M12 7v5l3.5 2"],
    "note": ["M6 3h8.5L19 7.5V21H6V3ZM14.5 3v4.5H19M9 12.5h7M9 16.5h4.5"],
    "book": ["M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2ZM12 6.5v14"],
    "heart": ["M12 20C5.5 15.5 3 12.3 3 8.9A4.7 4.7 0 0 1 12 7a4.7 4.7 0 0 1 9 1.9c0 3.4-2.5 6.6-9 11.1Z"],
    "star": ["M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8L12 3.5Z"],
    "flag": ["M5 21V4M5 4.5c5-2.5 8 2.5 14 0v9c-6 2.5-9-2.5-14 0"],
    # Safe
    "lifebuoy": [RING, (12, 12, 3.8), "M5.7 5.7l3.6 3.6M14.7 14.7l3.6 3.6M18.3 5.7l-3.6 3.6M9.3 14.7l-3.6 3.6"],
    "eye": ["M2 12s3.8-6.5 10-6.5S22 12 22 12s-3.8 6.5-10 6.5S2 12 2 12Z", (12, 12, 2.8)],
    "eye-off": ["M9.5 5.8A10 10 0 0 1 12 5.5c6.2 0 10 6.5 10 6.5a17 17 0 0 1-2.8 3.4",
                "M6 7.8A17 17 0 0 0 2 12s3.8 6.5 10 6.5a10 10 0 0 0 4-.8M10 10a2.8 2.8 0 0 0 4 4M4 3.5l16 17"],
    "lock": ["M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19.5V12a1.5 1.5 0 0 1 1.5-1.5Z"
             "M8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5"],
    "key": [(7.5, 16, 4), "M10.4 13.2 20 3.5M16 7.5l3 3"],
    "passkey": [(9, 7.5, 3.5), "M2.5 19.5a6.5 6.5 0 0 1 9.5-5.8", (17.5, 12, 3), "M17.5 15v6.5M17.5 18h2"],
    "device": ["M8 2.5h8A1.5 1.5 0 0 1 17.5 4v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5Z",
               "M11 18.5h2"],
    "shield": ["M12 3l8 3v6c0 4.8-3.3 7.8-8 9.5C7.3 19.8 4 16.8 4 12V6l8-3Z"],
    # Telling
    "info": [RING, "M12 11v5.5M12 7.5h.01"],
    "help": [RING, "M9.3 9.5a2.7 2.7 0 1 1 4 2.3c-.9.5-1.3 1-1.3 1.9M12 17h.01"],
    "warning": ["M12 4 2.5 20h19L12 4ZM12 10v4.5M12 17.3h.01"],
    "circle": [RING],
    "done": [RING, "M8 12.3l3 3 5.2-5.6"],
    # How the screen looks
    "moon": ["M20.5 14.5A8.7 8.7 0 1 1 9.5 3.5a7 7 0 0 0 11 11Z"],
    "text-size": ["M2.5 18 7.5 6l5 12M4.3 14h6.4M14 18l3.5-8.5L21 18M15.2 15.3h4.6"],
    "keyboard": ["M4.5 6h15a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z",
                 "M6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8"],
    "globe": [RING, "M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18"],
}  # fmt: skip

TURNS_WITH_THE_WRITING = {"back", "arrow", "external", "door", "undo", "list", "steps", "message", "text-size"}
"""Drawn the other way round where people write from right to left."""


@cache
def shapes(name: str) -> SafeString:
    """The inner SVG of an icon. An unknown name is a mistake in a template and says so."""
    return format_html_join("", "{}", ((_svg(shape),) for shape in ICONS[name]))


def _svg(shape: Shape) -> SafeString:
    if isinstance(shape, str):
        return format_html('<path d="{}"/>', shape)
    return format_html('<circle cx="{}" cy="{}" r="{}"/>', *shape)

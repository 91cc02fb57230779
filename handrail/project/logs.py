"""Logs as JSON lines that hold no personal data: what happened, where in the code, and a short code to find it again.

No path, no query, no message of an exception: a database error quotes the row it failed on.
"""

import json
import logging
import secrets
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

SAFE = ("job", "trouble", "try", "route", "method", "status", "code", "at", "command")


class OneLine(logging.Formatter):
    """A log record as one JSON line: only the named extras, never the arguments of foreign loggers."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": record.msg if record.name.startswith("handrail") else foreign(record),
        }
        told |= {name: record.__dict__[name] for name in SAFE if name in record.__dict__}
        return json.dumps(told, ensure_ascii=False, default=str)


def foreign(record: logging.LogRecord) -> str:
    """Of others' messages only the pattern: their arguments may be anything."""
    return str(record.msg)


def configure(options: dict[str, Any]) -> None:
    """Called by Django with settings.LOGGING."""
    handler = logging.StreamHandler(options.get("to", sys.stderr))
    handler.setFormatter(OneLine())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(options.get("level", "INFO"))
    # A 404 is a daily thing and its path may hold anything; what breaks is told by log_trouble.
    for name in ("django.request", "django.security", "django.server"):
        # Without any handler Python would print the message, path and all, by itself.
        logging.getLogger(name).handlers[:] = [logging.NullHandler()]
        logging.getLogger(name).propagate = False
    logging.getLogger("fido2").setLevel(logging.WARNING)  # it would tell the name of every new passkey


def log_trouble(request: HttpRequest, exception: BaseException) -> None:
    """Something broke in a view: its kind, its lines of code, the route's name. Sets `request.trouble_code` for the page."""
    code = secrets.token_hex(4)
    request.trouble_code = code  # type: ignore[attr-defined]
    match = request.resolver_match
    logging.getLogger("handrail.trouble").error(
        "a view broke",
        extra={
            "code": code,
            "trouble": type(exception).__name__,
            "route": match.view_name if match else "",
            "method": request.method,
            "at": [
                f"{frame.filename.rsplit('/', 3)[-1]}:{frame.lineno}"
                for frame in traceback.extract_tb(exception.__traceback__)[-6:]
            ],
        },
    )

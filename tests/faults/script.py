"""Run beside the web server, in a process of its own: `prepare` fills a home, `inspect` says what is in it."""

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.project.settings")

import django

django.setup()

import time

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from handrail.accounts import sessions
from handrail.accounts.queries import agency_ids
from handrail.audit import chain, keeping
from handrail.audit.models import Entry
from handrail.kit.tenancy import as_agency
from handrail.people.models import Person
from handrail.project.place import Place
from tests.cast import Cast, assemble


def prepare() -> dict:
    """Tables, the cast, and Dana signed in."""
    _cast, known = cast_with_dana_signed_in()
    return known


def cast_with_dana_signed_in() -> tuple[Cast, dict]:
    """The same, with the cast itself for those who make more of it."""
    call_command("migrate", verbosity=0)
    cast = assemble()
    login = cast.dana.login
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(login.pk), "handrail.accounts.sign_in.Backend"
    session[HASH_SESSION_KEY] = login.get_session_auth_hash()
    session[sessions.SIGNED_IN_AT] = session[sessions.SEEN_AT] = int(time.time())
    session["second_factor"] = True
    session.save()
    return cast, {"session": session.session_key, "program": str(cast.community.pk)}


def inspect() -> dict:
    """Everybody who is there, and whether the records prove themselves."""
    people, wrong, doors = [], [], set()
    kept = keeping.kept_heads(Place.here().heads)
    for agency in agency_ids():
        with as_agency(agency):
            people += [str(pk) for pk in Person.objects.values_list("pk", flat=True)]
            wrong += chain.verify(agency, kept.get(agency, [])).wrong
            doors |= set(Entry.objects.filter(agency_id=agency, verb__startswith="import.").values_list("detail", flat=True))
    return {"people": people, "wrong": wrong, "doors": sorted(doors)}


if __name__ == "__main__":
    print(json.dumps({"prepare": prepare, "inspect": inspect}[sys.argv[1]]()))

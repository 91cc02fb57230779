"""One file of Django on the floor's tables: sessions, sign-in, CSRF, ORM, HTML, and nothing else. Served as Handrail is."""

import os
from urllib.parse import unquote, urlsplit

import django
from django.conf import settings

from benchmarks.floor.databases import CACHE, KEY, Floor
from benchmarks.floor.sql import JOBS, NEARNESS, asked

FLOOR = Floor.named()
TEMPLATES = {
    "base": """<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width">
<title>{% block t %}{% endblock %}</title><link rel=stylesheet href=/s.css></head><body><header><nav><ul>{% for x in nav %}<li><a href="/{{x}}">{{x}}</a></li>{% endfor %}</ul></nav></header>
<main>{% block m %}{% endblock %}</main><footer>Floor</footer></body></html>""",
    "chart": """{% extends "base" %}{% block t %}{{p.first}} {{p.last}}{% endblock %}{% block m %}<h1>{{p.first}} {{p.last}}</h1>
<dl><dt>Born</dt><dd>{{p.dob|date:"j M Y"}}</dd><dt>Phone</dt><dd>{{p.phone}}</dd><dt>Worker</dt><dd>{{p.worker.name}}</dd><dt>Last contact</dt><dd>{{p.last_contact|date:"j M Y"}}</dd></dl>
<h2>Goals</h2><ul>{% for g in goals %}<li>{{g.txt}} <em>{{g.state}}</em></li>{% endfor %}</ul><h2>Notes</h2>
{% for n in notes %}<article><h3>{{n.day|date:"j M Y"}}, {{n.minutes}} min, {{n.worker.name}}</h3><p>{{n.body|linebreaksbr}}</p></article>{% endfor %}
<form method=post action="/j3">{% csrf_token %}<textarea name=b></textarea><input name=m><button>Save</button></form>{% endblock %}""",
    "list": """{% extends "base" %}{% block m %}<table>{% for r in rows %}<tr>{% for c in r %}<td>{{c}}</td>{% endfor %}</tr>{% endfor %}</table>{% endblock %}""",
}


def database() -> dict:
    """Where the floor's rows are, as Django says it."""
    if FLOOR.kind == "sqlite":
        options = {"cipher_key": KEY, "transaction_mode": "IMMEDIATE", "timeout": 20}
        return {"ENGINE": "handrail.kit.sqlcipher", "NAME": FLOOR.where, "CONN_MAX_AGE": None, "OPTIONS": options}
    url = urlsplit(FLOOR.where)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": url.username,
        "HOST": unquote(url.netloc.rpartition("@")[2].partition(":")[0]),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 600,
        "OPTIONS": {"options": f"-c pg_trgm.similarity_threshold={NEARNESS}"},
    }


settings.configure(
    DEBUG=False,
    SECRET_KEY="floor-only",
    ALLOWED_HOSTS=["localhost"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [("django.template.loaders.locmem.Loader", TEMPLATES)],
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                ],
            },
        }
    ],
    DATABASES={"default": database()},
    LOGGING_CONFIG=None,
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.db.backends.signals import connection_created  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402


def keep_more_pages(sender, connection, **_more):
    if connection.vendor == "sqlite":
        connection.connection.execute(CACHE)


connection_created.connect(keep_more_pages)


class Worker(models.Model):
    name = models.TextField()

    class Meta:
        app_label, db_table, managed = "floor", "worker", False


class Person(models.Model):
    first = models.TextField()
    last = models.TextField()
    dob = models.DateField()
    phone = models.TextField()
    worker = models.ForeignKey(Worker, models.PROTECT)
    last_contact = models.DateField()

    class Meta:
        app_label, db_table, managed = "floor", "person", False


class Goal(models.Model):
    person = models.ForeignKey(Person, models.PROTECT)
    txt = models.TextField()
    state = models.TextField()

    class Meta:
        app_label, db_table, managed = "floor", "goal", False


class Note(models.Model):
    person = models.ForeignKey(Person, models.PROTECT)
    worker = models.ForeignKey(Worker, models.PROTECT)
    day = models.DateField()
    minutes = models.IntegerField()
    body = models.TextField()

    class Meta:
        app_label, db_table, managed = "floor", "note", False


NAV = {"nav": ["people", "groups", "reports", "help"]}


def find(request: HttpRequest) -> HttpResponse:
    assert request.user.is_authenticated
    with connection.cursor() as cursor:
        cursor.execute(JOBS[FLOOR.kind]["find"], asked(FLOOR.kind, request.GET["q"]))
        return render(request, "list", NAV | {"rows": cursor.fetchall()})


def show(request: HttpRequest) -> HttpResponse:
    assert request.user.is_authenticated
    person = Person.objects.select_related("worker").get(pk=request.GET["p"])
    notes = Note.objects.filter(person=person).select_related("worker").order_by("-day", "-id")[:20]
    return render(request, "chart", NAV | {"p": person, "goals": Goal.objects.filter(person=person), "notes": notes})


def record(request: HttpRequest) -> HttpResponse:
    assert request.user.is_authenticated
    sent = request.POST
    with transaction.atomic():
        note = Note.objects.create(person_id=sent["p"], worker_id=sent["w"], day=sent["d"], minutes=sent["m"], body=sent["b"])
        Person.objects.filter(pk=note.person_id).update(last_contact=note.day)
    return HttpResponse(status=302, headers={"Location": f"/j2?p={note.person_id}"})


def caseload(request: HttpRequest) -> HttpResponse:
    assert request.user.is_authenticated
    theirs = Person.objects.filter(worker=request.GET["w"]).order_by("last_contact")
    return render(request, "list", NAV | {"rows": theirs.values_list("id", "first", "last", "last_contact")[:50]})


urlpatterns = [
    path("healthz", lambda request: HttpResponse("ok")),
    path("j1", find),
    path("j2", show),
    path("j3", record),
    path("j4", caseload),
]
application = get_wsgi_application()


def sign_in() -> dict[str, str]:
    """Sessions' and users' tables, one user, one session: the headers of a browser that is signed in."""
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.middleware.csrf import _get_new_csrf_string

    call_command("migrate", verbosity=0)
    user, _new = User.objects.get_or_create(username="w001")
    session = SessionStore()
    session["_auth_user_id"], session["_auth_user_hash"] = str(user.pk), user.get_session_auth_hash()
    session["_auth_user_backend"] = "django.contrib.auth.backends.ModelBackend"
    session.create()
    token = _get_new_csrf_string()
    return {"Cookie": f"sessionid={session.session_key}; csrftoken={token}", "X-CSRFToken": token}


if __name__ == "__main__":
    import json
    import sys

    json.dump(sign_in(), sys.stdout)
    os._exit(0 if sys.stdout.flush() is None else 1)

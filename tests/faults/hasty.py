"""A planted build with the worst of bugs: it answers first and writes afterwards. The kills must catch it."""

import threading

from handrail.project.wsgi import application as honest  # first: it sets Django up

from handrail.people import actions

TOO_LATE_SECONDS = 0.3
_truly_add = actions.add_person


def add_later(**given):
    def write() -> None:
        from handrail.kit.tenancy import as_agency

        with as_agency(given["by"].agency_id):
            _truly_add(**given)

    threading.Timer(TOO_LATE_SECONDS, write).start()
    return given["person"]


actions.add_person = add_later
application = honest

"""Fills a home for the benchmark, in a process of its own: `prepare` prints what the benchmark needs to know."""

import json
import os
import sys

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "10000"))
PEERS = 200


def prepare() -> dict:
    """The cast, 200 peers and 10,000 people with somebody who walks with them; Dana walks with 50 and is signed in."""
    from handrail.audit.journal import one_work
    from handrail.kit.tenancy import as_agency
    from handrail.people.models import Person
    from tests.cast import hire, welcome
    from tests.faults.script import cast_with_dana_signed_in

    cast, known = cast_with_dana_signed_in()
    with as_agency(cast.agency.pk):
        from handrail.accounts.roles import Role

        with one_work():
            peers = [hire(cast, f"peer{number}", Role.PEER, cast.community) for number in range(PEERS - 1)]
        for start in range(0, PEOPLE, 500):
            with one_work():
                for number in range(start, min(start + 500, PEOPLE)):
                    peer = cast.dana if number % PEERS == 0 else peers[number % PEERS - 1]
                    welcome(cast, f"person{number}", f"Person {number:05d}", peer)
        person = Person.objects.visible_to(cast.dana).order_by("pk").first()
    return known | {"person": str(person.pk), "part": "on 00"}


if __name__ == "__main__":
    import tests.faults.script  # noqa: F401 - sets Django up

    print(json.dumps({"prepare": prepare}[sys.argv[1]]()))

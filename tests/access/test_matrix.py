"""Every page × every role × every relation gets exactly the answer that permissions.csv promises."""

from uuid import UUID

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from handrail.kit.ids import new_id
from tests.access.cases import Things, address, form, routes
from tests.access.matrix import read, wanted
from tests.access.relations import RELATIONS, ROLES, actor_for

MATRIX = read()
ABOUT_PEOPLE = ("home", "people", "plans", "crisis", "directives", "contacts", "exchange")
"""Apps whose pages may differ by how one stands to a person. All others are asked once for all the ways of standing to Marcus."""
ALIKE = ("walks_with", "covers", "supervises", "blocked", "relative", "emergency")
"""Ways of standing to Marcus that are, to a page about nobody, no other than `same_program`."""
ALREADY_SO, TO_CORRECT = 409, 422
SENT_BACK = {
    "account_login": TO_CORRECT,
    "account_set_password": TO_CORRECT,
    "mfa_activate_totp": TO_CORRECT,
    "mfa_add_webauthn": TO_CORRECT,
    "mfa_generate_recovery_codes": TO_CORRECT,
    "people:emergency_open": ALREADY_SO,
    "contacts:comment_add": ALREADY_SO,
    "contacts:part_leave": ALREADY_SO,
    "plans:check_in_put_back": ALREADY_SO,
    "plans:goal_move": ALREADY_SO,
    "plans:goal_reopen": ALREADY_SO,
    "plans:moment_put_back": ALREADY_SO,
    "plans:strength_put_back": ALREADY_SO,
    "plans:tool_put_back": ALREADY_SO,
    "plans:use_put_back": ALREADY_SO,
    "plans:presentation_put_back": ALREADY_SO,
    "plans:review_put_back": ALREADY_SO,
    "plans:scan_add": TO_CORRECT,
    "plans:scan_put_back": ALREADY_SO,
    "plans:step_put_back": ALREADY_SO,
    "plans:step_unfinish": ALREADY_SO,
    "plans:words_together": TO_CORRECT,
    "crisis:copy_put_back": ALREADY_SO,
    "crisis:person_put_back": ALREADY_SO,
    "crisis:place_put_back": ALREADY_SO,
    "crisis:use_go_on": ALREADY_SO,
    "crisis:use_put_back": ALREADY_SO,
    "directives:agent_accept": ALREADY_SO,
    "directives:agent_put_back": ALREADY_SO,
    "directives:card_find": TO_CORRECT,
    "directives:choice_put_back": ALREADY_SO,
    "directives:directive_begin": ALREADY_SO,
    "directives:directive_take_up": ALREADY_SO,
    "directives:holder_put_back": ALREADY_SO,
    "directives:scan_put_back": ALREADY_SO,
    "exchange:import_begin": TO_CORRECT,
    "exchange:import_undo": ALREADY_SO,
}
"""Pages whose case is let in and sent back: it takes a key, a device, a file or the phone in the person's
hands, names nobody, or there is nothing to undo.

Any other `yes` is a page shown or a deed done: what a form or a rule sends back would hide that nobody can do it.
"""
NAMES_A_PROGRAM = {"people:person_add", "people:cover_list"}
ELSEWHERE = ("other_program", "other_agency")
"""Who works elsewhere opens these pages too; the program that the case names is not among theirs, and is sent back."""
ANSWERS = {"yes", "hidden", "no", "in", "gone"}


def test_every_page_method_and_role_stands_in_the_matrix_and_nothing_else():
    assert set(MATRIX) == set(wanted(routes())), "run: python -m tests.access.fill"


def test_every_answer_is_decided():
    undecided = [(*key, relation) for key, row in MATRIX.items() for relation in RELATIONS if row[relation] not in ANSWERS]

    assert undecided == []


def about_people(route: str) -> bool:
    return route.partition(":")[0] in ABOUT_PEOPLE


def test_pages_about_nobody_promise_the_same_however_one_stands_to_somebody():
    differing = [
        key
        for key, row in MATRIX.items()
        if not about_people(key[0]) and {row[relation] for relation in ALIKE} != {row["same_program"]}
    ]

    assert differing == []


class Asker:
    """Asks for pages as one actor; whatever a page does is undone before the next."""

    def __init__(self, client, actor) -> None:
        self.client = client
        self.client.raise_request_exception = False
        if actor:
            client.enter(actor)
        self.cookies = dict(client.cookies.items())

    def ask(self, url: str, method: str, data: dict):
        self.client.cookies.clear()
        for name, morsel in self.cookies.items():
            self.client.cookies[name] = morsel.value
        with transaction.atomic():
            answer = self.client.generic_form(method, url, data)
            transaction.set_rollback(True)
        return answer


def told(answer, route: str, relation: str) -> str:
    """The answer in the matrix's words."""
    if answer.status_code in (403, 404):
        return {403: "no", 404: "hidden"}[answer.status_code]
    to = answer.headers.get("Location", "")
    if answer.status_code == 401 or to.startswith(reverse(settings.LOGIN_URL)):
        return "in"
    if to == reverse("accounts:nowhere"):
        return "gone"
    sent_back = TO_CORRECT if relation in ELSEWHERE and route in NAMES_A_PROGRAM else SENT_BACK.get(route)
    done = answer.status_code < 400 or answer.status_code == sent_back
    return "yes" if done else str(answer.status_code)


def shape(answer) -> tuple:
    """All that travels: status, headers, bytes."""
    return answer.status_code, sorted(answer.headers.items()), answer.content


def check(asker, things, role, relation) -> list[str]:
    """Ask for every page in this role and relation; say where the answer is not the promised one."""
    wrong, never_was = [], []
    for (route, method, of_role), row in MATRIX.items():
        if of_role != role or (relation in ALIKE and not about_people(route)):
            continue
        args, data = address(route, things), form(route, things)
        answer = asker.ask(reverse(route, args=args), method, data)
        if told(answer, route, relation) != row[relation]:
            wrong.append(f"{method} {route} as {role}/{relation}: {told(answer, route, relation)}, promised {row[relation]}")
        elif row[relation] == "hidden" and shape(answer) not in never_was:
            never = [new_id() if isinstance(arg, UUID) else arg for arg in args]
            never_was.append(shape(asker.ask(reverse(route, args=never), method, data)))
            if shape(answer) not in never_was:
                wrong.append(f"{method} {route} as {role}/{relation}: differs from what never was")
    return wrong


@pytest.mark.parametrize("relation", [relation for relation in RELATIONS if relation != "signed_out"])
@pytest.mark.parametrize("role", ROLES)
def test_pages_answer_as_promised(cast, client, role, relation):
    things = Things(cast)
    assert check(Asker(client, actor_for(cast, role, relation)), things, role, relation) == []


def test_pages_answer_as_promised_to_somebody_who_is_not_signed_in(cast, client):
    """Whoever they may be elsewhere: the rows of all roles promise the same, so the pages are asked once."""
    assert len({(key[:2], row["signed_out"]) for key, row in MATRIX.items()}) == len({key[:2] for key in MATRIX})
    assert check(Asker(client, None), Things(cast), ROLES[0], "signed_out") == []

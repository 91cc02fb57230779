"""Who may never open a record: stronger than every way in, emergencies included."""

from django.utils import timezone

from handrail.accounts import actions as accounts
from handrail.accounts.roles import Role
from handrail.audit.models import Entry
from handrail.people import actions
from handrail.people.models import Block, BlockKind, EmergencyAccess, WalksWith
from tests.cast import welcome
from tests.people.reading import BORN, REASON, cost, in_an_emergency, main_words, sees, url


def block(cast, person, staff, by=None):
    return actions.keep_apart(person=person, staff=staff, kind=BlockKind.ASKED, by=by or cast.dana, at=timezone.now())


def test_block_set_keeps_somebody_away_at_once(cast, client):
    answer = client.enter(cast.dana).post(url("block_set", cast.marcus), {"staff": cast.sam.pk, "kind": "asked"}, follow=True)

    assert answer.redirect_chain == [(url("person_access", cast.marcus), 302)]
    assert "Sam of the cast The person asked for it, since today" in main_words(answer)
    assert not sees(cast.sam, cast.marcus)
    assert client.enter(cast.sam).get(url("person_show", cast.marcus)).status_code == 404


def test_block_set_ends_walking_together_and_says_so_in_the_record(cast, client):
    actions.start_walking(enrolment=cast.marcus_there, peer=cast.noor, chosen_by_person=False, by=cast.sam, at=timezone.now())
    walk = WalksWith.objects.get(peer=cast.noor, enrolment=cast.marcus_there)

    client.enter(cast.dana).post(url("block_set", cast.marcus), {"staff": cast.noor.pk, "kind": "relative"})

    walk.refresh_from_db()
    assert walk.until_at is not None
    assert Entry.objects.filter(verb="walk.ended", subject_id=walk.pk, person_id=cast.marcus.pk, by_id=cast.dana.pk).exists()


def test_block_set_on_oneself_leads_to_the_list_because_the_record_is_closed_now(cast, client):
    """He turned out to be her cousin."""
    answer = client.enter(cast.dana).post(
        url("block_set", cast.marcus), {"staff": cast.dana.pk, "kind": "relative"}, follow=True
    )

    assert answer.redirect_chain == [(url("person_list"), 302)]
    assert "This record is no longer yours to open." in main_words(answer)
    assert "Marcus" not in main_words(answer)


def test_block_set_twice_says_that_it_is_so(cast, client):
    block(cast, cast.marcus, cast.theo)

    answer = client.enter(cast.dana).post(url("block_set", cast.marcus), {"staff": cast.theo.pk, "kind": "asked"})

    assert answer.status_code == 409
    assert "It is already like that." in main_words(answer)
    assert Block.objects.count() == 1


def test_block_set_without_a_colleague_keeps_the_form_and_says_what_to_do(cast, client):
    answer = client.enter(cast.dana).post(url("block_set", cast.marcus), {"kind": "relative"})

    assert answer.status_code == 422
    assert "One thing to look at" in main_words(answer)
    assert answer.context["block_form"]["kind"].value() == "relative"


def test_a_blocked_colleague_gets_the_same_bytes_as_for_somebody_who_never_was(cast, client):
    block(cast, cast.marcus, cast.sam)
    client.enter(cast.sam)
    blocked = client.get(url("person_show", cast.marcus))
    never = client.get(url("person_show", cast.agency.pk))

    assert (blocked.status_code, blocked.content, dict(blocked.headers)) == (
        never.status_code,
        never.content,
        dict(never.headers),
    )


def test_emergency_open_answers_a_blocked_colleague_as_if_nobody_were_there(cast, client):
    will = welcome(cast, "will", "Will Tran", cast.dana, born_on=BORN)
    block(cast, will, cast.noor)
    asked = {"name": "Will Tran", "born_on": BORN.isoformat(), "reason": REASON}
    client.enter(cast.noor)
    blocked, never = (
        client.post(url("emergency_open"), asked | {"born_on": born}) for born in (BORN.isoformat(), "1980-05-15")
    )

    assert blocked.status_code == never.status_code == 409
    assert main_words(blocked) == main_words(never)
    assert not EmergencyAccess.objects.exists()
    assert not sees(cast.noor, will)


def test_a_block_ends_an_emergency_that_is_open(cast, client):
    in_an_emergency(cast.marcus, cast.noor)
    block(cast, cast.marcus, cast.noor)

    assert client.enter(cast.noor).get(url("person_show", cast.marcus)).status_code == 404


def test_walk_start_does_not_offer_and_does_not_take_a_blocked_colleague(cast, client):
    block(cast, cast.marcus, cast.noor)
    client.enter(cast.sam)
    offered = client.get(url("person_access", cast.marcus)).context["places"][0].start_form.fields["peer"].choices

    answer = client.post(url("walk_start", cast.marcus_there), {"peer": cast.noor.pk})

    assert cast.noor.pk not in [key for key, _name in offered]
    assert answer.status_code == 409
    assert "may never open this record" in main_words(answer)


def test_block_lift_takes_a_supervisor(cast, client):
    """Whoever walks with a person can be talked into letting somebody back: it takes a second pair of eyes."""
    standing = block(cast, cast.marcus, cast.noor)

    assert client.enter(cast.dana).post(url("block_lift", standing)).status_code == 403
    assert "A supervisor can lift this" in main_words(client.get(url("person_access", cast.marcus)))
    assert client.enter(cast.sam).post(url("block_lift", standing)).status_code == 302

    standing.refresh_from_db()
    assert standing.lifted_by == cast.sam


def test_block_lift_cannot_be_done_by_the_blocked_themselves(cast, client):
    standing = block(cast, cast.marcus, cast.sam)

    assert client.enter(cast.sam).post(url("block_lift", standing)).status_code == 404


def test_block_lift_twice_says_that_it_is_so(cast, client):
    standing = block(cast, cast.marcus, cast.noor)
    client.enter(cast.sam)
    client.post(url("block_lift", standing))

    assert client.post(url("block_lift", standing)).status_code == 409
    assert Entry.objects.filter(verb="block.lifted").count() == 1


def test_block_set_in_an_emergency_is_not_theirs_to_decide(cast, client):
    in_an_emergency(cast.marcus, cast.noor)

    assert (
        client.enter(cast.noor).post(url("block_set", cast.marcus), {"staff": cast.dana.pk, "kind": "asked"}).status_code == 403
    )


def test_a_lifted_block_stays_in_the_story(cast, client):
    standing = block(cast, cast.marcus, cast.noor)
    actions.lift_block(block=standing, by=cast.sam, at=timezone.now())

    page = main_words(client.enter(cast.dana).get(url("person_access", cast.marcus)))

    assert "Lifted before Noor of the cast From today until today" in page
    assert "Nobody is kept away." in page


def test_person_access_asks_as_much_for_one_block_as_for_many(cast, client):
    client.enter(cast.dana)
    costs = []
    for several in ([cast.theo], [cast.ada, cast.alex, cast.joan, cast.iris]):
        for staff in several:
            block(cast, cast.marcus, staff)
        costs.append(cost(client, url("person_access", cast.marcus)))

    assert costs[0] == costs[1]


def test_a_block_is_lifted_only_by_a_supervisor_of_the_persons_program(cast, client):
    """Dana supervises the other program; here she walks with Marcus."""
    accounts.give_role(staff=cast.dana, role=Role.SUPERVISOR, program=cast.bridge, by=cast.alex, at=cast.began)
    block = actions.keep_apart(person=cast.marcus, staff=cast.noor, kind=BlockKind.ASKED, by=cast.dana, at=timezone.now())

    assert client.enter(cast.dana).post(url("block_lift", block)).status_code == 403
    assert client.enter(cast.sam).post(url("block_lift", block)).status_code == 302


def test_a_director_hears_that_a_supervisor_is_kept_away_and_not_from_whom(cast, client):
    actions.keep_apart(person=cast.marcus, staff=cast.sam, kind=BlockKind.ASKED, by=cast.dana, at=timezone.now())
    words = main_words(client.enter(cast.joan).get("/"))

    assert "Sam of the cast Dana of the cast noted, today, that they may never open somebody's record." in words
    assert "Marcus" not in words
    assert "Kept away" not in main_words(client.enter(cast.iris).get("/"))

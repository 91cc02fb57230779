"""A directive is signed: before whom, apart for the clause, on paper or on the screen; and the next one takes its place."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from handrail.audit.models import Entry
from handrail.directives import content, queries
from handrail.directives.models import (
    Agent,
    Choice,
    Directive,
    DirectiveAnswer,
    SaidThemselves,
    Signing,
)
from handrail.directives.packs import Pack
from handrail.kit.ids import new_id
from handrail.plans.models import OwnWords
from handrail.plans.papers import mark_of
from tests.directives.reading import a_draft, choose, main_words, mark, sign, sign_it, url, words, write
from tests.plans.reading import url as plans_url


# Signing


@pytest.mark.parametrize("state", ["va", "oh", "wi", "generic"])
def test_a_directive_is_signed_and_locked(cast, client, state):
    draft = a_draft(cast, state)
    answer = sign(client.enter(cast.dana), draft)

    assert answer.headers["Location"] == url("step_show", draft, "keep")
    signing = Signing.objects.get()
    assert signing.content[0]["entries"][0]["text"] == "A quiet room."
    assert Pack.of(signing.rules).rules == draft.rules.rules
    assert client.post(url("section_write", draft, "helps"), words("Nothing.", "A quiet room.")).status_code == 409
    own = DirectiveAnswer.objects.get().own
    assert client.post(plans_url("words_edit", own), words("Nothing.", "A quiet room.")).status_code == 409
    assert OwnWords.objects.get(pk=own.pk).text == "A quiet room."
    assert choose(client, draft, "ect", item="ect", answer="refuse").status_code == 409
    assert client.post(url("agent_take_out", Agent.objects.get())).status_code == 409


def test_the_database_keeps_signed_paper_as_it_is(cast, draft):
    signed = sign_it(cast, draft)
    for rows in (
        Signing.objects.all(),
        DirectiveAnswer.objects.all(),
        Agent.objects.all(),
        Directive.objects.filter(pk=signed.pk),
    ):
        field = (
            "section"
            if rows.model is DirectiveAnswer
            else "name"
            if rows.model is Agent
            else "pack"
            if rows.model is Directive
            else "maker"
        )
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**{field: "x"})
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete("default")


@pytest.mark.parametrize(
    ("state", "wrong", "sentence"),
    [
        (
            "wi",
            {"witness_1": "Tasha Green"},
            "Tasha Green is the person who speaks for you. In Wisconsin that person cannot be a witness.",
        ),
        ("va", {"witness_1": "Dana of the cast"}, "does not sign as a witness"),
        ("va", {"witness_2": "", "is_not_2": []}, "There are too few witnesses: it takes 2, and 1 is there."),
        ("oh", {"before": "notary"}, "There is no notary, and there are too few witnesses"),
        ("va", {"maker": ""}, "You sign it yourself."),
        ("va", {"on": ""}, "Write the date on which you signed."),
    ],
)
def test_every_wrong_way_of_signing_is_refused_in_a_clear_sentence(cast, client, state, wrong, sentence):
    draft = a_draft(cast, state)
    answer = sign(client.enter(cast.dana), draft, **wrong)

    assert answer.status_code == 409
    assert sentence in main_words(answer)
    assert not Signing.objects.exists()


def test_a_safer_witness_is_offered_and_the_last_word_is_theirs(cast, draft, client):
    client.enter(cast.dana)
    refused = sign(client, draft, witness_1="Tasha Green")
    assert "We know, and want it so all the same" in main_words(refused)

    assert sign(client, draft, witness_1="Tasha Green", knows="on").status_code == 302


def test_in_ohio_a_notary_is_enough_and_the_proxy_signs(cast, client):
    draft = a_draft(cast, "oh")
    today = timezone.localdate().isoformat()
    client.enter(cast.dana)
    agent = Agent.objects.get()
    assert "Tasha Green signs too" in main_words(sign(client, draft, **{f"agent_{agent.pk}": ""}))
    sign(client, draft, before="notary", notary="N. Public", notary_on=today)

    signed = queries.directives().get()
    assert signed.notary.name == "N. Public"
    assert queries.witnesses_of(signed) == []
    assert signed.signing.ends_on.year == signed.signing.on.year + 3


CLAUSE = {"item": "hospital", "answer": "yes", "why": "I lose myself."}


def with_clause(client, draft):
    client.post(url("section_own_words", draft, "override-clause"), {"own_words": "on"})
    assert choose(client, draft, "override-clause", **CLAUSE).status_code == 302


def test_a_peer_neither_chooses_nor_suggests_the_clause(cast, draft, client):
    client.enter(cast.dana)
    page = main_words(client.get(url("section_write", draft, "override-clause")))
    assert "This part is theirs alone" in page and "As others put it" not in page
    assert choose(client, draft, "override-clause", **CLAUSE).status_code == 409
    assert not Choice.objects.exists()

    with_clause(client, draft)
    assert SaidThemselves.objects.get().section == "override-clause"


def test_the_clause_needs_somebody_who_speaks_for_them(cast, draft, client):
    client.enter(cast.dana)
    with_clause(client, draft)
    client.post(url("agent_take_out", Agent.objects.get()))

    assert "nobody is named. Name somebody, or say no." in main_words(client.get(url("step_show", draft, "check")))


def test_the_clause_is_not_taken_along_into_a_new_one(cast, draft, client):
    client.enter(cast.dana)
    with_clause(client, draft)
    own = {"clause_name": "Marcus", "profession": "attending_physician", "attested_on": timezone.localdate().isoformat()}
    sign(client, draft, **own, attested_by="Dr. Lee")
    client.post(url("directive_begin", cast.marcus), {"id": new_id(), "pack": "va", "program": cast.community.pk, "why": ""})

    assert not Choice.objects.filter(directive=Directive.objects.drafts().get()).exists()


def test_the_clause_is_signed_apart_with_a_statement_or_not_at_all(cast, draft, client):
    client.enter(cast.dana)
    with_clause(client, draft)
    assert "has no signature of its own" in main_words(sign(client, draft))
    own = {"clause_name": "Marcus", "profession": "attending_physician", "attested_on": timezone.localdate().isoformat()}
    assert "needs a written statement" in main_words(sign(client, draft, **own))
    assert sign(client, draft, **own, attested_by="Dr. Lee").status_code == 302

    assert queries.directives().get().override.attested_by == "Dr. Lee"


# On the screen

HAND = "M10 50L40 20L70 60"


def on_the_screen(draft, **more):
    """Everybody is here: the person draws, one witness too, the other has the name typed."""
    drawn = {"maker_strokes": HAND, "witness_1_strokes": HAND, "witness_2_strokes": ""}
    return {"how": "screen", "on": ""} | drawn | more


def test_on_the_screen_each_draws_or_leaves_it_at_the_name(cast, draft, client):
    assert sign(client.enter(cast.dana), draft, **on_the_screen(draft)).status_code == 302

    signed = queries.directives().get()
    assert (signed.signing.how, signed.signing.strokes, signed.signing.on) == ("screen", HAND, timezone.localdate())
    assert [one.strokes for one in queries.witnesses_of(signed)] == [HAND, ""]
    page = client.get(url("step_show", signed, "sign")).content.decode()
    assert page.count(f'd="{HAND}"') == 2
    assert "Signature of Walt Ames" in page


def test_what_was_drawn_counts_only_on_the_screen(cast, draft, client):
    sign(client.enter(cast.dana), draft, maker_strokes=HAND)

    assert Signing.objects.get().strokes == ""


def test_nothing_but_strokes_becomes_a_signature(cast, draft, client):
    answer = sign(client.enter(cast.dana), draft, **on_the_screen(draft, maker_strokes='M1 1"/><script>'))

    assert answer.status_code == 422
    assert "This drawing did not arrive whole." in main_words(answer)
    assert not Signing.objects.exists()


@pytest.mark.parametrize("state", ["oh", "wi", "generic"])
def test_where_nobody_has_read_that_a_screen_will_do_it_says_so_once(cast, client, state):
    draft = a_draft(cast, state)
    client.enter(cast.dana)
    refused = sign(client, draft, **on_the_screen(draft))
    assert "We have not read whether a signature on a screen counts here" in main_words(refused)

    assert sign(client, draft, **on_the_screen(draft, knows="on")).status_code == 302


def test_a_notary_signs_on_paper(cast, client):
    draft = a_draft(cast, "oh")
    by_notary = {"before": "notary", "notary": "N. Public", "notary_on": timezone.localdate().isoformat()}
    refused = sign(client.enter(cast.dana), draft, **on_the_screen(draft, **by_notary, knows="on"))

    assert "A notary signs and seals on paper." in main_words(refused)
    assert not Signing.objects.exists()


def test_the_second_signature_and_the_statement_are_drawn_too(cast, draft, client):
    client.enter(cast.dana)
    with_clause(client, draft)
    apart = {"clause_name": "Marcus", "profession": "attending_physician", "attested_by": "Dr. Lee", "attested_on": ""}
    sign(client, draft, **on_the_screen(draft, **apart, clause_strokes=HAND, attested_strokes=HAND))

    override = queries.directives().get().override
    assert (override.strokes, override.attested_strokes, override.on) == (HAND, HAND, timezone.localdate())
    kept = main_words(client.get(url("step_show", Directive.objects.get(), "keep")))
    assert "Keep a scan of the written statement for the second signature too." in kept


# What is signed is what was read


def test_nobody_signs_what_changed_since_the_page_was_opened(cast, draft, client):
    client.enter(cast.dana)
    opened = mark(draft)
    assert f'value="{opened}"' in client.get(url("step_show", draft, "sign")).content.decode()
    write(draft, "harms", "Shouting.", by=cast.sam)
    answer = sign(client, draft, read=opened)

    assert answer.status_code == 409
    assert "Something changed since you opened this page." in main_words(answer)
    assert "Shouting." in main_words(answer)
    assert f'value="{mark(draft)}"' in answer.content.decode()


def test_whoever_notes_the_signing_is_no_witness_to_it(cast, draft, client):
    answer = sign(client.enter(cast.sam), draft, witness_1="Sam of the cast")

    assert "Sam of the cast is the peer who helps with this paper, and does not sign as a witness." in main_words(answer)


def test_what_is_signed_reads_the_same_in_whichever_language_it_was_noted(cast, draft, client):
    cast.dana.login.language = "es"
    cast.dana.login.save()
    client.enter(cast.dana)
    choose(client, draft, "ect", item="ect", answer="refuse", why="It took my memory.")
    before = mark(draft)
    sign(client, draft)

    [said] = [
        one for section in content.sections_of(queries.directives().get()) if section.id == "ect" for one in section.entries
    ]
    assert said.about.en != said.about.es
    assert [getattr(fact, "en", fact) for fact in said.facts] == ["I say no", "It took my memory."]
    assert mark_of(content.sections_of(queries.directives().get())) == before


# Another one in its place


def test_changing_begins_a_new_one_that_takes_its_place_when_signed(cast, draft, client):
    old = sign_it(cast, draft)
    client.enter(cast.dana)
    sent = {"id": new_id(), "pack": "va", "program": cast.community.pk, "why": "I moved."}
    client.post(url("directive_begin", cast.marcus), sent)
    new = Directive.objects.drafts().get()
    assert (new.replaces, new.number, new.why_changed) == (old, 2, "I moved.")
    assert queries.answers_of(new)["helps"].words == "A quiet room."
    assert queries.answers_of(old)["helps"].words == "A quiet room."
    assert list(Directive.objects.standing()) == [old]

    now = timezone.now()
    sign_it(cast, new)
    assert list(Directive.objects.standing()) == [new]
    assert "REPLACED. A newer directive counts in its place." in main_words(client.get(url("directive_show", old)))
    assert Entry.objects.filter(verb="directive.replaced", at__gte=now).count() == 1

"""What "who opened this record" says about crisis plans and hard times, and where their texts stand."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from handrail.people.opened import OPENED, say
from handrail.plans import places
from handrail.plans.places import Place

PARTS = ("guidedanswer", "crisisperson", "crisisplace", "copygiven", "crisisnote")

DEEDS = {
    "guidedplan.opened": _("%(who)s opened a crisis plan"),
    "guidedplan.begun": _("%(who)s began a crisis plan"),
    "guidedplan.card_printed": _("%(who)s printed the card of a crisis plan"),
    "guidedanswer.written": _("%(who)s wrote in a crisis plan"),
    "crisisperson.added": _("%(who)s wrote down somebody in a crisis plan"),
    "crisisperson.changed": _("%(who)s changed what a crisis plan says about somebody"),
    "crisisperson.moved": _("%(who)s changed the order of the people in a crisis plan"),
    "crisisperson.taken_out": _("%(who)s took somebody out of a crisis plan"),
    "crisisperson.put_back": _("%(who)s put somebody back into a crisis plan"),
    "crisisplace.added": _("%(who)s wrote down a place in a crisis plan"),
    "crisisplace.changed": _("%(who)s changed what a crisis plan says about a place"),
    "crisisplace.moved": _("%(who)s changed the order of the places in a crisis plan"),
    "crisisplace.taken_out": _("%(who)s took a place out of a crisis plan"),
    "crisisplace.put_back": _("%(who)s put a place back into a crisis plan"),
    "copygiven.given": _("%(who)s noted who has a copy of a plan"),
    "copygiven.taken_back": _("%(who)s noted that somebody has no copy of a plan"),
    "copygiven.put_back": _("%(who)s noted that somebody has a copy of a plan after all"),
    "crisis.looked_up": _("%(who)s opened what helps in a crisis"),
    "incrisis.opened": _("%(who)s looked back on a hard time"),
    "incrisis.begun": _("%(who)s was with the person in a hard time"),
    "incrisis.tried": _("%(who)s noted what was tried in a hard time"),
    "incrisis.ended": _("%(who)s noted that a hard time was over for now"),
    "incrisis.went_on": _("%(who)s noted that a hard time went on"),
    "incrisis.taken_out": _("%(who)s took out a hard time that was noted by mistake"),
    "incrisis.put_back": _("%(who)s put back a hard time"),
    "incrisis.learned": _("%(who)s put into the plan what was learned in a hard time"),
    "crisisnote.written": _("%(who)s wrote down what was said in a hard time"),
}


def offer() -> None:
    """Give every verb its words, and every text its place."""
    for part in PARTS:
        say(f"{part}.opened", OPENED)
    for verb, words in DEEDS.items():
        say(verb, words)
    places.register("guidedanswer", Place(_in_the_plan, may_be_empty=True))
    places.register("crisisnote", Place(_of_the_time, may_be_empty=True))


def _in_the_plan(own: Any) -> str:
    plan = own.guidedanswer.plan
    return reverse("crisis:plan_show", args=[plan.person_id, plan.program_id, plan.kind])


def _of_the_time(own: Any) -> str:
    return reverse("crisis:use_show", args=[own.crisisnote.use_id])

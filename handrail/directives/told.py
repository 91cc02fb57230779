"""What "who opened this record" says about directives."""

from django.utils.translation import gettext_lazy as _

from handrail.people.opened import OPENED, say

PARTS = (
    *("directiveanswer", "choice", "saidthemselves", "agent", "agentaccepted", "agentsigned", "helpedby", "steptaken"),
    *("signing", "witness", "notary", "overridesigning", "scan", "custody", "holdertold", "card", "retrieved"),
    *("reaffirmed", "revoked", "setaside"),
)

DEEDS = {
    "directive.opened": _("%(who)s opened the directive"),
    "directive.listed": _("%(who)s looked at the directives there are"),
    "directive.begun": _("%(who)s began a directive with the person"),
    "directive.set_aside": _("%(who)s set a draft of the directive aside"),
    "directive.taken_up": _("%(who)s took a draft of the directive up again"),
    "directive.written": _("%(who)s wrote down an answer in the directive"),
    "directive.own_words_said": _("%(who)s said that a part of the directive is in the person's own words"),
    "directive.chosen": _("%(who)s noted what the person accepts or refuses"),
    "directive.choice_left": _("%(who)s took a choice out of the directive"),
    "directive.step_taken": _("%(who)s noted a step on the way to a directive"),
    "directive.step_reopened": _("%(who)s opened a step on the way to a directive again"),
    "directive.agent_named": _("%(who)s noted who speaks for the person"),
    "directive.agent_taken_out": _("%(who)s noted that somebody does not speak for the person"),
    "directive.agent_accepted": _("%(who)s noted that whoever speaks for the person said yes"),
    "directive.signed": _("%(who)s noted that the directive was signed"),
    "directive.replaced": _("%(who)s noted that a newer directive took the place of one before"),
    "directive.scanned": _("%(who)s kept a scan of the signed directive"),
    "directive.scan_taken_out": _("%(who)s took out a scan"),
    "directive.given": _("%(who)s noted who holds a copy of the directive"),
    "directive.holder_taken_out": _("%(who)s noted that somebody does not hold a copy"),
    "directive.holder_told": _("%(who)s noted who heard that a directive no longer counts"),
    "directive.card_made": _("%(who)s made a wallet card"),
    "directive.retrieved": _("%(who)s got the signed directive out"),
    "directive.retrieved together": _("%(who)s got the signed directive out, together with the person"),
    "directive.retrieved crisis": _("%(who)s got the signed directive out, because of a crisis"),
    "directive.retrieved hospital": _("%(who)s got the signed directive out for a hospital or clinic"),
    "directive.retrieved agent": _("%(who)s got the signed directive out for whoever speaks for the person"),
    "directive.retrieved check": _("%(who)s got the signed directive out to check it"),
    "directive.reaffirmed": _("%(who)s noted that the directive still says what the person wants"),
    "directive.revoked": _("%(who)s noted that the person took the directive back"),
}


def offer() -> None:
    """Give every verb of directives its words."""
    for part in PARTS:
        say(f"{part}.opened", OPENED)
    for verb, words in DEEDS.items():
        say(verb, words)

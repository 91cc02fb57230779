"""What is done with wellness tools: chosen, used, and whether it helped."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from handrail.accounts.models import Staff
from handrail.audit.journal import action, record
from handrail.kit.merging import merge
from handrail.kit.once import once
from handrail.kit.sent import under_its_key
from handrail.plans.actions.goals import ChangedMeanwhile
from handrail.plans.actions.shared import put_back, take_back, whose
from handrail.plans.actions.words import first_words
from handrail.plans.models import Helped, Tool, ToolUsed

HOW_IT_IS_DONE = "toolhow"
"""The kind of the text that says how a tool is done."""


@action
def add_tool(*, tool: Tool, text: str, how: str = "", by: Staff, at: datetime) -> Tool:
    """Write down what keeps somebody well, and how it is done. `tool` names the person and the program."""
    tool.agency_id, tool.made_at, tool.made_by = by.agency_id, at, by
    tool.own = first_words(tool, text, by, at)
    tool.how = first_words(tool, how, by, at, kind=HOW_IT_IS_DONE)
    under_its_key(tool)
    record("tool.added", by=by, at=at, subject=tool, person=tool.person_id)
    return tool


@action
def change_tool(*, tool: Tool, by: Staff, at: datetime, opened: Mapping[str, str] | None = None) -> Tool:
    """Keep what else it is for; `tool` as it was typed. `opened`: the marks of what the page began with."""
    held = Tool.objects.select_for_update(of=("self",)).get(pk=tool.pk)
    merged = merge(tool.facts(), opened or {}, held.facts(), knows=opened is None)
    if merged.both:
        raise ChangedMeanwhile(merged.both)
    for name in merged.take:
        setattr(held, name, getattr(tool, name))
    held.save(update_fields=["for_what"])
    record("tool.changed", by=by, at=at, subject=held, person=held.person_id)
    return held


@action
def use_tool(
    *,
    tool: Tool,
    by: Staff,
    at: datetime,
    helped: Helped | str = "",
    words: str = "",
    said_in: UUID | None = None,
    key: UUID | None = None,
) -> ToolUsed:
    """It was used. Said in a contact, once a contact; whether it helped can be said later."""
    used = ToolUsed(**whose(tool), tool=tool, helped=helped, words=words, at=at, by=by, said_in=said_in)
    if said_in:
        with once():
            used.save(force_insert=True)
    else:
        used.pk = key or used.pk
        under_its_key(used)
    record("tool.used", by=by, at=at, subject=used, person=used.person_id)
    return used


@action
def say_if_it_helped(*, used: ToolUsed, helped: Helped | str, words: str = "", by: Staff, at: datetime) -> ToolUsed:
    """Whether it helped, this time. Said again, it corrects what was said; words there are stay unless others take their place."""
    held = ToolUsed.objects.select_for_update(of=("self",)).get(pk=used.pk)
    held.helped, held.words = helped, words or held.words
    held.save(update_fields=["helped", "words"])
    record("tool.told", by=by, at=at, subject=held, person=held.person_id)
    return held


@action
def take_out_use(*, used: ToolUsed, by: Staff, at: datetime) -> ToolUsed:
    """It was noted by mistake."""
    take_back(ToolUsed.objects.filter(pk=used.pk), by, at)
    record("tool.use_taken_out", by=by, at=at, subject=used, person=used.person_id)
    return used


@action
def put_back_use(*, used: ToolUsed, by: Staff, at: datetime) -> ToolUsed:
    """It was no mistake."""
    put_back(ToolUsed.objects.filter(pk=used.pk))
    record("tool.use_put_back", by=by, at=at, subject=used, person=used.person_id)
    return used


@action
def take_out_tool(*, tool: Tool, by: Staff, at: datetime) -> Tool:
    """It is no tool of theirs any more. How it helped stays."""
    take_back(Tool.objects.filter(pk=tool.pk), by, at)
    record("tool.taken_out", by=by, at=at, subject=tool, person=tool.person_id)
    return tool


@action
def put_back_tool(*, tool: Tool, by: Staff, at: datetime) -> Tool:
    """It is one again."""
    put_back(Tool.objects.filter(pk=tool.pk))
    record("tool.put_back", by=by, at=at, subject=tool, person=tool.person_id)
    return tool

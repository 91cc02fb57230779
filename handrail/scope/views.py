"""Pages of the scope of practice, and of the rules an agency goes by."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from handrail.audit.door import find
from handrail.kit.errors import Refused
from handrail.kit.views import allow
from handrail.scope import actions, queries, rules
from handrail.scope.catalogue import catalogue, pack
from handrail.scope.forms import ItemSearch, OverrideForm
from handrail.scope.models import PackOverride


@require_safe
def item_list(request: HttpRequest) -> HttpResponse:
    """Every item of the four documents; by document, place, kind and words."""
    form = ItemSearch(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    items = queries.items_that_match(
        words=chosen.get("q", ""),
        document=chosen.get("document", ""),
        setting=chosen.get("setting", ""),
        kind=chosen.get("kind", ""),
    )
    page = {
        "form": form,
        "groups": queries.items_by_group(items),
        "count": len(items),
        "narrowed": any(chosen.values()),
        "filtered": any(chosen.get(name) for name in ("document", "setting", "kind")),
        "documents": catalogue().documents.values(),
        "terms": catalogue().terms,
        "may_set_pack": rules.may_set_pack(request.staff),
    }
    return render(request, "scope/item_list.html", page, status=422 if form.errors else 200)


@require_safe
def item_show(request: HttpRequest, item_id: str) -> HttpResponse:
    """One item: what it asks, where it stands, what shows it, and where in Handrail it is done."""
    item = catalogue().items.get(item_id)
    if item is None:
        raise Http404
    page = {
        "item": item,
        "documents": queries.documents_of(item),
        "activities": queries.activities_that_reach(item),
        "apps": queries.apps_of(item),
    }
    return render(request, "scope/item_show.html", page)


@require_safe
def activity_list(request: HttpRequest) -> HttpResponse:
    """What can be picked on a contact, and which items each of them does."""
    return render(request, "scope/activity_list.html", {"groups": queries.activities_by_group()})


@require_safe
def pack_show(request: HttpRequest) -> HttpResponse:
    """The rules the agency goes by; one of them is open for changing when the address names it."""
    allow(rules.may_set_pack(request.staff))
    return pack_page(request, changing=request.GET.get("change", ""))


@require_POST
def pack_override(request: HttpRequest) -> HttpResponse:
    """Go by another value than the pack's."""
    allow(rules.may_set_pack(request.staff))
    key = request.POST.get("key", "")
    now = queries.values_for(request.staff.agency).get(key)
    if now is None:
        return pack_page(request, refusal=str(actions.NoSuchValue.sentence), status=409)
    form = OverrideForm(now.pack, now.value, request.POST)
    if not form.is_valid():
        return pack_page(request, changing=key, form=form, status=422)
    value, reason = form.cleaned_data["value"], form.cleaned_data["reason"]
    try:
        actions.override_value(key=key, value=value, reason=reason, by=request.staff, at=timezone.now())
    except Refused as no:
        return pack_page(request, changing=key, form=form, refusal=str(no), status=409)
    messages.success(request, _("Saved. Your agency goes by its own value now."))
    return redirect("scope:pack_show")


@require_POST
def pack_withdraw(request: HttpRequest, override_id: str) -> HttpResponse:
    """Go by the pack again."""
    override = find(PackOverride, request, pk=override_id)
    allow(rules.may_set_pack(request.staff))
    try:
        actions.withdraw_override(override=override, by=request.staff, at=timezone.now())
    except Refused as no:
        return pack_page(request, refusal=str(no), status=409)
    messages.success(request, _("Saved. Your agency goes by its pack again."))
    return redirect("scope:pack_show")


def pack_page(
    request: HttpRequest, *, changing: str = "", form: OverrideForm | None = None, refusal: str = "", status: int = 200
) -> HttpResponse:
    """The page of the rules, with the form of one of them, if any is being changed."""
    agency = request.staff.agency
    values = queries.values_for(agency)
    open_value = values.get(changing)
    if open_value and form is None:
        form = OverrideForm(open_value.pack, open_value.value)
    page = {
        "pack": pack(agency.pack),
        "topics": queries.values_by_topic(values.values()),
        "open_value": open_value,
        "form": form,
        "refusal": refusal,
        "withdrawn": queries.values_taken_back(agency),
    }
    return render(request, "scope/pack_show.html", page, status=status)

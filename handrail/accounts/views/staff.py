"""Colleagues: who works here, in which roles, supervised by whom, and how they get in."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.accounts import actions, queries, rules
from handrail.accounts.forms import NewStaffForm, RoleForm, StaffForm, SupervisionForm
from handrail.accounts.models import Staff
from handrail.accounts.roles import Role
from handrail.audit.door import find
from handrail.kit.errors import KeyTaken, Refused
from handrail.kit.ids import new_id
from handrail.kit.paging import page_of
from handrail.kit.views import allow


@require_safe
def staff_list(request: HttpRequest) -> HttpResponse:
    """Everybody who works here."""
    allow(rules.may_see_staff(request.staff))
    page = page_of(request, queries.colleagues(request.staff, timezone.now()))
    return render(request, "accounts/staff_list.html", {"page": page, "may_set_up": rules.may_set_up(request.staff)})


@require_http_methods(["GET", "HEAD", "POST"])
def staff_add(request: HttpRequest) -> HttpResponse:
    """Add a colleague, their first role, and get a link to hand to them."""
    allow(rules.may_set_up(request.staff))
    form, role_form = (
        NewStaffForm(request.POST or None, initial={"id": new_id()}),
        RoleForm(request.POST or None, by=request.staff),
    )
    if request.method != "POST" or not (form.is_valid() & role_form.is_valid()):
        page = {"form": form, "role_form": role_form}
        return render(request, "accounts/staff_add.html", page, status=422 if request.method == "POST" else 200)
    new = form.save(commit=False)
    new.pk, new.agency_id = form.cleaned_data["id"], request.staff.agency_id
    try:
        actions.welcome(
            staff=new,
            role=Role(role_form.cleaned_data["role"]),
            program=role_form.cleaned_data["program"],
            by=request.staff,
            at=timezone.now(),
            until=role_form.until(),
        )
    except KeyTaken:
        new = find(Staff, request, pk=new.pk)
    return _show_link(request, new)


@require_safe
def staff_show(request: HttpRequest, staff_id: str) -> HttpResponse:
    """One colleague."""
    colleague = find(Staff, request, pk=staff_id)
    allow(rules.may_see_staff(request.staff))
    return _show(request, colleague)


def _show(request: HttpRequest, colleague: Staff, status: int = 200, **more: Any) -> HttpResponse:
    now, roles = timezone.now(), list(queries.roles_of(colleague))
    page = {
        "colleague": colleague,
        "roles_now": [held for held in roles if held.until_at is None or held.until_at > now],
        "roles_before": [held for held in roles if held.until_at is not None and held.until_at <= now],
        "supervisors": list(queries.supervisors_of(colleague, now)),
        "supervised": list(queries.supervised_by(colleague, now)),
        "open_link": queries.open_link_of(colleague, now),
        "may_set_up": rules.may_set_up(request.staff),
        "role_form": RoleForm(by=request.staff),
        "supervision_form": SupervisionForm(by=request.staff, of=colleague),
        "now": now,
    }
    return render(request, "accounts/staff_show.html", page | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def staff_edit(request: HttpRequest, staff_id: str) -> HttpResponse:
    """Correct a name or title."""
    colleague = find(Staff, request, pk=staff_id)
    allow(rules.may_set_up(request.staff))
    form = StaffForm(request.POST or None, instance=colleague)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "colleague": colleague}
        return render(request, "accounts/staff_edit.html", page, status=422 if form.errors else 200)
    actions.change_staff(staff=form.save(commit=False), by=request.staff, at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("accounts:staff_show", colleague.pk)


@require_POST
def staff_invite(request: HttpRequest, staff_id: str) -> HttpResponse:
    """A new link to hand over: to join, or to find the way back in."""
    colleague = find(queries.working(), request, pk=staff_id)
    allow(rules.may_set_up(request.staff))
    return _show_link(request, colleague)


def _show_link(request: HttpRequest, colleague: Staff) -> HttpResponse:
    """The link is shown once; only its hash is kept."""
    token = actions.invite(staff=colleague, by=request.staff, at=timezone.now())
    name = "accounts:come_back" if queries.comes_back(token) else "accounts:join"
    link = request.build_absolute_uri(reverse(name, args=[token]))
    return render(request, "accounts/staff_invite.html", {"colleague": colleague, "link": link})


@require_POST
def staff_leave(request: HttpRequest, staff_id: str) -> HttpResponse:
    """A colleague leaves."""
    colleague = find(queries.working(), request, pk=staff_id)
    allow(rules.may_set_up(request.staff))
    try:
        actions.end_work(staff=colleague, by=request.staff, at=timezone.now())
    except Refused as refused:
        return _show(request, colleague, status=409, refusal=refused.sentence)
    messages.success(request, _("Their work here has ended. They can open nothing any more."))
    return redirect("accounts:staff_show", colleague.pk)


@require_POST
def role_give(request: HttpRequest, staff_id: str) -> HttpResponse:
    """Give a role."""
    colleague = find(queries.working(), request, pk=staff_id)
    allow(rules.may_set_up(request.staff))
    form = RoleForm(request.POST, by=request.staff)
    if not form.is_valid():
        return _show(request, colleague, status=422, role_form=form)
    role, program = Role(form.cleaned_data["role"]), form.cleaned_data["program"]
    try:
        actions.give_role(staff=colleague, role=role, program=program, by=request.staff, at=timezone.now(), until=form.until())
    except Refused as refused:
        return _show(request, colleague, status=409, refusal=refused.sentence)
    return redirect("accounts:staff_show", colleague.pk)


@require_POST
def role_end(request: HttpRequest, role_id: str) -> HttpResponse:
    """End a role."""
    held = find(queries.roles_held(timezone.now()), request, pk=role_id)
    allow(rules.may_set_up(request.staff))
    try:
        actions.end_role(held=held, by=request.staff, at=timezone.now())
    except Refused as refused:
        return _show(request, held.staff, status=409, refusal=refused.sentence)
    return redirect("accounts:staff_show", held.staff_id)


@require_POST
def supervision_begin(request: HttpRequest, staff_id: str) -> HttpResponse:
    """Say who supervises a colleague."""
    colleague = find(queries.working(), request, pk=staff_id)
    allow(rules.may_set_up(request.staff))
    form = SupervisionForm(request.POST, by=request.staff, of=colleague)
    if not form.is_valid():
        return _show(request, colleague, status=422, supervision_form=form)
    supervisor, kind = form.cleaned_data["supervisor"], form.cleaned_data["kind"]
    try:
        actions.begin_supervision(supervisor=supervisor, staff=colleague, kind=kind, by=request.staff, at=timezone.now())
    except Refused as refused:
        return _show(request, colleague, status=409, refusal=refused.sentence)
    return redirect("accounts:staff_show", colleague.pk)


@require_POST
def supervision_end(request: HttpRequest, line_id: str) -> HttpResponse:
    """A line of supervision ends."""
    line = find(queries.lines_running(timezone.now()), request, pk=line_id)
    allow(rules.may_set_up(request.staff))
    actions.end_supervision(line=line, by=request.staff, at=timezone.now())
    return redirect("accounts:staff_show", line.staff_id)

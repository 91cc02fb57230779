"""The agency's settings, its programs and their sites."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from handrail.accounts import actions, queries, rules
from handrail.accounts.forms import AgencyForm, ProgramForm, SiteForm
from handrail.accounts.models import Agency, Program, Site
from handrail.audit.door import find
from handrail.kit.errors import Refused
from handrail.kit.views import allow


@require_http_methods(["GET", "HEAD", "POST"])
def agency_edit(request: HttpRequest) -> HttpResponse:
    """Name, word for the person, time zone, which state's rules."""
    agency = find(Agency, request, pk=request.staff.agency_id)
    allow(rules.may_set_up(request.staff))
    form = AgencyForm(request.POST or None, instance=agency)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/agency_edit.html", {"form": form}, status=422 if form.errors else 200)
    actions.change_agency(agency=form.save(commit=False), by=request.staff, at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("accounts:agency_edit")


@require_safe
def program_list(request: HttpRequest) -> HttpResponse:
    """The agency's programs and where they work."""
    allow(rules.may_see_staff(request.staff))
    page = {"programs": queries.programs(request.staff), "may_set_up": rules.may_set_up(request.staff)}
    return render(request, "accounts/program_list.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def program_add(request: HttpRequest) -> HttpResponse:
    """Begin a program."""
    allow(rules.may_set_up(request.staff))
    form = ProgramForm(request.POST or None, instance=Program(agency_id=request.staff.agency_id))
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/program_add.html", {"form": form}, status=422 if form.errors else 200)
    try:
        actions.open_program(program=form.save(commit=False), by=request.staff, at=timezone.now())
    except Refused as refused:
        form.add_error("name", refused.sentence)
        return render(request, "accounts/program_add.html", {"form": form}, status=409)
    messages.success(request, _("The program is there. Now give somebody a role in it."))
    return redirect("accounts:program_list")


@require_http_methods(["GET", "HEAD", "POST"])
def program_edit(request: HttpRequest, program_id: str) -> HttpResponse:
    """Correct a program; its sites."""
    program = find(Program, request, pk=program_id)
    allow(rules.may_set_up(request.staff))
    form = ProgramForm(request.POST or None, instance=program)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "program": program, "sites": queries.sites_of(program), "site_form": SiteForm()}
        return render(request, "accounts/program_edit.html", page, status=422 if form.errors else 200)
    actions.change_program(program=form.save(commit=False), by=request.staff, at=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("accounts:program_edit", program.pk)


@require_POST
def site_add(request: HttpRequest, program_id: str) -> HttpResponse:
    """Add a place a program works from."""
    program = find(Program, request, pk=program_id)
    allow(rules.may_set_up(request.staff))
    site_form = SiteForm(request.POST, instance=Site(program=program))
    if not site_form.is_valid():
        page = {"form": ProgramForm(instance=program), "program": program, "sites": queries.sites_of(program)}
        return render(request, "accounts/program_edit.html", page | {"site_form": site_form}, status=422)
    actions.open_site(site=site_form.save(commit=False), by=request.staff, at=timezone.now())
    return redirect("accounts:program_edit", program.pk)


@require_POST
def site_close(request: HttpRequest, site_id: str) -> HttpResponse:
    """A program no longer works from this place."""
    site = find(Site, request, pk=site_id)
    allow(rules.may_set_up(request.staff))
    actions.close_site(site=site, by=request.staff, at=timezone.now())
    return redirect("accounts:program_edit", site.program_id)

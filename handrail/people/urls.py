"""Addresses of people."""

from django.urls import path

from handrail.people import views

app_name = "people"

urlpatterns = [
    path("", views.person_list, name="person_list"),
    path("search/", views.person_search, name="person_search"),
    path("search/also/", views.also_search, name="also_search"),
    path("add/", views.person_add, name="person_add"),
    path("emergency/", views.emergency_open, name="emergency_open"),
    path("cover/", views.cover_list, name="cover_list"),
    path("cover/<uuid:cover_id>/end/", views.cover_end, name="cover_end"),
    path("<uuid:person_id>/", views.person_show, name="person_show"),
    path("<uuid:person_id>/same/", views.person_same, name="person_same"),
    path("<uuid:person_id>/same/join/", views.person_join, name="person_join"),
    path("<uuid:person_id>/same/apart/", views.person_apart, name="person_apart"),
    path("one/<uuid:one_id>/part/", views.one_part, name="one_part"),
    path("<uuid:person_id>/edit/", views.person_edit, name="person_edit"),
    path("<uuid:person_id>/own/<slug:part>/", views.person_part, name="person_part"),
    path("<uuid:person_id>/points/add/", views.point_add, name="point_add"),
    path("points/<uuid:point_id>/", views.point_edit, name="point_edit"),
    path("points/<uuid:point_id>/stop/", views.point_stop, name="point_stop"),
    path("points/<uuid:point_id>/resume/", views.point_resume, name="point_resume"),
    path("<uuid:person_id>/supporters/add/", views.supporter_add, name="supporter_add"),
    path("supporters/<uuid:supporter_id>/", views.supporter_edit, name="supporter_edit"),
    path("supporters/<uuid:supporter_id>/stop/", views.supporter_stop, name="supporter_stop"),
    path("supporters/<uuid:supporter_id>/resume/", views.supporter_resume, name="supporter_resume"),
    path("<uuid:person_id>/arrangements/add/", views.arrangement_add, name="arrangement_add"),
    path("arrangements/<uuid:arrangement_id>/", views.arrangement_edit, name="arrangement_edit"),
    path("arrangements/<uuid:arrangement_id>/stop/", views.arrangement_stop, name="arrangement_stop"),
    path("arrangements/<uuid:arrangement_id>/resume/", views.arrangement_resume, name="arrangement_resume"),
    path("<uuid:person_id>/family/add/", views.tie_add, name="tie_add"),
    path("family/<uuid:tie_id>/end/", views.tie_end, name="tie_end"),
    path("<uuid:person_id>/programs/", views.person_enrol, name="person_enrol"),
    path("<uuid:person_id>/opened/", views.person_opened, name="person_opened"),
    path("<uuid:person_id>/access/", views.person_access, name="person_access"),
    path("<uuid:person_id>/blocks/", views.block_set, name="block_set"),
    path("blocks/<uuid:block_id>/lifting/", views.block_lift, name="block_lift"),
    path("enrolments/<uuid:enrolment_id>/agreement/", views.agreement_make, name="agreement_make"),
    path("enrolments/<uuid:enrolment_id>/finding/", views.finding_note, name="finding_note"),
    path("enrolments/<uuid:enrolment_id>/phase/", views.phase_enter, name="phase_enter"),
    path("enrolments/<uuid:enrolment_id>/end/", views.enrolment_end, name="enrolment_end"),
    path("enrolments/<uuid:enrolment_id>/back/", views.enrolment_reopen, name="enrolment_reopen"),
    path("enrolments/<uuid:enrolment_id>/walks/", views.walk_start, name="walk_start"),
    path("walks/<uuid:walk_id>/end/", views.walk_stop, name="walk_stop"),
    path("emergencies/<uuid:access_id>/told/", views.emergency_told, name="emergency_told"),
]

"""Addresses of people."""

from django.urls import path

from handrail.people import views

app_name = "people"

urlpatterns = [
    path("", views.person_list, name="person_list"),
    path("search/", views.person_search, name="person_search"),
    path("add/", views.person_add, name="person_add"),
    path("emergency/", views.emergency_open, name="emergency_open"),
    path("cover/", views.cover_list, name="cover_list"),
    path("cover/<uuid:cover_id>/end/", views.cover_end, name="cover_end"),
    path("<uuid:person_id>/", views.person_show, name="person_show"),
    path("<uuid:person_id>/edit/", views.person_edit, name="person_edit"),
    path("<uuid:person_id>/programs/", views.person_enrol, name="person_enrol"),
    path("<uuid:person_id>/opened/", views.person_opened, name="person_opened"),
    path("<uuid:person_id>/access/", views.person_access, name="person_access"),
    path("<uuid:person_id>/blocks/", views.block_set, name="block_set"),
    path("blocks/<uuid:block_id>/lifting/", views.block_lift, name="block_lift"),
    path("enrolments/<uuid:enrolment_id>/walks/", views.walk_start, name="walk_start"),
    path("walks/<uuid:walk_id>/end/", views.walk_stop, name="walk_stop"),
    path("emergencies/<uuid:access_id>/told/", views.emergency_told, name="emergency_told"),
]

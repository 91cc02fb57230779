"""Addresses of crisis."""

from django.urls import path

from handrail.crisis import views

app_name = "crisis"
KIND = "of/<uuid:person_id>/in/<uuid:program_id>/<slug:kind>/"
USE = "of/<uuid:person_id>/uses/<uuid:use_id>/"
PART = "plans/<uuid:plan_id>/<slug:section>/"

urlpatterns = [
    path("", views.crisis_list, name="crisis_list"),
    path("of/<uuid:person_id>/", views.in_crisis_show, name="in_crisis_show"),
    path(KIND, views.plan_show, name="plan_show"),
    path(f"{KIND}begin/", views.plan_begin, name="plan_begin"),
    path(f"{KIND}card/", views.plan_card, name="plan_card"),
    path("plans/<uuid:plan_id>/first/<int:step>/", views.plan_first, name="plan_first"),
    path("plans/<uuid:plan_id>/copies/", views.copy_give, name="copy_give"),
    path(f"{PART}", views.answer_write, name="answer_write"),
    path(f"{PART}people/", views.person_add, name="person_add"),
    path(f"{PART}people/known/", views.person_take_over, name="person_take_over"),
    path(f"{PART}places/", views.place_add, name="place_add"),
    path("people/<uuid:entry_id>/", views.person_edit, name="person_edit"),
    path("people/<uuid:entry_id>/place/", views.person_move, name="person_move"),
    path("people/<uuid:entry_id>/out/", views.person_take_out, name="person_take_out"),
    path("people/<uuid:entry_id>/back/", views.person_put_back, name="person_put_back"),
    path("places/<uuid:entry_id>/", views.place_edit, name="place_edit"),
    path("places/<uuid:entry_id>/place/", views.place_move, name="place_move"),
    path("places/<uuid:entry_id>/out/", views.place_take_out, name="place_take_out"),
    path("places/<uuid:entry_id>/back/", views.place_put_back, name="place_put_back"),
    path("copies/<uuid:copy_id>/back/", views.copy_take_back, name="copy_take_back"),
    path("copies/<uuid:copy_id>/again/", views.copy_put_back, name="copy_put_back"),
    path(f"{USE}tried/", views.tried_keep, name="tried_keep"),
    path(f"{USE}said/<slug:about>/", views.note_write, name="note_write"),
    path(f"{USE}end/", views.use_end, name="use_end"),
    path("uses/<uuid:use_id>/", views.use_show, name="use_show"),
    path("uses/<uuid:use_id>/learned/", views.learned_add, name="learned_add"),
    path("uses/<uuid:use_id>/goes-on/", views.use_go_on, name="use_go_on"),
    path("uses/<uuid:use_id>/out/", views.use_take_out, name="use_take_out"),
    path("uses/<uuid:use_id>/back/", views.use_put_back, name="use_put_back"),
    path("lines/", views.line_list, name="line_list"),
    path("lines/add/", views.line_add, name="line_add"),
    path("lines/<slug:line>/", views.line_edit, name="line_edit"),
    path("lines/<slug:line>/hide/", views.line_hide, name="line_hide"),
    path("lines/<slug:line>/show/", views.line_bring_back, name="line_bring_back"),
    path("lines/<slug:line>/checked/", views.line_check, name="line_check"),
]

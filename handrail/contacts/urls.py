"""Addresses of contacts."""

from django.urls import path

from handrail.contacts import views

app_name = "contacts"

urlpatterns = [
    path("", views.contact_pick, name="contact_pick"),
    path("draft/", views.contact_draft, name="contact_draft"),
    path("with/<uuid:enrolment_id>/", views.contact_start, name="contact_start"),
    path("<uuid:contact_id>/", views.contact_edit, name="contact_edit"),
    path("of/<uuid:person_id>/", views.contact_list, name="contact_list"),
    path("of/<uuid:person_id>/learned/", views.learned_list, name="learned_list"),
    path("<uuid:contact_id>/people/", views.contact_join, name="contact_join"),
    path("<uuid:contact_id>/discarding/", views.contact_discard, name="contact_discard"),
    path("<uuid:contact_id>/signature/", views.contact_sign, name="contact_sign"),
    path("notes/<uuid:part_id>/", views.part_show, name="part_show"),
    path("notes/<uuid:part_id>/leaving/", views.part_leave, name="part_leave"),
    path("notes/<uuid:part_id>/addenda/", views.addendum_add, name="addendum_add"),
    path("notes/<uuid:part_id>/hand-over/", views.hand_over, name="hand_over"),
    path("notes/<uuid:part_id>/comment/", views.comment_add, name="comment_add"),
    path("notes/<uuid:part_id>/return/", views.part_return, name="part_return"),
    path("notes/<uuid:part_id>/co-signature/", views.part_cosign, name="part_cosign"),
    path("hand-back/", views.hand_back, name="hand_back"),
    path("appointments/with/<uuid:enrolment_id>/", views.appointment_add, name="appointment_add"),
    path("appointments/<uuid:appointment_id>/", views.appointment_show, name="appointment_show"),
    path("calls/with/<uuid:enrolment_id>/", views.call_ask, name="call_ask"),
    path("calls/<uuid:asked_id>/settling/", views.call_settle, name="call_settle"),
]

"""Addresses of set-up, staff, and one's own pages."""

from django.urls import path

from handrail.accounts import views

app_name = "accounts"

urlpatterns = [
    path("set-up/<str:token>/", views.set_up, name="set_up"),
    path("join/<str:token>/", views.join, name="join"),
    path("come-back/<str:token>/", views.come_back, name="come_back"),
    path("my/", views.me, name="me"),
    path("my/first-key/", views.secure, name="secure"),
    path("my/session/", views.session_show, name="session_show"),
    path("my/agency/", views.staff_choose, name="staff_choose"),
    path("signed-in/", views.signed_in, name="signed_in"),
    path("nowhere/", views.nowhere, name="nowhere"),
    path("agency/", views.agency_edit, name="agency_edit"),
    path("programs/", views.program_list, name="program_list"),
    path("programs/add/", views.program_add, name="program_add"),
    path("programs/<uuid:program_id>/", views.program_edit, name="program_edit"),
    path("programs/<uuid:program_id>/sites/", views.site_add, name="site_add"),
    path("sites/<uuid:site_id>/closing/", views.site_close, name="site_close"),
    path("staff/", views.staff_list, name="staff_list"),
    path("staff/add/", views.staff_add, name="staff_add"),
    path("staff/<uuid:staff_id>/", views.staff_show, name="staff_show"),
    path("staff/<uuid:staff_id>/edit/", views.staff_edit, name="staff_edit"),
    path("staff/<uuid:staff_id>/link/", views.staff_invite, name="staff_invite"),
    path("staff/<uuid:staff_id>/leaving/", views.staff_leave, name="staff_leave"),
    path("staff/<uuid:staff_id>/roles/", views.role_give, name="role_give"),
    path("staff/<uuid:staff_id>/supervisors/", views.supervision_begin, name="supervision_begin"),
    path("roles/<uuid:role_id>/end/", views.role_end, name="role_end"),
    path("supervision/<uuid:line_id>/end/", views.supervision_end, name="supervision_end"),
]

"""Addresses of exchange."""

from django.urls import path

from handrail.exchange import views

app_name = "exchange"

urlpatterns = [
    path("", views.import_list, name="import_list"),
    path("begin/", views.import_begin, name="import_begin"),
    path("template/", views.import_template, name="import_template"),
    path("<uuid:import_id>/", views.import_show, name="import_show"),
    path("<uuid:import_id>/progress/", views.import_progress, name="import_progress"),
    path("<uuid:import_id>/columns/", views.import_columns, name="import_columns"),
    path("<uuid:import_id>/again/", views.import_again, name="import_again"),
    path("<uuid:import_id>/same/", views.import_decide, name="import_decide"),
    path("<uuid:import_id>/take/", views.import_take, name="import_take"),
    path("<uuid:import_id>/call-off/", views.import_call_off, name="import_call_off"),
    path("<uuid:import_id>/undo/", views.import_undo, name="import_undo"),
    path("brought/<uuid:brought_id>/", views.brought_take, name="brought_take"),
    path("brought/<uuid:brought_id>/drop/", views.brought_drop, name="brought_drop"),
]

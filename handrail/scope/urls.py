"""Addresses of the scope of practice."""

from django.urls import path

from handrail.scope import views

app_name = "scope"

urlpatterns = [
    path("", views.item_list, name="item_list"),
    path("items/<slug:item_id>/", views.item_show, name="item_show"),
    path("activities/", views.activity_list, name="activity_list"),
    path("pack/", views.pack_show, name="pack_show"),
    path("pack/overrides/", views.pack_override, name="pack_override"),
    path("pack/overrides/<uuid:override_id>/end/", views.pack_withdraw, name="pack_withdraw"),
]

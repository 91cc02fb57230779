"""Addresses of the first pages."""

from django.urls import path

from handrail.home import views

app_name = "home"

urlpatterns = [
    path("", views.today, name="today"),
    path("more/", views.more, name="more"),
    path("keys/", views.keys, name="keys"),
]

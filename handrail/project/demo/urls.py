"""Addresses of the demo's door."""

from django.urls import path

from handrail.project.demo import views

app_name = "demo"

urlpatterns = [
    path("", views.demo_show, name="demo_show"),
    path("enter/", views.demo_enter, name="demo_enter"),
]

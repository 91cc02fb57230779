"""The demo's door."""

from django.urls import path

urlpatterns: list = []

"""The gallery's addresses."""

from django.urls import path

from handrail.ui import views

app_name = "ui"

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("sample/<slug:name>/", views.sample, name="sample"),
]

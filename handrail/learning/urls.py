"""Addresses of the library."""

from django.urls import path

from handrail.learning import views

app_name = "learning"

urlpatterns = [
    path("", views.piece_list, name="piece_list"),
    path("pieces/<slug:key>/", views.piece_show, name="piece_show"),
    path("pieces/<slug:key>/handout/", views.piece_handout, name="piece_handout"),
    path("put-away/", views.shelf_list, name="shelf_list"),
    path("put-away/<slug:key>/", views.shelf_put_away, name="shelf_put_away"),
    path("put-away/<slug:key>/back/", views.shelf_bring_back, name="shelf_bring_back"),
    path("own/", views.material_add, name="material_add"),
    path("own/<uuid:material_id>/", views.material_edit, name="material_edit"),
    path("own/<uuid:material_id>/place/", views.material_sort, name="material_sort"),
    path("own/<uuid:material_id>/history/", views.material_history, name="material_history"),
    path("curricula/", views.curriculum_add, name="curriculum_add"),
    path("curricula/<slug:key>/", views.curriculum_show, name="curriculum_show"),
    path("curricula/<uuid:curriculum_id>/name/", views.curriculum_edit, name="curriculum_edit"),
    path("curricula/<uuid:curriculum_id>/pieces/", views.entry_add, name="entry_add"),
    path("entries/<uuid:entry_id>/moving/", views.entry_move, name="entry_move"),
    path("entries/<uuid:entry_id>/taking-out/", views.entry_take_out, name="entry_take_out"),
    path("entries/<uuid:entry_id>/putting-back/", views.entry_put_back, name="entry_put_back"),
]

"""Addresses of the directive workshop."""

from django.urls import path

from handrail.directives import views

app_name = "directives"

urlpatterns = [
    path("of/<uuid:person_id>/", views.directive_list, name="directive_list"),
    path("of/<uuid:person_id>/begin/", views.directive_begin, name="directive_begin"),
    path("rules/<slug:state>/", views.pack_show, name="pack_show"),
    path("card/", views.card_find, name="card_find"),
    path("card/<slug:code>/", views.card_open, name="card_open"),
    path("<uuid:directive_id>/", views.directive_show, name="directive_show"),
    path("<uuid:directive_id>/aside/", views.directive_set_aside, name="directive_set_aside"),
    path("<uuid:directive_id>/up/", views.directive_take_up, name="directive_take_up"),
    path("<uuid:directive_id>/steps/<slug:step>/", views.step_show, name="step_show"),
    path("<uuid:directive_id>/steps/<slug:step>/taken/", views.step_take, name="step_take"),
    path("<uuid:directive_id>/parts/<slug:section>/", views.section_write, name="section_write"),
    path("<uuid:directive_id>/parts/<slug:section>/own-words/", views.section_own_words, name="section_own_words"),
    path("<uuid:directive_id>/parts/<slug:section>/choices/", views.choice_make, name="choice_make"),
    path("choices/<uuid:choice_id>/out/", views.choice_take_out, name="choice_take_out"),
    path("choices/<uuid:choice_id>/back/", views.choice_put_back, name="choice_put_back"),
    path("<uuid:directive_id>/agents/", views.agent_add, name="agent_add"),
    path("agents/<uuid:agent_id>/yes/", views.agent_accept, name="agent_accept"),
    path("agents/<uuid:agent_id>/out/", views.agent_take_out, name="agent_take_out"),
    path("agents/<uuid:agent_id>/back/", views.agent_put_back, name="agent_put_back"),
    path("<uuid:directive_id>/signing/", views.directive_sign, name="directive_sign"),
    path("<uuid:directive_id>/scans/", views.scan_add, name="scan_add"),
    path("scans/<uuid:scan_id>/", views.scan_show, name="scan_show"),
    path("scans/<uuid:scan_id>/out/", views.scan_take_out, name="scan_take_out"),
    path("scans/<uuid:scan_id>/back/", views.scan_put_back, name="scan_put_back"),
    path("<uuid:directive_id>/holders/", views.holder_add, name="holder_add"),
    path("holders/<uuid:custody_id>/out/", views.holder_take_out, name="holder_take_out"),
    path("holders/<uuid:custody_id>/back/", views.holder_put_back, name="holder_put_back"),
    path("holders/<uuid:custody_id>/told/", views.holder_tell, name="holder_tell"),
    path("<uuid:directive_id>/card/", views.card_make, name="card_make"),
    path("<uuid:directive_id>/again/", views.directive_reaffirm, name="directive_reaffirm"),
    path("<uuid:directive_id>/taken-back/", views.directive_revoke, name="directive_revoke"),
    path("<uuid:directive_id>/out/", views.directive_retrieve, name="directive_retrieve"),
    path("<uuid:directive_id>/paper/", views.directive_paper, name="directive_paper"),
    path("<uuid:directive_id>/print/", views.directive_print, name="directive_print"),
]

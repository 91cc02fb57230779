"""Addresses of plans."""

from typing import Any

from django.urls import URLPattern, path

from handrail.plans import views

app_name = "plans"

A_PAPER = "papers/<slug:kind>/<uuid:person_id>/<uuid:program_id>/"


def _of_a_paper(end: str, view: Any, name: str) -> list[URLPattern]:
    """The page of a paper, and the same of one of several."""
    return [path(f"{A_PAPER}{middle}{end}", view, name=name) for middle in ("", "<uuid:about_id>/")]


urlpatterns = [
    path("of/<uuid:person_id>/", views.plan_show, name="plan_show"),
    path("of/<uuid:person_id>/wants/<uuid:program_id>/", views.want_write, name="want_write"),
    path("of/<uuid:person_id>/goals/add/", views.goal_add, name="goal_add"),
    path("goals/<uuid:goal_id>/", views.goal_show, name="goal_show"),
    path("goals/<uuid:goal_id>/edit/", views.goal_edit, name="goal_edit"),
    path("goals/<uuid:goal_id>/place/", views.goal_move, name="goal_move"),
    path("goals/<uuid:goal_id>/end/", views.goal_end, name="goal_end"),
    path("goals/<uuid:goal_id>/again/", views.goal_reopen, name="goal_reopen"),
    path("goals/<uuid:goal_id>/check-ins/", views.check_in_add, name="check_in_add"),
    path("check-ins/<uuid:check_in_id>/out/", views.check_in_take_out, name="check_in_take_out"),
    path("check-ins/<uuid:check_in_id>/back/", views.check_in_put_back, name="check_in_put_back"),
    path("goals/<uuid:goal_id>/steps/", views.step_add, name="step_add"),
    path("steps/<uuid:step_id>/done/", views.step_finish, name="step_finish"),
    path("steps/<uuid:step_id>/not-done/", views.step_unfinish, name="step_unfinish"),
    path("steps/<uuid:step_id>/out/", views.step_remove, name="step_remove"),
    path("steps/<uuid:step_id>/back/", views.step_put_back, name="step_put_back"),
    path("of/<uuid:person_id>/strengths/add/", views.strength_add, name="strength_add"),
    path("strengths/<uuid:strength_id>/", views.strength_show, name="strength_show"),
    path("strengths/<uuid:strength_id>/edit/", views.strength_edit, name="strength_edit"),
    path("strengths/<uuid:strength_id>/out/", views.strength_take_out, name="strength_take_out"),
    path("strengths/<uuid:strength_id>/back/", views.strength_put_back, name="strength_put_back"),
    path("strengths/<uuid:strength_id>/moments/", views.moment_add, name="moment_add"),
    path("moments/<uuid:moment_id>/out/", views.moment_take_out, name="moment_take_out"),
    path("moments/<uuid:moment_id>/back/", views.moment_put_back, name="moment_put_back"),
    path("of/<uuid:person_id>/tools/add/", views.tool_add, name="tool_add"),
    path("tools/<uuid:tool_id>/", views.tool_show, name="tool_show"),
    path("tools/<uuid:tool_id>/edit/", views.tool_edit, name="tool_edit"),
    path("tools/<uuid:tool_id>/out/", views.tool_take_out, name="tool_take_out"),
    path("tools/<uuid:tool_id>/back/", views.tool_put_back, name="tool_put_back"),
    path("tools/<uuid:tool_id>/used/", views.use_add, name="use_add"),
    path("uses/<uuid:use_id>/helped/", views.use_tell, name="use_tell"),
    path("uses/<uuid:use_id>/out/", views.use_take_out, name="use_take_out"),
    path("uses/<uuid:use_id>/back/", views.use_put_back, name="use_put_back"),
    path("words/<uuid:own_id>/", views.words_edit, name="words_edit"),
    path("words/<uuid:own_id>/history/", views.words_history, name="words_history"),
    path("words/earlier/<uuid:wording_id>/back/", views.words_put_back, name="words_put_back"),
    path("words/<uuid:own_id>/together/", views.words_together, name="words_together"),
    *_of_a_paper("", views.paper_show, "paper_show"),
    *_of_a_paper("sign/", views.paper_sign, "paper_sign"),
    *_of_a_paper("compare/", views.paper_compare, "paper_compare"),
    *_of_a_paper("print/", views.paper_print, "paper_print"),
    *_of_a_paper("pdf/", views.paper_pdf, "paper_pdf"),
    *_of_a_paper("reviews/add/", views.review_add, "review_add"),
    *_of_a_paper("presented/add/", views.presentation_add, "presentation_add"),
    *_of_a_paper("scans/add/", views.scan_add, "scan_add"),
    path("versions/<uuid:version_id>/", views.version_show, name="version_show"),
    path("signatures/<uuid:signature_id>/mistake/", views.signature_mistake, name="signature_mistake"),
    path("reviews/<uuid:review_id>/out/", views.review_take_out, name="review_take_out"),
    path("reviews/<uuid:review_id>/back/", views.review_put_back, name="review_put_back"),
    path("presented/<uuid:presentation_id>/out/", views.presentation_take_out, name="presentation_take_out"),
    path("presented/<uuid:presentation_id>/back/", views.presentation_put_back, name="presentation_put_back"),
    path("scans/<uuid:scan_id>/", views.scan_show, name="scan_show"),
    path("scans/<uuid:scan_id>/out/", views.scan_take_out, name="scan_take_out"),
    path("scans/<uuid:scan_id>/back/", views.scan_put_back, name="scan_put_back"),
    path("of/<uuid:person_id>/prepared/", views.prepared_list, name="prepared_list"),
    path("of/<uuid:person_id>/preparations/add/", views.preparation_add, name="preparation_add"),
    path("preparations/<uuid:preparation_id>/", views.preparation_show, name="preparation_show"),
    path("preparations/<uuid:preparation_id>/day/", views.preparation_edit, name="preparation_edit"),
    path("preparations/<uuid:preparation_id>/in-hand/", views.preparation_hold, name="preparation_hold"),
    path("preparations/<uuid:preparation_id>/paper/", views.preparation_print, name="preparation_print"),
    path("preparations/<uuid:preparation_id>/done/", views.preparation_finish, name="preparation_finish"),
    path("preparations/<uuid:preparation_id>/not-done/", views.preparation_reopen, name="preparation_reopen"),
    path("preparations/<uuid:preparation_id>/away/", views.preparation_put_away, name="preparation_put_away"),
    path("preparations/<uuid:preparation_id>/back/", views.preparation_take_out, name="preparation_take_out"),
    path("preparations/<uuid:preparation_id>/answers/<slug:prompt_id>/", views.answer_write, name="answer_write"),
    path("answers/<uuid:answer_id>/lines/", views.line_tick, name="line_tick"),
    path("of/<uuid:person_id>/choices/add/", views.choice_add, name="choice_add"),
    path("choices/<uuid:choice_id>/", views.choice_show, name="choice_show"),
    path("choices/<uuid:choice_id>/chosen/", views.choice_choose, name="choice_choose"),
    path("choices/<uuid:choice_id>/paper/", views.choice_print, name="choice_print"),
    path("choices/<uuid:choice_id>/away/", views.choice_put_away, name="choice_put_away"),
    path("choices/<uuid:choice_id>/back/", views.choice_take_out, name="choice_take_out"),
    path("choices/<uuid:choice_id>/thoughts/<slug:prompt_id>/", views.thought_write, name="thought_write"),
    path("choices/<uuid:choice_id>/matters/", views.matter_add, name="matter_add"),
    path("matters/<uuid:matter_id>/place/", views.matter_move, name="matter_move"),
    path("matters/<uuid:matter_id>/out/", views.matter_remove, name="matter_remove"),
    path("matters/<uuid:matter_id>/back/", views.matter_put_back, name="matter_put_back"),
    path("choices/<uuid:choice_id>/options/", views.option_add, name="option_add"),
    path("options/<uuid:option_id>/fit/", views.option_weigh, name="option_weigh"),
    path("options/<uuid:option_id>/out/", views.option_remove, name="option_remove"),
    path("options/<uuid:option_id>/back/", views.option_put_back, name="option_put_back"),
    path("options/<uuid:option_id>/looked-up/", views.looked_up_add, name="looked_up_add"),
    path("looked-up/<uuid:fact_id>/out/", views.looked_up_take_out, name="looked_up_take_out"),
    path("looked-up/<uuid:fact_id>/back/", views.looked_up_put_back, name="looked_up_put_back"),
]

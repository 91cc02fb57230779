"""Addresses of the pages of a paper: of one that there is once in a program, and of one of several."""

from django import template
from django.urls import reverse

from handrail.plans.comparing import lines_under
from handrail.plans.papers import Paper

register = template.Library()
register.filter(lines_under)


@register.simple_tag
def paper_url(page: str, paper: Paper) -> str:
    """`{% paper_url "paper_sign" paper %}`."""
    return reverse(f"plans:{page}", args=paper.address)

"""How `{{ form }}` and `{{ field.as_field_group }}` are drawn: our templates before Django's own, with our tags in them."""

from pathlib import Path

import django.forms
from django.forms.renderers import DjangoTemplates
from django.template.backends.base import BaseEngine
from django.utils.functional import cached_property

OWN = Path(__file__).parent / "templates"
DJANGOS = Path(django.forms.__file__).parent / "templates"
BUILTINS = ["django.templatetags.i18n", "handrail.ui.templatetags.kept", "handrail.ui.templatetags.ui"]
READ_BY = "handrail.ui.quick.Loader"


class Renderer(DjangoTemplates):
    """Named by settings.FORM_RENDERER. Our copy of one of Django's widget templates lies under the same name and wins."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    formset_template_name = "ui/forms/formset.html"

    @cached_property
    def engine(self) -> BaseEngine:
        return self.backend(
            {
                "NAME": "handrail-forms",
                "DIRS": [OWN, DJANGOS],
                "APP_DIRS": False,
                "OPTIONS": {"builtins": BUILTINS, "loaders": [READ_BY]},
            }
        )

"""What is typed into a plan, one file a noun. Forms never save."""

from handrail.plans.forms.examples import EXAMPLE, as_typed, ids_of, measure_for, measures_offered, strength_for
from handrail.plans.forms.fields import TOO_OLD, Key, OwnText
from handrail.plans.forms.goals import CheckInForm, EndingForm, GoalChangeForm, GoalForm, NewGoalForm, StepForm
from handrail.plans.forms.strengths import MomentForm, NewStrengthForm, StrengthChangeForm, StrengthForm
from handrail.plans.forms.tools import HelpedForm, NewToolForm, TakenForm, ToolChangeForm, ToolForm, UseForm
from handrail.plans.forms.words import TogetherForm, WordsForm

__all__ = [
    "EXAMPLE",
    "TOO_OLD",
    "CheckInForm",
    "EndingForm",
    "GoalChangeForm",
    "GoalForm",
    "HelpedForm",
    "Key",
    "MomentForm",
    "NewGoalForm",
    "NewStrengthForm",
    "NewToolForm",
    "OwnText",
    "StepForm",
    "StrengthChangeForm",
    "StrengthForm",
    "TakenForm",
    "TogetherForm",
    "ToolChangeForm",
    "ToolForm",
    "UseForm",
    "WordsForm",
    "as_typed",
    "ids_of",
    "measure_for",
    "measures_offered",
    "strength_for",
]

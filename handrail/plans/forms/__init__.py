"""What is typed into a plan, one file a noun. Forms never save."""

from handrail.plans.forms.fields import TOO_OLD, Key, OwnText
from handrail.plans.forms.goals import CheckInForm, EndingForm, GoalChangeForm, GoalForm, NewGoalForm, StepForm
from handrail.plans.forms.words import TogetherForm, WordsForm

__all__ = [
    "TOO_OLD",
    "CheckInForm",
    "EndingForm",
    "GoalChangeForm",
    "GoalForm",
    "Key",
    "NewGoalForm",
    "OwnText",
    "StepForm",
    "TogetherForm",
    "WordsForm",
]

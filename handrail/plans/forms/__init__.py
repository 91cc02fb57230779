"""What is typed into a plan, one file a noun. Forms never save."""

from handrail.plans.forms.fields import TOO_OLD, Key, OwnText
from handrail.plans.forms.goals import CheckInForm, EndingForm, GoalChangeForm, GoalForm, NewGoalForm, StepForm
from handrail.plans.forms.papers import MistakeForm, PresentationForm, ReviewForm, ScanForm, SignForm
from handrail.plans.forms.printing import PrintForm
from handrail.plans.forms.words import TogetherForm, WordsForm

__all__ = [
    "TOO_OLD",
    "CheckInForm",
    "EndingForm",
    "GoalChangeForm",
    "GoalForm",
    "Key",
    "MistakeForm",
    "NewGoalForm",
    "OwnText",
    "PresentationForm",
    "PrintForm",
    "ReviewForm",
    "ScanForm",
    "SignForm",
    "StepForm",
    "TogetherForm",
    "WordsForm",
]

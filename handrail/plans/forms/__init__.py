"""What is typed into a plan, one file a noun. Forms never save."""

from handrail.plans.forms.choices import ChooseForm, LookedUpForm, MatterForm, NewChoiceForm, OptionForm, WeighForm
from handrail.plans.forms.examples import EXAMPLE, as_typed, ids_of, measure_for, measures_offered, strength_for
from handrail.plans.forms.fields import TOO_OLD, Key, OneLine, OwnText
from handrail.plans.forms.goals import CheckInForm, EndingForm, GoalChangeForm, GoalForm, NewGoalForm, StepForm, WhoForm
from handrail.plans.forms.papers import MistakeForm, PresentationForm, ReviewForm, ScanForm, SignForm
from handrail.plans.forms.preparations import HowDoneForm, NewPreparationForm, PreparationDayForm
from handrail.plans.forms.printing import PrintForm
from handrail.plans.forms.strengths import MomentForm, NewStrengthForm, StrengthChangeForm, StrengthForm
from handrail.plans.forms.tools import HelpedForm, NewToolForm, TakenForm, ToolChangeForm, ToolForm, UseForm
from handrail.plans.forms.words import TogetherForm, WordsForm

__all__ = [
    "EXAMPLE",
    "TOO_OLD",
    "CheckInForm",
    "ChooseForm",
    "EndingForm",
    "GoalChangeForm",
    "GoalForm",
    "HelpedForm",
    "HowDoneForm",
    "Key",
    "LookedUpForm",
    "MatterForm",
    "MistakeForm",
    "MomentForm",
    "NewChoiceForm",
    "NewGoalForm",
    "NewPreparationForm",
    "NewStrengthForm",
    "NewToolForm",
    "OneLine",
    "OptionForm",
    "OwnText",
    "PreparationDayForm",
    "PresentationForm",
    "PrintForm",
    "ReviewForm",
    "ScanForm",
    "SignForm",
    "StepForm",
    "StrengthChangeForm",
    "StrengthForm",
    "TakenForm",
    "TogetherForm",
    "ToolChangeForm",
    "ToolForm",
    "UseForm",
    "WeighForm",
    "WhoForm",
    "WordsForm",
    "as_typed",
    "ids_of",
    "measure_for",
    "measures_offered",
    "strength_for",
]

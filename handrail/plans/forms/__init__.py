"""What is typed into a plan, one file a noun. Forms never save."""

from handrail.plans.forms.choices import ChooseForm, LookedUpForm, MatterForm, NewChoiceForm, OptionForm, WeighForm
from handrail.plans.forms.fields import TOO_OLD, Key, OwnText
from handrail.plans.forms.goals import CheckInForm, EndingForm, GoalChangeForm, GoalForm, NewGoalForm, StepForm
from handrail.plans.forms.preparations import HowDoneForm, NewPreparationForm, PreparationDayForm
from handrail.plans.forms.words import TogetherForm, WordsForm

__all__ = [
    "TOO_OLD",
    "CheckInForm",
    "ChooseForm",
    "EndingForm",
    "GoalChangeForm",
    "GoalForm",
    "HowDoneForm",
    "Key",
    "LookedUpForm",
    "MatterForm",
    "NewChoiceForm",
    "NewGoalForm",
    "NewPreparationForm",
    "OptionForm",
    "OwnText",
    "PreparationDayForm",
    "StepForm",
    "TogetherForm",
    "WeighForm",
    "WordsForm",
]

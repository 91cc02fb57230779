"""What an agency adds to the library, one file a noun. Everything else of it is data shipped with the code."""

from handrail.learning.models.curriculum import Curriculum, CurriculumEntry
from handrail.learning.models.material import LONGEST, LONGEST_SUMMARY, LONGEST_TITLE, Material, MaterialText
from handrail.learning.models.put_away import PutAway

__all__ = [
    "LONGEST",
    "LONGEST_SUMMARY",
    "LONGEST_TITLE",
    "Curriculum",
    "CurriculumEntry",
    "Material",
    "MaterialText",
    "PutAway",
]

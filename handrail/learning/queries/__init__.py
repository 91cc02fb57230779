"""Reads of the library, shared by pages and by apps above."""

from handrail.learning.queries.curricula import (
    Begun,
    Course,
    begun_of,
    courses_of,
    curriculum_sent_by,
    first_pieces,
    whole_course,
)
from handrail.learning.queries.pieces import (
    Wanted,
    before,
    material_sent_by,
    number_of,
    piece_instead_of,
    piece_of,
    pieces_put_away,
    pieces_that_match,
    standing_text,
    text_of,
    titles_of,
    versions_of,
)

__all__ = [
    "Begun",
    "Course",
    "Wanted",
    "before",
    "begun_of",
    "courses_of",
    "curriculum_sent_by",
    "first_pieces",
    "material_sent_by",
    "number_of",
    "piece_instead_of",
    "piece_of",
    "pieces_put_away",
    "pieces_that_match",
    "standing_text",
    "text_of",
    "titles_of",
    "versions_of",
    "whole_course",
]

"""Reads of the library, shared by pages and by apps above."""

from handrail.learning.queries.curricula import Course, courses_of, curriculum_sent_by, first_pieces, whole_course
from handrail.learning.queries.pieces import (
    Wanted,
    material_sent_by,
    piece_of,
    pieces_put_away,
    pieces_that_match,
    standing_text,
    text_of,
    titles_of,
    versions_of,
)

__all__ = [
    "Course",
    "Wanted",
    "courses_of",
    "curriculum_sent_by",
    "first_pieces",
    "material_sent_by",
    "piece_of",
    "pieces_put_away",
    "pieces_that_match",
    "standing_text",
    "text_of",
    "titles_of",
    "versions_of",
    "whole_course",
]

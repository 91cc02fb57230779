"""The words of the catalogue: easy to read, kind, and our own."""

import re

import pytest

from handrail.scope.catalogue import catalogue, words_to_translate
from tests.scope.readability import grade
from tests.scope.real_data import runs_of, scope_folder

UNKIND = [
    "non-compliant",
    "noncompliant",
    "failed",
    "refused",
    "client",
    "addict",
    "abuser",
    "alcoholic",
    "suffer",
    "high-functioning",
]


def test_an_item_reads_at_eighth_grade_or_below_on_average():
    grades = {item.id: grade(item.text) for item in catalogue().items.values()}

    assert sum(grades.values()) / len(grades) <= 8
    assert {name: found for name, found in grades.items() if found > 13} == {}


def test_an_activity_reads_at_sixth_grade_or_below_on_average():
    grades = [grade(f"{activity.did}. {activity.hint}") for activity in catalogue().activities.values()]

    assert sum(grades) / len(grades) <= 6


def test_the_words_explained_are_explained_in_easier_words():
    grades = [grade(term.means) for term in catalogue().terms]

    assert sum(grades) / len(grades) <= 8


def test_nobody_is_called_by_a_label():
    label = re.compile(rf"\b({'|'.join(UNKIND)})s?\b", re.I)

    assert [words for words in words_to_translate() if label.search(words)] == []


def test_people_are_called_patients_only_where_the_word_is_set_aside():
    with_patient = [words for words in words_to_translate() if re.search(r"\bpatients?\b", words.lower())]

    assert with_patient == [
        "Whoever gets peer support. Your agency may say participant instead. Nobody here is a patient or a case."
    ]


def test_words_can_be_handed_to_translators():
    """makemessages reads them as quoted strings of a template."""
    assert [words for words in words_to_translate() if '"' in words or "%" in words or "{" in words] == []


@pytest.mark.real_data
def test_no_sentence_of_the_documents_is_ours():
    documents = list(scope_folder().glob("*.txt"))
    theirs = set().union(*(runs_of(path.read_text(encoding="utf-8"), 8) for path in documents))

    names = {document.publisher for document in catalogue().documents.values()}
    ours = [words for words in words_to_translate() if words not in names]

    taken = [" ".join(run) for words in ours for run in runs_of(words, 8) & theirs]

    assert len(documents) == 4
    assert taken == []

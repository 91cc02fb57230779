"""What is sealed opens again, for the same use only, and shows nothing of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.kit.sealed import NotOurs, seal, unseal


@given(st.text())
def test_a_sealed_text_opens_again(text):
    assert unseal(seal(text, "codes"), "codes") == text


def test_the_same_text_never_looks_the_same():
    assert seal("JBSWY3DP", "codes") != seal("JBSWY3DP", "codes")


def test_it_opens_for_the_use_it_was_sealed_for_only():
    with pytest.raises(NotOurs):
        unseal(seal("JBSWY3DP", "codes"), "notes")


@pytest.mark.parametrize("other", ["", "JBSWY3DP", "not base 64 at all!", "AAAA"])
def test_what_was_never_sealed_does_not_open(other):
    with pytest.raises(NotOurs):
        unseal(other, "codes")


def test_another_key_does_not_open_it(settings):
    sealed = seal("JBSWY3DP", "codes")
    settings.HANDRAIL_FIELD_KEY = bytes(32)

    with pytest.raises(NotOurs):
        unseal(sealed, "codes")

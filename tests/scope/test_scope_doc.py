import pytest
from django.core.management import CommandError, call_command

from handrail.scope.catalogue import catalogue
from handrail.scope.management.commands import scope_doc


def test_the_page_of_the_scope_and_the_translators_list_are_up_to_date(capsys):
    call_command("scope_doc", check=True)

    assert "Up to date" in capsys.readouterr().out


def test_the_page_has_a_line_for_each_item_and_the_counts_on_top():
    page = scope_doc.scope_page()

    assert "90 items: 12 done, 11 partly, 67 not yet. By kind: 16 be, 66 do, 7 know, 1 refuse." in page
    assert all(page.count(f"| {item} |") == 1 for item in catalogue().items)


def test_a_stale_page_fails_the_check_and_is_written_anew(monkeypatch, tmp_path):
    monkeypatch.setattr(scope_doc, "PROJECT", tmp_path)
    monkeypatch.setattr(scope_doc, "DOC", tmp_path / "docs" / "scope.md")
    monkeypatch.setattr(scope_doc, "WORDS", tmp_path / "words.txt")

    with pytest.raises(CommandError, match=r"docs/scope\.md, words\.txt"):
        call_command("scope_doc", check=True)
    call_command("scope_doc", verbosity=0)
    call_command("scope_doc", check=True)

    assert (tmp_path / "docs" / "scope.md").read_text(encoding="utf-8") == scope_doc.scope_page()


def test_makemessages_would_find_every_word_of_the_data_files():
    from django.utils.translation import templatize

    found = templatize(scope_doc.translators_list())

    assert found.count("gettext(") == len(scope_doc.words_to_translate())

"""One page, one name; small files; views without queries: what a newcomer may rely on."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "handrail"
PYTHON = sorted(path for path in HOUSE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(HOUSE.rglob("*.html"))

# Longer than allowed, for a reason that is written beside the name. This list may only shrink.
LONGER_FILES: set[str] = set()
LONGER_FUNCTIONS: set[str] = set()
LONGER_TEMPLATES: set[str] = set()


def git_files() -> list[str]:
    """What is kept; nothing when this is no checkout."""
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.splitlines()


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


ASKING_VIEWS = {"handrail/people/views/access.py"}
"""These may only become fewer."""


def test_the_top_of_the_house_is_tidy():
    at_the_top = {name for name in git_files() if "/" not in name}

    assert at_the_top <= {
        ".gitignore",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "SECURITY.md",
        "pyproject.toml",
    }


def test_files_fit_a_reader():
    assert {name_of(path) for path in PYTHON if len(path.read_text().splitlines()) > 400} == LONGER_FILES


def test_functions_fit_a_screen():
    long = {
        f"{name_of(path)}:{node.name}"
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 40
    }

    assert long == LONGER_FUNCTIONS


def test_templates_fit_a_reader():
    assert {name_of(path) for path in TEMPLATES if len(path.read_text().splitlines()) > 120} == LONGER_TEMPLATES


def test_views_ask_queries_and_never_the_database():
    views = [path for path in PYTHON if "views" in path.parts or path.name == "views.py"]
    asking = {name_of(path) for path in views if re.search(r"\.objects\b", path.read_text())}

    assert asking == ASKING_VIEWS


def test_nobody_keeps_a_drawer_for_everything():
    drawers = {"utils", "helpers", "common", "misc", "base_models"}

    assert {name_of(path) for path in PYTHON if path.stem in drawers} == set()


@pytest.mark.parametrize("words", ["csrf_exempt", "format_html(f", ".raw(", "eval(", "exec("])
def test_dangerous_words_do_not_stand_in_the_house(words):
    found = {name_of(path) for path in PYTHON if words in path.read_text()} - {"handrail/kit/guards.py"}

    assert found == set()


def own_pages(resolver: URLResolver, space: str = "") -> list[tuple[str, str, str]]:
    """(namespace, URL name, view name) of every page of ours."""
    found = []
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            if pattern.callback.__module__.startswith("handrail"):
                found.append((space, pattern.name, pattern.callback.__name__))
        else:
            found += own_pages(pattern, pattern.namespace or space)
    return found


NAMED_BY_OTHERS = {
    # allauth looks its pages up by its own names; ours stand around them.
    "account_login": "sign_in",
    "mfa_remove_webauthn": "passkey_remove",
}


def test_a_view_and_its_address_have_one_name():
    differing = [(name, view) for space, name, view in own_pages(get_resolver()) if space and name != view]

    assert differing == []


def test_a_view_shows_a_template_of_its_name():
    """Whatever page of its own app a view renders is called like a view of its file. Fragments begin with _."""
    strays = []
    for path in PYTHON:
        if "views" not in path.parts and path.name != "views.py":
            continue
        tree = ast.parse(path.read_text())
        views = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        for shown in re.findall(r'"(\w+)/([a-z]\w*)\.html"', path.read_text()):
            if shown[0] in path.parts and shown[1] not in views:
                strays.append((name_of(path), shown[1]))

    assert strays == []

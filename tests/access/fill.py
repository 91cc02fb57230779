"""Adds the rows that are missing from permissions.csv, with `?`, and drops those of pages that are gone."""

import os

import tests.environment  # noqa: F401 - a home with keys, so that the settings load

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.project.settings")

import django

django.setup()

from tests.access.cases import routes
from tests.access.matrix import read, wanted, write

if __name__ == "__main__":
    print(f"{write(read(), wanted(routes()))} rows added with ?")

"""How style, script and font files are kept under names that change with their content."""

from functools import lru_cache

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class Gathered(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Scripts call each other by those names too: by their plain ones, what a page names itself would be loaded and run twice.

    What is served does not change while it is served: each address is put together once.
    """

    support_js_module_import_aggregation = True

    @lru_cache(maxsize=256)  # noqa: B019 - there is one of it, and it stays
    def url(self, name: str, force: bool = False) -> str:
        """The address of a file."""
        return str(super().url(name, force))

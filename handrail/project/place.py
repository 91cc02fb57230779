"""Where an installation lives on disk."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT = "handrail-home"


@dataclass(frozen=True)
class Place:
    """The folder of one installation. Keys lie apart from the data, so that a copy of the data alone opens nothing."""

    home: Path

    @classmethod
    def here(cls) -> "Place":
        """The folder named in HANDRAIL_HOME, or `handrail-home` below the current folder."""
        return cls(Path(os.environ.get("HANDRAIL_HOME", DEFAULT)).resolve())

    @property
    def database(self) -> Path:
        return self.home / "data" / "handrail.db"

    @property
    def files(self) -> Path:
        """Uploaded files, once an app takes any."""
        return self.home / "data" / "files"

    @property
    def keys(self) -> Path:
        return self.home / "keys"

    @property
    def heads(self) -> Path:
        """The ends of the audit chains, kept outside the database."""
        return self.home / "heads"

    @property
    def backups(self) -> Path:
        return self.home / "backups"

    @property
    def settings_file(self) -> Path:
        """Lines of NAME=value that stand in for environment variables."""
        return self.home / "handrail.env"

    def load_settings(self) -> None:
        """Take the settings file into the environment; what is set there already wins."""
        if not self.settings_file.exists():
            return
        for line in self.settings_file.read_text(encoding="utf-8").splitlines():
            name, equals, value = line.partition("=")
            if equals and not name.lstrip().startswith("#"):
                os.environ.setdefault(name.strip(), value.strip())

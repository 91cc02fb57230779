"""The product, with every look at a password counted in a file, over all workers."""

import os
from pathlib import Path

from handrail.project.wsgi import application as honest  # first: it sets Django up

from handrail.accounts import sign_in

COUNT = Path(os.environ["HANDRAIL_HOME"]) / "hashes"


def counted(truly):
    def look(*given):
        with COUNT.open("ab", buffering=0) as file:
            file.write(b".")
        return truly(*given)

    return look


sign_in.Hasher.verify = counted(sign_in.Hasher.verify)
sign_in.Hasher.encode = counted(sign_in.Hasher.encode)
application = honest

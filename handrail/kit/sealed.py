"""Short texts sealed once more than the database is: what would open other doors, such as the secret of a code app.

AES-256-GCM under a key of its own, derived from the installation's database key. The key files are in every backup, so a restored
installation opens what was sealed.
"""

import hmac
import secrets
from base64 import b64decode, b64encode
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


class NotOurs(Exception):
    """Sealed under another key, for another use, or changed since."""


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(hmac.digest(key, b"handrail sealed fields", "sha256"))


def seal(text: str, use: str) -> str:
    """The sealed text, in letters that any text column takes. It opens for the same use only."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return b64encode(nonce + _cipher(settings.HANDRAIL_FIELD_KEY).encrypt(nonce, text.encode(), use.encode())).decode()


def unseal(sealed: str, use: str) -> str:
    """The text again. Raises NotOurs."""
    try:
        whole = b64decode(sealed, validate=True)
        return _cipher(settings.HANDRAIL_FIELD_KEY).decrypt(whole[:NONCE_BYTES], whole[NONCE_BYTES:], use.encode()).decode()
    except (InvalidTag, ValueError) as error:
        raise NotOurs from error

"""What is sealed once more than the database is: secrets that would open other doors, and files while they are read.

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


@cache
def _mark_key(key: bytes) -> bytes:
    return hmac.digest(key, b"handrail marks", "sha256")


def seal(text: str, use: str) -> str:
    """The sealed text, in letters that any text column takes. It opens for the same use only."""
    return b64encode(seal_bytes(text.encode(), use)).decode()


def unseal(sealed: str, use: str) -> str:
    """The text again. Raises NotOurs."""
    try:
        return unseal_bytes(b64decode(sealed, validate=True), use).decode()
    except ValueError as error:
        raise NotOurs from error


def seal_bytes(plain: bytes, use: str) -> bytes:
    """The same for what is no text."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + _cipher(settings.HANDRAIL_FIELD_KEY).encrypt(nonce, plain, use.encode())


def unseal_bytes(sealed: bytes, use: str) -> bytes:
    """The bytes again. Raises NotOurs."""
    try:
        return _cipher(settings.HANDRAIL_FIELD_KEY).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], use.encode())
    except (InvalidTag, ValueError) as error:
        raise NotOurs from error


def mark_of(text: str, use: str) -> str:
    """A mark by which the same text is known again, and nothing else: 32 letters that nobody makes without our key."""
    return _keyed(text, use).hex()[:32]


def number_of(text: str, use: str) -> int:
    """The same as a number of eight bytes: for what is held against each other many times, and kept for minutes."""
    return int.from_bytes(_keyed(text, use)[:8], signed=True)


def _keyed(text: str, use: str) -> bytes:
    return hmac.digest(_mark_key(settings.HANDRAIL_FIELD_KEY), f"{use}\0{text}".encode(errors="replace"), "sha256")

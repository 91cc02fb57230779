"""Phone numbers as people write them down: one number to dial, and words around it.

`(804) 555-0142 ext. 3` is dialled without its extension, and `555 0100 or 555 0199` is the first of the two: whoever presses
the button must never reach a stranger. Dialling, searching and comparing all read a number by this one function.
"""

import re
import unicodedata

FEWEST_DIGITS, MOST_DIGITS = 3, 15
"""Below three digits it is no number; above fifteen no telephone in the world has it (E.164)."""
RUN = re.compile(r"\+?[ (]*\d(?:[\d .()\u00a0\u2000-\u2015\u202f\u2212-]*\d)?")
"""Digits of any script with the signs that stand within one number; whatever else follows ends it."""
NO_DIGITS = re.compile(r"[^0-9]+")


def number_in(written: str) -> str:
    """The first number in what somebody wrote, with its signs; empty when there is none."""
    runs = (found[0].strip() for found in RUN.finditer(written))
    return next((run for run in runs if len(digits_of(run)) >= FEWEST_DIGITS), "")


def digits_of(text: str) -> str:
    """The digits in a text, of any script, as we write them."""
    if text.isascii():
        return NO_DIGITS.sub("", text)
    return "".join(str(unicodedata.decimal(letter)) for letter in text if unicodedata.decimal(letter, None) is not None)


def digits_to_dial(written: str) -> str:
    """The digits of the first number; empty when there is none, or none that a telephone could have."""
    digits = digits_of(number_in(written))
    return digits if len(digits) <= MOST_DIGITS else ""


def dialled(written: str) -> str:
    """The same as a phone dials it."""
    digits = digits_to_dial(written)
    return f"+{digits}" if digits and number_in(written).startswith("+") else digits

"""What a person's name gives the eye: initials, and one of a few quiet tints to tell rows apart. Neither means anything."""

TINTS = 4


def initials_of(name: str) -> str:
    """`Marcus J.` is MJ; one word gives its first letter. At most two letters."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "·"
    ends = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in ends)


def tint_of(name: str) -> int:
    """Always the same tint for the same name, from 1 to TINTS."""
    return sum(ord(letter) for letter in name) % TINTS + 1

"""`python -m handrail.paper.gather FOLDER`: bring together the fonts that are printed with, and list what they cover.

FOLDER holds the TrueType files of the Noto fonts named below. Needs fonttools (requirements/develop.in).
The result is kept in `fonts/`.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent / "fonts"
SCREEN = Path(__file__).parent.parent / "ui/static/ui/fonts/atkinson-hyperlegible-next.woff2"
# fmt: off
SCRIPTS = (
    "Arabic", "Armenian", "Bengali", "CanadianAboriginal", "Cherokee", "Devanagari", "Ethiopic", "Georgian",
    "Gujarati", "Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Math", "Mongolian", "Myanmar",
    "NKo", "Oriya", "Sinhala", "Symbols", "Symbols2", "Syriac", "Tamil", "Telugu", "Thaana", "Thai",
)
# fmt: on
WHOLE = ["NotoSans-Regular", "NotoSans-Bold", *(f"NotoSans{script}-Regular" for script in SCRIPTS), "NotoSerifTibetan-Regular"]
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
PARTS = {"NotoEmoji_400Regular": None, "NotoSansSC_400Regular": None, "NotoSansKR_400Regular": HANGUL}
"""Whole, or only these signs: Chinese, Japanese and Korean share most of them."""


def main() -> None:
    """Write `fonts/`."""
    source = Path(sys.argv[1])
    for weight, name in ((400, "Regular"), (700, "Bold")):
        font = instantiateVariableFont(TTFont(SCREEN), {"wght": weight}, updateFontNames=True)
        font.flavor = None
        font.save(HERE / f"AtkinsonHyperlegibleNext-{name}.ttf")
    for name in WHOLE:
        _keep(TTFont(source / f"{name}.ttf"), HERE / f"{name}.ttf", None)
    for name, only in PARTS.items():
        _keep(TTFont(source / f"{name}.ttf"), HERE / f"{name}.ttf", only)
    fonts = [TTFont(path) for path in sorted(HERE.glob("*.ttf"), key=_rank)]
    families = dict.fromkeys(str(font["name"].getDebugName(16) or font["name"].getDebugName(1)) for font in fonts)
    (HERE / "families.txt").write_text("\n".join(families) + "\n")
    signs = {sign for font in fonts for sign in font.getBestCmap()}
    (HERE / "covered.txt").write_text("\n".join(_ranges(sorted(signs))) + "\n")


def _keep(font: TTFont, path: Path, only: str | None) -> None:
    """Without hints for screens of long ago, and with the signs that are wanted."""
    options = Options(
        hinting=False, layout_features=["*"], notdef_outline=True, name_IDs=["*"], drop_tables=["FFTM", "DSIG", "MERG", "meta"]
    )
    keep = set(font.getBestCmap())
    if only:
        spans = [(only[at], only[at + 2]) for at in range(0, len(only), 3)]
        keep = {sign for sign in keep if any(ord(first) <= sign <= ord(last) for first, last in spans)}
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)
    font.save(path)


def _rank(path: Path) -> tuple[int, str]:
    order = ["Atkinson", "NotoSans-", "NotoSansSC", "NotoSansKR", "NotoEmoji"]
    place = next((number for number, begin in enumerate(order) if path.name.startswith(begin)), len(order))
    return place if place < 2 else place + 10 * (path.name.startswith(("NotoSansSC", "NotoSansKR", "NotoEmoji"))), path.name


def _ranges(signs: list[int]) -> Iterable[str]:
    begin = before = signs[0]
    for sign in [*signs[1:], -1]:
        if sign != before + 1:
            yield f"{begin:x}-{before:x}" if before > begin else f"{begin:x}"
            begin = sign
        before = sign


if __name__ == "__main__":
    main()

"""Cut the used characters out of the fonts, so that an OFD looks the same on every machine."""

import io
import re

from fontTools import subset
from fontTools.ttLib import TTFont

from qianliyan.typesetting.fonts import Fonts

DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT", "DSIG"]
SPACES = re.compile(r"\s")


def cut(fonts: Fonts, name: str, text: str) -> bytes:
    """Give the font with only these characters; nothing if set-up did not record where its file lies."""
    if name not in fonts.faces:
        return b""
    path, index = fonts.faces[name]
    options = subset.Options(layout_features=[], name_IDs=[1, 2, 4, 6], notdef_outline=True)
    options.drop_tables = [*options.drop_tables, *DROPPED]
    # The boxes of the whole font stay true for a part of it; measuring them anew takes most of the time.
    font = TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False, recalcBBoxes=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=text + " ")
    cutter.subset(font)
    held = io.BytesIO()
    font.save(held)
    font.close()
    return held.getvalue()


def family(fonts: Fonts, name: str) -> str:
    """Name the family by which a reader without the embedded file would look for the font."""
    plain = SPACES.sub("", name.partition("-")[0]).lower()
    return next((one for one in fonts.coverage if SPACES.sub("", one).lower().startswith(plain[:12])), name)

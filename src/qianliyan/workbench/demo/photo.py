"""Draws what stands in for the photo of a signed sheet: paper, ruled lines, some strokes of a pen."""

import io
import random

from PIL import Image, ImageDraw

SIZE = (900, 1270)
PAPER, TABLE, RULE, INK = "#d9d4c7", "#fbfaf5", "#6b6b6b", "#1f3a8a"
ROWS = (180, 300, 430, 560, 690, 820)


def signed_sheet(signatures: int) -> bytes:
    """Return a picture of a sheet with so many signatures; the same number gives the same bytes."""
    picture = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((60, 50, 840, 1220), fill=TABLE)
    pen.rectangle((110, ROWS[0], 790, 1120), outline=RULE, width=3)
    for row in ROWS[1:]:
        pen.line((110, row, 790, row), fill=RULE, width=2)
    pen.line((270, ROWS[0], 270, 1120), fill=RULE, width=2)
    hand = random.Random(signatures)  # noqa: S311 - strokes of a drawing
    for row in ROWS[1 : 1 + signatures]:
        _sign(pen, row + 60, hand)
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def _sign(pen: ImageDraw.ImageDraw, middle: int, hand: random.Random) -> None:
    """Draw one signature."""
    points = [(330 + step * 22 + hand.randint(-14, 14), middle + hand.randint(-34, 34)) for step in range(12)]
    pen.line(points, fill=INK, width=5, joint="curve")

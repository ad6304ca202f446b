"""Pictures in the head of a publication, checked before any back end touches them."""

import base64
import binascii
import hashlib
import io
import warnings
from collections.abc import Mapping
from typing import Any

from PIL import Image, UnidentifiedImageError

from qianliyan.typesetting.errors import InvalidDocument
from qianliyan.typesetting.paper import Picture

KINDS = {"PNG": "png", "JPEG": "jpg"}
LARGEST = 4_000_000


def masthead(data: str, layout: Mapping[str, Any], alt: str) -> Picture:
    """Give the picture as wide as the type area, or refuse it with a sentence."""
    raw = decoded(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(raw)) as image:
                image.load()
                kind, (across, down) = KINDS.get(image.format or "", ""), image.size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError) as problem:
        raise InvalidDocument("报头图片打不开，请换一张PNG或JPEG图片", "masthead_picture") from problem
    if not kind:
        raise InvalidDocument("报头图片应为PNG或JPEG", "masthead_picture")
    page, wanted = layout["page"], layout["picture"]
    bleed = wanted["wide"] == "page"
    width = page["width"] - (0 if bleed else page["left"] + page["right"])
    height = min(width * down / across, wanted["highest"])
    name = f"{hashlib.sha256(raw).hexdigest()}.{kind}"
    return Picture(raw, kind, width, height, name, alt, bleed)


def decoded(data: str) -> bytes:
    """Read base64, with or without the head of a data address."""
    try:
        raw = base64.b64decode(data.rpartition("base64,")[2], validate=True)
    except (binascii.Error, ValueError) as problem:
        raise InvalidDocument("报头图片不是有效的base64文字", "masthead_picture") from problem
    if len(raw) > LARGEST:
        raise InvalidDocument(f"报头图片太大，最多{LARGEST // 1_000_000}兆", "masthead_picture")
    return raw

"""Rules, table lines and pictures of a PDF page."""

import ctypes
import io
from typing import Any

import pypdfium2.raw as pdfium

from qianliyan.typesetting.ofd.marks import Colour, Image, Shape

MM = 25.4 / 72
LETTERS = {pdfium.FPDF_SEGMENT_MOVETO: "M", pdfium.FPDF_SEGMENT_LINETO: "L"}


def shapes(items: list[Any], height: float) -> tuple[Shape, ...]:
    """List the filled and stroked paths of a page."""
    return tuple(shape(item, height) for item in items if item.type == pdfium.FPDF_PAGEOBJ_PATH)


def shape(item: Any, height: float) -> Shape:
    """Read one path, moved to its place on the page."""
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroked)
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(item, width)
    filled = colour(item, pdfium.FPDFPageObj_GetFillColor) if fill.value else None
    drawn = colour(item, pdfium.FPDFPageObj_GetStrokeColor) if stroked.value else None
    return Shape(path(item, height), box(item, height), filled, drawn, width.value * MM if drawn else 0)


def path(item: Any, height: float) -> str:
    """Write the path in OFD's letters, in millimetres of the page."""
    matrix, parts = item.get_matrix(), []
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        across, up = matrix.on_point(x.value, y.value)
        letter = LETTERS.get(pdfium.FPDFPathSegment_GetType(segment), "L")
        parts.append(f"{letter} {across * MM:.4f} {(height - up) * MM:.4f}")
        if pdfium.FPDFPathSegment_GetClose(segment):
            parts.append("C")
    return " ".join(parts)


def box(item: Any, height: float) -> tuple[float, float, float, float]:
    """Give left, top, width and height."""
    left, bottom, right, top = item.get_bounds()
    return left * MM, (height - top) * MM, (right - left) * MM, (top - bottom) * MM


def colour(item: Any, read: Any) -> Colour:
    """Read a colour of a path."""
    parts = [ctypes.c_uint() for _ in range(4)]
    read(item, *parts)
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue


def images(items: list[Any], height: float) -> tuple[Image, ...]:
    """Take the pictures out as PNG."""
    found = []
    for item in items:
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            held = io.BytesIO()
            item.get_bitmap(render=False).to_pil().convert("RGB").save(held, "PNG")
            found.append(Image(held.getvalue(), box(item, height)))
    return tuple(found)

"""A small reader of OFD packages, written from GB/T 33190 alone, to check what the writer wrote."""

import io
import zipfile

from lxml import etree
from tests.typesetting.measure import Mark

NAMESPACE = {"ofd": "http://www.ofdspec.org/2016"}


def parts(data):
    """Follow the references from OFD.xml and give the page parts in order, with the archive."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    root = etree.fromstring(archive.read("OFD.xml")).find(".//ofd:DocRoot", NAMESPACE).text
    base = root.rpartition("/")[0]
    document = etree.fromstring(archive.read(root))
    places = [page.get("BaseLoc") for page in document.findall("ofd:Pages/ofd:Page", NAMESPACE)]
    return archive, base, [etree.fromstring(archive.read(f"{base}/{place}")) for place in places]


def pages(data):
    """List every character of every page with the place of its foot and its size."""
    return [
        [mark for text in page.findall(".//ofd:TextObject", NAMESPACE) for mark in marks(text)]
        for page in parts(data)[2]
    ]


def marks(text):
    """Read one text object; turned ones are not placed."""
    left, top, *_ = map(float, text.get("Boundary").split())
    size = float(text.get("Size"))
    code = text.find("ofd:TextCode", NAMESPACE)
    x, y = left + float(code.get("X")), top + float(code.get("Y"))
    found = []
    for character, step in zip(code.text, [0.0, *advances(code.get("DeltaX", ""))], strict=True):
        x += step
        found.append(Mark(character, x, y - size, x + size, y))
    return found


def advances(written):
    """Unfold the short form `g count value`."""
    tokens, result = written.split(), []
    while tokens:
        if tokens[0] == "g":
            result += [float(tokens[2])] * int(tokens[1])
            tokens = tokens[3:]
        else:
            result.append(float(tokens.pop(0)))
    return result


def words(data):
    """Give all text in order."""
    return "".join(mark.text for page in pages(data) for mark in page)

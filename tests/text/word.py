"""Builds small Word packages by hand, so that a test sees exactly the XML it is about."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, size: int = 0) -> str:
    properties = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>' if size else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "", size: int = 0) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, size)}</w:p>"


def numbering_part(levels: list[tuple[str, str]]) -> str:
    shapes = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{shapes}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{again}</w:num></w:numbering>'
    )


def footnotes_part(text: str) -> str:
    return f'<w:footnotes {W}><w:footnote w:id="2">{paragraph(text)}</w:footnote></w:footnotes>'


def word(*blocks: str, more: dict[str, bytes] | None = None, **parts: str) -> bytes:
    relations = "".join(f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships {RELATIONS}><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {MC}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships {RELATIONS}>{relations}</Relationships>",
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
        **(more or {}),
    }
    return packed(members)


def packed(members: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()

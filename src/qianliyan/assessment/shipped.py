"""The scheme that comes with the system, written for the level of the office that assesses."""

from importlib.resources import files

from qianliyan.offices.powers import Level

DEFAULT = files("qianliyan.scoring") / "schemes" / "default.yaml"
TITLE = "政务信息工作计分办法（随系统提供）"
OWN = "when: {fact: adopted, level: [county, city]}"
ABOVE = "  - rule: 省政府办公厅采用\n"
CITY_ABOVE = """  - rule: 市政府办公室采用
    clause: 第四条
    column: 上级采用
    when: {fact: adopted, level: city}
    points: 4
"""


def shipped(level: str) -> str:
    """Return the text: what counts as the office's own bulletin, and what as one above, depends on its level."""
    text = DEFAULT.read_text(encoding="utf-8")
    if level == Level.COUNTY:
        return text.replace(OWN, "when: {fact: adopted, level: county}").replace(ABOVE, CITY_ABOVE + ABOVE)
    if level == Level.PROVINCE:
        first, rest = text.split(ABOVE)
        own = first.replace(OWN, "when: {fact: adopted, level: province}")
        return own + "  - rule: 国务院办公厅采用\n" + rest.split("  - rule: 国务院办公厅采用\n")[1]
    return text.replace(OWN, "when: {fact: adopted, level: city}")

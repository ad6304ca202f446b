"""The city as the plan and the texts know it: its units by their sign, each with how it writes. Pure data."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from qianliyan.workbench.demo.files import read
from qianliyan.workbench.demo.texts.authors import VILLAGES, Author

# Who writes how often in a hundred of what comes in, and how carelessly.
COUNTY, DEPARTMENT, COMPANY, PRESS, ELSEWHERE, EXPERT = 7.2, 2.1, 1.0, 2.6, 1.6, 3.0
FAR = ("东部某市", "沿海某市", "南方某市", "中部某市", "外省某县级市", "某国家级新区")


@dataclass(frozen=True)
class Unit:
    """One unit that reports to the city, or a township that reports to its county."""

    key: str
    author: Author
    weight: float
    above: str = "city"


@cache
def told() -> Any:
    """Return what city.yaml says."""
    return read("city.yaml")


@cache
def units() -> dict[str, Unit]:
    """Return every unit by its key, in a fixed order."""
    return {unit.key: unit for unit in (*_counties(), *_departments(), *_others(), *_towns())}


def reporting_to_city() -> list[Unit]:
    """Return the units whose reports the city receives."""
    return [unit for unit in units().values() if unit.above == "city"]


def towns_of(county: str) -> list[Unit]:
    """Return the townships of a county."""
    return [unit for unit in units().values() if unit.above == county]


def _counties() -> Iterator[Unit]:
    for place, (key, county) in enumerate(told()["counties"].items()):
        author = Author(
            name=county["name"],
            office="",
            rank="county",
            places=county["towns"].split("、"),
            scopes=frozenset({"县", "乡"}),
            suffix=county["suffix"],
            companies=_companies("农业") + _companies("其他"),
            careless=(0.12, 0.2, 0.3, 0.35, 0.15, 0.3)[place],
        )
        yield Unit(key, author, COUNTY * (1.35, 1.15, 1.0, 0.75, 1.05, 0.7)[place])


def _departments() -> Iterator[Unit]:
    for place, (key, department) in enumerate(told()["departments"].items()):
        author = Author(
            name="云川市",
            office=department["short"],
            rank="city",
            places=[county["name"] for county in told()["counties"].values()],
            scopes=frozenset({department["line"]}),
            suffix="市",
            aliases=("我市", "全市", "云川市", "我市"),
            companies=_companies(department["line"]),
            careless=0.1 + place % 5 * 0.06,
        )
        yield Unit(key, author, DEPARTMENT * (0.6 + place % 4 * 0.25))


def _others() -> Iterator[Unit]:
    counties = [county["name"] for county in told()["counties"].values()]
    for key, other in told()["others"].items():
        line = other["line"]
        common: dict[str, Any] = {"rank": "city", "suffix": "市", "companies": _companies("其他"), "careless": 0.2}
        if line == "驻外":
            voice, tail = f"据{other['short']}了解，", "上述做法对我市解决同类问题有借鉴意义，建议有关部门跟踪研究。"
            common |= {"aliases": FAR, "voice": voice, "tail": tail, "office": "该市有关部门"}
            yield Unit(key, Author(name="某市", places=FAR_PLACES, scopes=EVERYTHING, **common), ELSEWHERE)
        elif line == "企业":
            known = frozenset({"企业"})
            common |= {"office": other["short"], "aliases": (other["short"],)}
            yield Unit(key, Author(name=other["short"], places=counties, scopes=known, **common), COMPANY)
        else:
            press = line == "报社"
            known = frozenset({"报社", "商务", "文旅", "住建"}) if press else frozenset({"县", "乡"})
            common |= {"office": "有关部门", "aliases": ("我市", "我市部分县区", "云川市")}
            weight = PRESS if press else EXPERT
            yield Unit(key, Author(name="云川市", places=counties, scopes=known, **common), weight)


def _towns() -> Iterator[Unit]:
    for key, county in told()["counties"].items():
        for place, name in enumerate(county["towns"].split("、")):
            kind = "街道" if name.endswith("街道") else name[-1]
            author = Author(
                name=name,
                office=f"{name}政府" if kind != "街道" else f"{name}办事处",
                rank="town",
                places=[f"{village}村" for village in VILLAGES],
                scopes=frozenset({"乡"}),
                suffix=kind,
                companies=_companies("农业"),
                careless=0.45,
            )
            yield Unit(f"{key}-{place + 1}", author, 1.0, above=key)


def _companies(line: str) -> tuple[str, ...]:
    listed = told()["companies"]
    return tuple(listed.get(line, listed["其他"]).split("、"))


FAR_PLACES = ("某街道", "某开发区", "某新区", "某镇", "某县")
EVERYTHING = frozenset({"县", "工信", "教育", "卫健", "住建", "商务", "人社", "政务", "环境", "财政"})

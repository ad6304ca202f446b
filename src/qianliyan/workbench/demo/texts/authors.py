"""Who writes, as far as his words are concerned: how he calls his place, what lies below him, and his subjects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

# How large the figures of a city are beside those of a county, and how small those of a township.
SCALE = {"city": 5.0, "county": 1.0, "town": 0.12}
OWN = {"city": "市", "county": "县", "district": "区", "town": "镇", "rural": "乡", "street": "街道"}


@dataclass(frozen=True)
class Author:
    """One unit as a writer."""

    name: str
    office: str
    rank: str
    places: Sequence[str]
    scopes: frozenset[str]
    suffix: str = "县"
    # What its place is called in a title, if not by its name.
    aliases: Sequence[str] = ()
    companies: Sequence[str] = ("云川农产品集团",)
    voice: str = ""
    tail: str = ""
    careless: float = 0.2

    @property
    def scale(self) -> float:
        """How large its figures are."""
        return SCALE[self.rank]

    def names(self, day: date, chance: Random, lines: Sequence[str] = ()) -> dict[str, str]:
        """Return the names that a template may ask for, on a day; `lines` says whose business the subject is."""
        first, second = chance.sample(list(self.places), 2)
        before = day - timedelta(days=chance.randrange(1, 6))
        past = (day.replace(day=1) - timedelta(days=1)).month
        return {
            "名": chance.choice(list(self.aliases)) if self.aliases else self.name,
            "地": f"全{self.suffix}",
            "我": f"我{self.suffix}",
            "局": self.bureau(lines),
            "下": first,
            "下2": second,
            "类": {"city": "县区", "county": "乡镇", "town": "村"}[self.rank],
            "村": f"{first}{chance.choice(VILLAGES)}村" if self.rank != "town" else first,
            "企": chance.choice(list(self.companies)),
            "日": f"{before.month}月{before.day}日",
            "时": chance.choice((f"截至{before.month}月{before.day}日", "截至目前", f"截至{past}月底")),
            "月": str(past),
            "姓": chance.choice(SURNAMES),
        }

    def bureau(self, lines: Sequence[str]) -> str:
        """Return who does the business in this unit: itself, or the bureau of a county for the line of work."""
        known = [BUREAUS[line] for line in lines if line in BUREAUS]
        return self.office or f"{self.suffix[:1]}{known[0] if known else '政府办'}"


BUREAUS = {
    "农业": "农业农村局",
    "工信": "工信局",
    "发改": "发改局",
    "教育": "教育局",
    "卫健": "卫健局",
    "医保": "医保局",
    "水利": "水利局",
    "应急": "应急管理局",
    "环境": "生态环境分局",
    "住建": "住建局",
    "财政": "财政局",
    "文旅": "文旅局",
    "交通": "交通运输局",
    "商务": "商务局",
    "人社": "人社局",
    "民政": "民政局",
    "市监": "市场监管局",
    "资源": "自然资源局",
    "政务": "政务服务中心",
    "公安": "公安局",
    "统计": "统计局",
    "林业": "林业局",
    "气象": "气象局",
}
SURNAMES = "张王李赵刘陈杨马田白雷高贺冯罗孙许任"
VILLAGES = tuple(
    "上河 下河 柳林 石桥 杏园 枣坪 龙湾 新庄 槐树底 双泉 东沟 西岭 后营 前进 团结 马家洼 李家坡 "  # noqa: SIM905
    "三岔 枫树坪 木瓜园 樱桃沟 麻池 黄土梁 青杨 苇子滩 白杨树 核桃坪 花石崖".split()
)

"""Which font families serve which of the norm's typefaces, most wanted first."""

import re
from collections.abc import Iterable

# GB/T 9704-2012 (5.2.2) names typefaces, not products: first what an office may have licensed, then free fonts.
WANTED = {
    "fang": (r"仿宋|FangSong_GB|^FangSong$|FZFangSong|FZFS", r"^FandolFang", r"Zhuque Fangsong", r"cwTeXFangSong"),
    "song": (r"^SimSun$|^宋体$|FZShuSong|FZSSK", r"^Noto Serif CJK SC$", r"^Noto Serif SC$", r"^FandolSong"),
    "hei": (r"^SimHei$|^黑体$|FZHei", r"^Noto Sans CJK SC$", r"^Noto Sans SC$", r"^FandolHei"),
    "kai": (r"楷体|^KaiTi|FZKai", r"^LXGW WenKai$", r"^FandolKai"),
    "title": (r"小标宋|XiaoBiaoSong|FZXiaoBiao", r"^Noto Serif CJK SC$", r"^FandolSong", r"^Noto Serif SC$"),
    "rare": (r"^Noto Serif CJK SC$", r"^Noto Serif SC$", r"BabelStone Han", r"^DejaVu Sans$"),
}
STANDS_IN = {"fang": "song", "kai": "fang", "title": "song", "hei": "song"}


def families_by_role(names: Iterable[str]) -> dict[str, list[str]]:
    """Order the families of each role by preference; a role without its own typeface borrows another's."""
    names = sorted(names)
    own = {
        role: [name for wanted in patterns for name in names if re.search(wanted, name)]
        for role, patterns in WANTED.items()
    }
    chains: dict[str, list[str]] = {}
    for role in WANTED:
        chain, borrowed = list(own[role]), STANDS_IN.get(role)
        while borrowed:
            chain += own[borrowed]
            borrowed = STANDS_IN.get(borrowed)
        chains[role] = list(dict.fromkeys(chain + own["rare"]))
    return chains


def heavy_by_itself(family: str) -> bool:
    """Tell whether a family is a 小标宋, which is drawn bold and never made bolder."""
    return bool(re.search(WANTED["title"][0], family))

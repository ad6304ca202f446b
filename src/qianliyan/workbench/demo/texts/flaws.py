"""The faults that real items have: wrong shares, vague words, set phrases, private telephone numbers, lost places."""

import re
from collections.abc import Callable
from random import Random

Flaw = Callable[[str, Random], str]

PHRASES = (
    "取得了明显成效",
    "收到了良好的社会效果",
    "得到了广大群众的一致好评",
    "走出了一条具有本地特色的新路子",
    "受到各级领导的充分肯定",
)
ENDINGS = (
    "下一步，我们将继续提高站位、真抓实干，为高质量发展作出新的更大贡献。",
    "下一步，将进一步加强组织领导、强化督导检查，确保各项工作再上新台阶。",
    "今后，将不断总结经验、开拓创新，推动工作向纵深发展。",
)
SLIPS = (("截至", "截止"), ("其中", "其中："), ("其余", "其它"), ("亟待", "急待"), ("部署", "布署"), ("作为", "做为"))
GIVEN = ("李某", "王主任", "老张", "刘站长", "马会计", "赵队长")
SHARE = re.compile(r"(?<=[占率])(\d{2})\.(\d)%")
COUNTED = re.compile(r"\d+(?=[家处次名户个](?![月%百]))")
LEFT_IN = re.compile(r"（联系人：[^）]*）")
LED = re.compile(r"^(截至[^，]{2,8}|[\d]+月\d+日|今年前\d+个月|1—\d+月)，")


def wrong_share(text: str, chance: Random) -> str:
    """Miscalculate one percentage."""
    return SHARE.sub(lambda found: f"{int(found[1]) - chance.randrange(3, 9)}.{found[2]}%", text, count=1)


def vague(text: str, chance: Random) -> str:
    """Say “several” where a figure stood."""
    return COUNTED.sub(lambda found: chance.choice(("多", "数十")) if chance.random() < 0.4 else found[0], text)


def set_phrase(text: str, chance: Random) -> str:
    """Praise oneself at the end of the first paragraph."""
    first, *rest = text.split("\n")
    return "\n".join([f"{first.rstrip('。')}，{chance.choice(PHRASES)}。", *rest])


def pompous_end(text: str, chance: Random) -> str:
    """Promise new heights."""
    return f"{text}\n{chance.choice(ENDINGS)}"


def private_phone(text: str, chance: Random) -> str:
    """Leave somebody's mobile number in the text."""
    return f"{text}（联系人：{chance.choice(GIVEN)}，电话1990000{chance.randrange(1000, 9999)}）"


def slip(text: str, chance: Random) -> str:
    """Write a word as many do."""
    for right, wrong in chance.sample(SLIPS, len(SLIPS)):
        if right in text:
            return text.replace(right, wrong, 1)
    return text


def undated(text: str, _chance: Random) -> str:
    """Say “recently” where a day stood."""
    return LED.sub("近期，", text)


def half_width(text: str, chance: Random) -> str:
    """Mix in commas of the other width, as pasted text has them."""
    return "".join("," if sign == "，" and chance.random() < 0.3 else sign for sign in text)


FLAWS: tuple[Flaw, ...] = (
    wrong_share,
    vague,
    set_phrase,
    pompous_end,
    private_phone,
    slip,
    undated,
    half_width,
)
WEIGHTS = (4, 3, 5, 5, 1, 4, 2, 1)


def without_phone(text: str) -> str:
    """Take a private number out again, as a secrecy reviewer demands it."""
    return LEFT_IN.sub("", text)


def spoil(text: str, chance: Random, careless: float, kind: str = "ordinary") -> tuple[str, tuple[str, ...]]:
    """Put in as many faults as a careless writer makes, and say which; nobody praises himself in a problem."""
    done: list[str] = []
    for flaw in chance.choices(FLAWS, WEIGHTS, k=3):
        unfit = kind in ("problem", "warning") and flaw in (set_phrase, pompous_end)
        if chance.random() < careless and flaw.__name__ not in done and not unfit:
            text = flaw(text, chance)
            done.append(flaw.__name__)
    return text, tuple(done)

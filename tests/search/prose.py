"""Made-up prose in the field's manner, any amount of it, the same for the same seed."""

import random
from collections.abc import Iterator


def words(text: str) -> list[str]:
    """Cut a line into its words."""
    return text.split()


PLACES = words("青石县 白桑县 云川市 松江区 临河镇 石门乡 高新区 南山街道 长桥镇 安平县 清河县 永丰镇")
SUBJECTS = words(
    "农村生活污水处理设施 高标准农田 城市供热管网 秋粮收购 企业用工 老旧小区改造 产业园区 中小学校车 危房改造 "
    "村级医务室 "
    "农业保险 商贸物流 文旅项目 冷链仓储 电商平台 山洪灾害防治 设施蔬菜 苹果种植户 畜禽养殖场 民办养老机构 停车泊位 "
    "垃圾分类 机井灌溉 公交线路 小微企业贷款"
)
ACTORS = words("县农业农村局 市生态环境局 镇党委 县发改局 部分种植户 驻村工作队 市住建局 园区管委会 县人社局 村两委")
DEEDS = words(
    "逐一开展排查 建立问题台账 组织专家会诊 推行网格化管理 开展集中整治 落实专项资金 签订目标责任书 打通审批堵点 "
    "延长收购时间 设立便民服务点 开通绿色通道 引入第三方运维 实行挂图作战 定期调度通报 组织技术培训 完善应急预案"
)
EFFECTS = words(
    "运行率明显提高 群众投诉减少 资金缺口仍然较大 部分设备停运 进度慢于计划 收购价格下跌 用工缺口扩大 受益面持续扩大 "
    "后续管护力量不足 存在安全隐患 企业反映手续繁琐 成本上升较快 带动就业增加 形成可复制做法 责任边界不清 欠费现象突出"
)
ORDINALS = words("一是 二是 三是")
UNITS = words("座 户 家 亩 人 公里 处")
KINDS = ("problem", "warning", "experience", "implementation", "ordinary")


def rare_name(dice: random.Random) -> str:
    """A place or person that hardly any other text has."""
    return "".join(chr(dice.randint(0x4E00, 0x9FA0)) for _ in range(3))


def sentence(dice: random.Random) -> str:
    """One sentence with its own figures."""
    figure, share = dice.randint(3, 9800), dice.randint(2, 980) / 10
    unit = dice.choice(UNITS)
    forms = (
        f"{dice.choice(PLACES)}{rare_name(dice)}{dice.choice(SUBJECTS)}涉及{figure}{unit}，{dice.choice(EFFECTS)}。",
        f"{dice.choice(ACTORS)}{dice.choice(DEEDS)}，{dice.choice(DEEDS)}，已完成{figure}{unit}，占{share}%。",
        f"据{rare_name(dice)}村反映，{dice.choice(SUBJECTS)}{dice.choice(EFFECTS)}，每{unit}年均增加支出{figure}元。",
        f"截至{dice.randint(1, 12)}月底，{dice.choice(SUBJECTS)}完成投资{share}亿元，{dice.choice(EFFECTS)}。",
        f"{dice.choice(ORDINALS)}{dice.choice(SUBJECTS)}{dice.choice(EFFECTS)}。{dice.choice(ACTORS)}{dice.choice(DEEDS)}。",
    )
    return dice.choice(forms)


def title(dice: random.Random) -> str:
    """A title of the usual length."""
    return f"{dice.choice(PLACES)}{dice.choice(SUBJECTS)}{dice.choice(EFFECTS)}"


def sentences(dice: random.Random, characters: int = 400) -> list[str]:
    """Sentences of about so many characters in all."""
    found: list[str] = []
    while sum(map(len, found)) < characters:
        found.append(sentence(dice))
    return found


def texts(count: int, seed: int = 1, characters: int = 400) -> Iterator[tuple[str, str]]:
    """Titles and bodies."""
    dice = random.Random(seed)
    for _ in range(count):
        yield title(dice), "\n".join(sentences(dice, characters))

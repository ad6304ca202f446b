"""Says the same in other words: two units never choose them alike."""

import re
from random import Random

ALIKE = """
近期|近日|最近一段时间
目前|当前|现阶段
建立|建起|设立
开展|组织开展
提高到|提升到|提高至
提高|提升
累计|先后|共计
动员|发动
解决|化解
群众|老百姓
农户|农民
比去年同期|较上年同期
去年同期|上年同期
超过|超出
免费|无偿
建成|建好
新增|净增
发放|分发
检查|核查|排查
明显|显著
推行|实行|推广
资金|经费
费用|开支
多数|大多
突出|严重
容易|易
无法|不能
仍有|还有|尚有
同时|与此同时
如果|若|一旦
牵头|负责
签订|签署
围绕|聚焦|紧扣
上门|登门|入户
就近|就地
缩短到|压缩到|减至
缩短|压缩
每天|每日
集中在|主要集中在
涉及|牵涉
组建|成立
配备|配齐
及时|第一时间
摸排|摸底|排查
问题多为|问题主要是
涨到|升至
导致|造成
受影响|受到影响
处置|处理
统一|集中
严禁|不准
带动|拉动
惠及|受益
公示|公开
抽查|随机检查
值得关注|应予关注
办结|办完
提前|提早
补贴|补助|奖补
可能|有可能|或将
乡镇|镇街
只有|仅有|仅
日均|平均每天
每周|每星期
纳入|列入
夜间|晚上|夜里
满意率|满意度
工资|薪酬
未来|今后|接下来
发现|查出
发生|出现
闲置|空置|长期闲置
经费|运转经费
上升|攀升|走高
居民|住户
缺口|缺额
连续|接连
租金|租费
欠薪|拖欠工资
储备|备有
高峰期|高峰时段
亩均|每亩平均
用工|雇工
支出|花销
协议|合作协议
完工|竣工
影响|波及
走访|实地走访
参加|参与
业主|房主
考核|考评
抽检|抽样检测
最长|最久
回升|止跌回升
维修|检修|维护
改造|改造提升
增加|增多
设备|设备设施
收购|收储
审批|审批手续
举报|投诉举报
培训|轮训
制度|办法|机制
产量|收成
家长|学生家长
医生|大夫
教师|老师
就医|看病
报销|核报
整治|治理
清理|清除
拆除|拆掉
修复|修好
加装|安装
更换|换装
接入|并入
下降|回落|降低
上涨|走高|上扬
增长|增加
不愿|不肯
过高|偏高
偏多|较多
较大|不小
较高|偏高
达到|达
占到|占
根据|按照
以及|和
实现|做到
确定|明确
推广|推开
先后|陆续
当天|当日
专人|专门人员
定期|按期
公布|公开
严格|从严
风险|隐患
尤其|特别
个别|少数
反映|普遍反映|提出
"""
GROUPS = [line.split("|") for line in ALIKE.strip().splitlines()]
# A word may only be replaced where it comes first in its line: the way back is not always safe.
OTHERS = {group[0]: group[1:] for group in GROUPS}
WORDS = re.compile("|".join(sorted((re.escape(word) for word in OTHERS), key=len, reverse=True)))
# Where a word is part of another one, it stays.
KEPT = re.compile(r"增加值|检查(检验|卡点|互认)|自查|增长率|主要(问题|原因|困难)|突出问题|出现|实现|发现场")
TWICE = re.compile(r"([\u4e00-\u9fff]{2})\1")
LEADS = ("据调度，", "据统计，", "从面上看，", "从监测情况看，", "调查显示，", "据初步汇总，", "数据显示，")


def paraphrase(text: str, chance: Random) -> str:
    """Replace about half of the words that have a twin."""
    kept = {place for found in KEPT.finditer(text) for place in range(*found.span())}
    return TWICE.sub(r"\1", WORDS.sub(lambda found: _other(found, kept, chance), text))


def shorten(text: str, chance: Random) -> str:
    """Leave out a clause now and then, never the first and never the last full one of two."""
    clauses = text.rstrip("。").split("，")
    if len(clauses) < 3 or chance.random() < 0.5 or "：" in text or "；" in text:
        return text
    del clauses[chance.randrange(1, len(clauses))]
    return "，".join(clauses) + "。"


def led(text: str, chance: Random) -> str:
    """Say where it is known from."""
    return text if chance.random() < 0.6 else chance.choice(LEADS) + text


def _other(found: "re.Match[str]", kept: set[int], chance: Random) -> str:
    if found.start() in kept or chance.random() < 0.45:
        return found[0]
    return chance.choice(OTHERS[found[0]])

import pytest

from tests.text.marked import expected, found

SLIPS = [
    "当前防火【型势】严峻，林区火险等级升高。",
    "要【建全】防范化解风险的机制。",
    "发现问题【立既】整改。",
    "对逾期未改的单位【严惩不待】。",
    "要坚持问题导向，做到【有的放失】。",
    "困难群众基本生活【应保进保】。",
    "小微企业【融姿】渠道窄，堵点要逐一【破介】。",
    "全市【渡汛】物资已到位。",
    "建设宜居宜业和美乡村，大力简除烦苛。",
    "教授理论课的老师全部持证上岗。",
    "他以受理员的身份答复来电。",
    "气候干燥，要切实防范化解风险，做到有的放矢、应保尽保。",
    "以对国家和人民高度负责的态度抓落实。",
    "将既有项目和新增项目一并纳入台账。",
]
FORMULAS = [
    "深入学习贯彻【习近平新时代中国特色社会主意思想】。",
    "【铸劳中华民族共同体意识】。",
    "推动构建【人类命运共同休】。",
    "坚持【党中央集中统一领异】。",
    "实现中华民族的伟大复兴。",
    "弘扬社会主义核心价值观，培育社会主义核心价值体系。",
    "推进全面从严治校。",
    "中国特色社会主义进入新时代。",
]
STAMMERS = [
    "各级各【部门门】要提高认识。",
    "会议强调，【要要】加强巡查。",
    "重要要求已经传达。",
    "由市市场监督管理局负责，用公正监管管出公平。",
    "“十五五”规划编制工作启动。",
    "从2003年到2006年年均增长12%。",
]


@pytest.mark.parametrize("example", SLIPS)
def test_a_character_beside_which_the_right_word_stands_is_a_slip(example):
    text, passages = expected(example)

    assert found(text, "likely-slip") == passages


@pytest.mark.parametrize("example", FORMULAS)
def test_a_fixed_formula_that_differs_by_one_character_blocks(example):
    text, passages = expected(example)

    assert found(text, "fixed-formula") == passages


@pytest.mark.parametrize("example", STAMMERS)
def test_a_word_that_begins_or_ends_twice_is_found(example):
    text, passages = expected(example)

    assert found(text, "repeated-word") == passages

import pytest

from qianliyan.text.checking.lists import rows
from tests.text.marked import expected, found

EXAMPLES = {
    "confusable": [
        "各地要【按步就班】推进，【再接再励】。",
        "市政府作出【布署】，发布署名文章两篇。",
        "【截止目前】，全市已备化肥1.2万吨；报名截止日期为3月5日。",
        "究竟标准如何定，毕竟选择权在群众。",
        "群众【反应问题】32件，化学反应问题由专家研判。",
    ],
    "repeated-word": [
        "进一步加强【进行进行】督导。",
        "这是是非问题，要研究研究再定。",
        "全市【的的】企业用工回升，目的的确定要准。",
        "为了了解情况，一个一个过，家家户户到。",
        "建立了【工作机制工作机制】。",
    ],
    "unpaired": ["提出【“】三个到位的要求。", "提出“三个到位”的要求（见附件）。", "印发通知，要求落实【》】。"],
    "straight-quote": ['提出【"】三个到位【"】的要求。', 'the "best" one。'],
    "narrow-punctuation": ["全市春灌12万亩【,】进度较快。", "增长12.6%，其中A、B两类。", "比例为3:2，时间为9:30。"],
    "doubled-punctuation": [
        "进度较快【，，】质量较好。",
        "进度较快【。，】质量较好。",
        "他说：“好！”大家同意。",
        "为什么？！",
    ],
    "ellipsis-and-dash": ["包括水稻、玉米【...】", "包括水稻【。。。】", "包括水稻、玉米……"],
    "comma-before-and": ["水稻、玉米【、和】大豆丰收。", "民主、和谐、平等，和睦相处、和衷共济。"],
    "paragraph-end": [
        "全市春灌进展顺利，已完成12.6万亩，占计划的63%，各县区正在调度水源，力争月【底前全部完成】\n下一步加强管护。",
        "一、主要做法\n全市春灌进展顺利。",
    ],
    "year-form": [
        "【二零二六年】三月",
        "【二0二六年】三月",
        "二〇二六年三月，2026年3月",
        "【25年3月】以来，历时10年3个月。",
    ],
    "mixed-numerals": ["排查隐患【3十】余处。", "检查了【几10】家企业。", "检查企业30余家、十几个村。"],
    "about-twice": [
        "转移群众【约30余人】。",
        "转移群众【约30人左右】。",
        "转移群众约30人，30余人回家。",
        "【超过30%以上】。",
    ],
    "number-range": ["增长【3-5%】。", "增长3%—5%。", "事故【减少了2倍】。", "产量增加2倍。"],
    "wide-figures": ["春灌【１２．６】万亩。", "春灌12.6万亩。"],
    "unit-of-measure": ["面积120【平米】，用电32【KW】。", "面积120平方米，用电32kW，电量1.2万千瓦时。"],
    "former-office": ["县【环保局】牵头办理。", "原县环保局承担的职责划入县生态环境局。", "2016年，县环保局立案查处。"],
    "heading-sequence": [
        "一、做法\n文字一段。\n【三、】成效\n文字一段。",
        "一、做法\n（一）甲事\n（二）乙事\n二、成效\n（一）丙事\n文字。",
    ],
    "heading-levels": ["（一）做法\n文字一段。\n【一、】成效\n文字一段。", "一、做法\n1.甲事\n2.乙事"],
    "point-sequence": [
        "一是抓责任。二是抓进度。【四是】抓督导。",
        "一是抓责任；二是抓进度；三是抓督导。",
        "第一，人手不足。【第三】，经费不足。",
    ],
    "heading-mark": ["一、做法\n【1、】甲事\n【（1）、】乙事", "一、做法\n1.甲事"],
    "political-wording": [
        "加强【中国和台湾】经贸往来。",
        "加强大陆和台湾、内地和香港经贸往来。",
        "出口到【香港、美国等国家】。",
        "出口到香港、美国等国家和地区。",
        "要【筑牢中华民族共同体意识】。",
        "学习贯彻习近平新时代中国特色社会主义思想，铸牢中华民族共同体意识。",
        "学习贯彻【习近平新时代中国特色社会主义理论】。",
        "召开【市政府常委会】研究，市委常委会会议审议，市人大常委会视察。",
        "【党的二十大三中全会】召开，党的二十届三中全会提出。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "【坚定“两个维护”】。",
        "恢复对香港行使主权，【收回香港主权】。",
    ],
    "preferred-wording": [
        "自【解放后】修建的水渠。",
        "思想解放后，后勤解放。",
        "参与“一带一路”建设，【“一带一路”战略】。",
    ],
    "secret-mark": ["【秘密★1年】\n关于春耕的报告", "保守国家秘密，保护商业秘密。", "【密级：机密】"],
    "inner-mark": [
        "【内部资料 注意保存】",
        "加强内部管理，不予公开的情形由法律规定。",
        "（【此件不公开】）",
        "【此件不予公开】。",
        "【仅供内部参考】。",
    ],
    "identity-number": ["张某，身份证【11010519491231002X】。", "编号110105194912310021。", "订单号20260320123456。"],
    "mobile-number": ["联系电话【13800138000】，固话0571-12345678。", "编号1380013800012。", "【138 0013 8000】"],
    "bank-card": ["卡号【6228480402564890018】。", "单号6228480402564890019。"],
    "home-address": ["王某【家住青溪县河东镇李家村3组】。", "王某家住青溪县河东镇。"],
    "placeholder": [
        "完成【XX】万亩，投入【××】万元，时间为【×】月，共【××】。",
        "××县报告，××公司、李××，由××日报社刊发，共走访××家庭农场。",
        "完成12万亩，X光机3台，3×5米。",
        "于【X】月【X】日召开。",
        "数据【（待核实）】，见附件。",
        "【【请补充：时间】】",
    ],
    "masked-name": ["【××】县报告，共××家。", "李【××】，男。"],
    "lost-character": ["政务信【??】报送，完成率【�】。", "为什么？因为少。"],
    "repeated-sentence": ["全市春灌进展顺利，已完成12万亩。群众满意。【全市春灌进展顺利，已完成12万亩。】"],
    "vague-quantity": [
        "二是管网不配套，【收集率偏低】。三是无人会管，专业人员仅7名。",
        "管网不配套，收集率偏低。据统计，收集率仅有31%。",
    ],
    "empty-formula": ["活动【受到了群众的一致好评】。", "活动受到了32名群众的好评。"],
}


@pytest.mark.parametrize(
    ("rule", "example"), [(rule, example) for rule, examples in EXAMPLES.items() for example in examples]
)
def test_faults_of_language_are_found_and_right_wording_is_left_alone(rule, example):
    text, marked = expected(example)

    assert found(text, rule) == marked


def test_the_list_of_confusable_words_is_long_and_sound():
    pairs = {row[0]: row[1] for row in rows("confusables")}

    assert len(pairs) >= 600
    assert [wrong for wrong, right in pairs.items() if wrong == right or wrong in right] == []
    # A right form that holds another wrong one would be corrected twice.
    assert found("。\n".join(pairs.values()), "confusable") == []


def test_every_exception_of_a_confusable_word_holds_it_or_touches_it():
    loose = [
        (row[0], exception)
        for row in rows("confusables")
        for exception in (row[2].split("|") if len(row) > 2 and row[2] else [])
        if not set(row[0]) & set(exception)
    ]

    assert loose == []

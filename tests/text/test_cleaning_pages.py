import random

from qianliyan.text.cleaning.clean import clean
from tests.text.measuring import ITEMS

# Lines as they stand before and after articles on the sites of governments and newspapers.
BEFORE = (
    "首页 > 新闻中心 > 政务要闻",
    "当前位置：首页 >> 工作动态",
    "网站首页 | 政务公开 | 办事服务 | 互动交流",
    "【字体：大 中 小】",
    "打印本页 关闭窗口",
    "发布日期：2026-03-20　来源：市政府办公室　浏览：328次",
    "来源：云川日报　作者：张三　时间：2026年3月20日 10:23",
    "扫码关注云川发布",
    "登录 注册",
    "点击上方蓝字关注我们",
    "2026-03-20 09:30:12 来源：云川网",
    "字号：[大][中][小]",
    "阅读：1203",
    "免费领取公考资料，加微信yc2026",
    "新浪微博 腾讯微博 人人网",
    "今天是2026年3月20日 星期五",
    "设为首页 | 加入收藏 | 联系我们",
    "长者模式 无障碍",
    "索引号：000014349/2026-00012",
    "发布机构：市政府办",
    "热门搜索：公积金 社保",
    "分类：农业、畜牧业",
    "视力保护色：",
    "您好，欢迎访问本站！",
)
AFTER = (
    "分享到：",
    "微信扫一扫分享",
    "责任编辑：王五",
    "上一篇：青溪县开展春耕检查",
    "相关新闻：",
    "· 云川市召开经济工作会议",
    "推荐阅读",
    "附件下载",
    "（2）",
    "版权所有 © 云川市人民政府办公室",
    "主办：云川市人民政府办公室　承办：云川市大数据中心",
    "ICP备案号：云ICP备12345678号-1",
    "1 2 3 下一页 尾页",
    "共3页 上一页 1 2 3 下一页",
    "网友评论（0）",
    "返回顶部",
    "代开发票 13800138000 微信同号",
    "低息贷款，无抵押，当天放款",
    "关于我们 | 联系我们 | 网站声明",
    "转载请注明出处",
    "声明：本文仅代表作者观点，与本站无关。",
    "下载APP查看更多",
    "点赞 0 收藏 0",
    "更多精彩内容请关注“云川发布”微信公众号",
    "建议使用1024*768分辨率",
    "您是第 123456 位访客",
    "男科医院哪家好？云川仁爱医院",
    "二手房急售，联系电话13800000000",
    "已有 12 人参与评论",
    "—— END ——",
    "（完）",
    "打赏 赞 踩",
    "友情链接",
)


def copied(text: str, chance: random.Random) -> str:
    title, _, body = text.partition("\n")
    before = chance.sample(BEFORE, chance.randint(1, 4))
    after = chance.sample(AFTER, chance.randint(2, 6))
    above, below = (before, []) if chance.random() < 0.5 else ([], before)
    return "\n".join([*above, title, *below, body, *after])


def test_nearly_every_item_is_recovered_from_a_copied_page():
    chance = random.Random(7)
    texts = [path.read_text(encoding="utf-8").rstrip("\n") for path in ITEMS]

    failed = [text.split("\n", 1)[0] for text in texts if clean(copied(text, chance)).text != text]

    assert len(failed) <= 3, failed


def test_an_unrelated_line_at_the_end_goes_and_a_closing_formula_stays():
    text = "青溪县春灌进展顺利\n全县完成春灌12.6万亩，占计划的63%，进度快于上年同期。\n特此报告。"

    assert clean(text).text == text
    assert clean(text + "\n线上娱乐城注册就送彩金").text == text


def test_what_looks_like_a_page_within_the_article_stays():
    text = "青溪县网站改版\n全县网站改版，新设栏目12个。\n1.首页\n首页设要闻栏，每天更新两次，由专人值守。"

    assert clean(text).text == text

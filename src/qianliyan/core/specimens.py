"""Sample words for the living style sheet, in the forms in which pages hand them to components."""

from datetime import timedelta

from django import forms

from qianliyan.core import clock
from qianliyan.core.errors import Missing
from qianliyan.core.templatetags.qianliyan import drawings

COLOURS = ("ink", "ink-2", "ink-3", "paper", "desk", "red", "blue", "amber", "green")
SOFT_COLOURS = ("red-soft", "blue-soft", "amber-soft", "green-soft")
TITLE = "农村生活污水处理设施“建而不用”问题值得关注"
OPENING = "近期，青石县对2023年以来建成的146座农村生活污水处理设施逐一核查，发现"


class Specimen(forms.Form):
    """A form with every kind of field, sent with mistakes."""

    title = forms.CharField(label="标题", max_length=60, help_text="不超过60字，一事一报。")
    phone = forms.CharField(label="联系电话", error_messages={"required": "请填写联系电话，核实时要用。"})
    kind = forms.ChoiceField(label="种类", choices=[("problem", "问题"), ("warning", "预警"), ("experience", "经验")])
    occurred = forms.DateTimeField(
        label="发生时间", required=False, error_messages={"invalid": "请写成 2026-11-20 09:30 的样子。"}
    )
    body = forms.CharField(label="正文", widget=forms.Textarea(attrs={"rows": 4}), required=False)
    channel = forms.ChoiceField(
        label="渠道",
        choices=[("phone", "电话"), ("paper", "纸质"), ("chat", "微信")],
        widget=forms.RadioSelect,
        required=False,
    )
    inner = forms.BooleanField(label="内部，限定知悉范围", required=False)
    photo = forms.FileField(label="审签单照片", required=False)


def context() -> dict[str, object]:
    """Return everything that the style sheet shows."""
    return {
        "colours": COLOURS,
        "soft_colours": SOFT_COLOURS,
        "icons": list(drawings()),
        "form": Specimen(
            {"title": "秋粮收购进度快于上年", "kind": "problem", "occurred": "昨天下午", "channel": "paper"}
        ),
        "blank": Specimen(prefix="blank"),
        **_lists(),
        **_flow(),
        **_texts(),
        **_numbers(),
    }


def _lists() -> dict[str, object]:
    return {
        "filters": [
            {"label": "待处理", "url": "#filters", "count": 37, "current": True},
            {"label": "紧急", "url": "#filters", "count": 1},
            {"label": "问题", "url": "#filters", "count": 8},
            {"label": "经验", "url": "#filters", "count": 0},
        ],
        "tabs": [
            {"label": "正文", "url": "#tabs", "current": True},
            {"label": "办理过程", "url": "#tabs", "count": 6},
            {"label": "历史刊发", "url": "#tabs", "count": 2},
        ],
        "columns": [{"label": "单位"}, {"label": "报送"}, {"label": "采用"}, {"label": "得分"}],
        "rows": [
            {"cells": ["白桑县", "612", "151", "468.5"], "href": "#table"},
            {"cells": ["青石县", "548", "156", "441.0"], "href": "#table", "current": True},
            {"cells": ["南屏区", "590", "138", "402.0"], "href": "#table"},
        ],
    }


def _flow() -> dict[str, object]:
    now = clock.now()
    return {
        "deadline": now + timedelta(days=1, hours=4, minutes=1),
        "passed": now - timedelta(minutes=40),
        "trail": [
            {"what": "信息科待处理", "at": now, "by": "系统收到"},
            {"what": "青石县政府办签发", "at": now - timedelta(days=1), "by": "周启明", "source": "书面审签单"},
        ],
        "steps": [
            {"what": "信息科待处理", "at": now, "by": "系统收到"},
            {
                "what": "退回修改",
                "at": now - timedelta(hours=3),
                "by": "李文清",
                "said": "83 + 61 与146不符，请核对。",
                "wrong": True,
            },
            {"what": "青石县政府办签发", "at": now - timedelta(days=1), "by": "周启明", "source": "书面审签单"},
            {"what": "保密审查通过", "at": now - timedelta(days=3), "by": "吴敏"},
        ],
        "links": [
            {"label": "核稿", "name": "陈立", "done": True},
            {"label": "保密审查", "done": True},
            {"label": "分管副主任审核", "current": True},
            {"label": "主任签发"},
        ],
        "missing": [Missing("“送”的名单没有选", "#missing"), Missing("发生时间没有填", "#missing")],
        "hints": [Missing("“秋粮收购”有1处关键数据未核实，不影响签发", "#missing")],
        "met": ["每条都有出处和签发人", "没有涉密和个人信息"],
    }


def _texts() -> dict[str, object]:
    return {
        "paper_title": TITLE,
        "blocks": [
            {
                "pieces": [
                    {"text": OPENING},
                    {"text": "正常运行83座、停运61座", "mark": "blocking"},
                    {"text": "，停运率41.8%，群众反映较多。"},
                ]
            },
            {"level": 1, "text": "一、主要问题"},
            {"level": 2, "text": "（一）运维经费缺口大"},
            {
                "pieces": [
                    {"text": "每座设施年均电费、药剂费约2.4万元，县乡两级仅落实三成；管网不配套，"},
                    {"text": "收集率偏低", "mark": "advice"},
                    {"text": "，21个乡镇仅有专业人员7名。"},
                ]
            },
            {"level": 3, "text": "1.县级财政"},
            {"level": 4, "text": "（1）预算安排"},
        ],
        "diff": [
            {
                "old": [{"text": "正常运行83座、停运"}, {"text": "63", "kind": "gone"}, {"text": "座。"}],
                "new": [{"text": "正常运行83座、停运"}, {"text": "61", "kind": "new"}, {"text": "座。"}],
            },
            {"old": [{"text": "建议由市级统筹运维资金。"}], "new": [{"text": "建议由市级统筹运维资金。"}]},
            {"old": [], "new": [{"text": "其余2座正在改造。", "kind": "new"}]},
        ],
        "mine": {"title": TITLE, "body": "我写的一段。"},
        "theirs": {"title": TITLE, "body": "同事写的一段。", "by": "王海燕", "at": clock.now()},
    }


def _numbers() -> dict[str, object]:
    return {
        "shares": [16, 18, 15, 20, 22, 19, 23, 25, 21, 24, 27, 25],
        "months": ["9月", "", "", "", "10月", "", "", "", "11月", "", "", ""],
        "signal": [1, 1, 1, 2, 3, 5, 8, 9],
        "parts": [104, 18, 40],
    }

"""What a post may do. Posts are data that an office edits; these are the words they are made of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Power(models.TextChoices):
    """One kind of work that a post carries."""

    DRAFT = "draft", _("拟稿报送")
    CHECK = "check", _("核稿")
    SCREEN = "screen", _("保密审查")
    COUNTERSIGN = "countersign", _("会签")
    REVIEW = "review", _("审核")
    SIGN = "sign", _("签发")
    EDIT = "edit", _("来稿处理")
    COMPOSE = "compose", _("编发刊物")
    SIGN_ISSUE = "sign_issue", _("签发刊物")
    PRESENT = "present", _("呈送代录")
    READ = "read", _("阅件批示")
    ASSESS = "assess", _("考核")
    CONFIGURE = "configure", _("配置办公室规则")
    RUN = "run", _("系统管理")
    GRANT = "grant", _("安全保密管理")
    AUDIT = "audit", _("安全审计")


class Network(models.TextChoices):
    """The five networks of information work (信息网络)."""

    VERTICAL = "vertical", _("纵向")
    HORIZONTAL = "horizontal", _("横向")
    EXTERNAL = "external", _("外部")
    INTERNAL = "internal", _("内部")
    OTHER = "other", _("其他")


class Level(models.TextChoices):
    """The level of an office."""

    UNIT = "unit", _("单位")
    COUNTY = "county", _("县级")
    CITY = "city", _("市级")
    PROVINCE = "province", _("省级")
    STATE = "state", _("国家")


# Those who write, review and sign in a unit, and those who handle what arrives at an office.
UNIT = (Power.DRAFT, Power.CHECK, Power.SCREEN, Power.COUNTERSIGN, Power.REVIEW, Power.SIGN)
SECTION = (Power.EDIT, Power.COMPOSE, Power.SIGN_ISSUE)

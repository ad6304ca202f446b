"""Kinds, forms and urgency of an item: the field's own words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What an item is about (种类)."""

    IMPLEMENTATION = "implementation", _("部署落实")
    EXPERIENCE = "experience", _("经验")
    WARNING = "warning", _("预警")
    PROBLEM = "problem", _("问题")
    ORDINARY = "ordinary", _("动态")


class Form(models.TextChoices):
    """How an item is written (体裁)."""

    BRIEF = "brief", _("简讯")
    SINGLE = "single", _("单条")
    COMPOSITE = "composite", _("综合")
    SPECIAL = "special", _("专报")
    RESEARCH = "research", _("调研")


class Urgency(models.TextChoices):
    """How fast an item has to be handled (缓急)."""

    ORDINARY = "ordinary", _("平件")
    URGENT = "urgent", _("急件")
    EXTRA = "extra", _("特急")


PROTECTED = (Kind.PROBLEM, Kind.WARNING)

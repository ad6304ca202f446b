"""The look of a publication: a picture or colours and sizes, in a few plain choices over the template's own."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.models import Publication
from qianliyan.bulletins.templates_offered import TEMPLATES
from qianliyan.core.errors import Unreadable
from qianliyan.files.content import JPEG, PNG, nature_of
from qianliyan.typesetting.designs import design_of

COLOUR = RegexValidator(r"\A#[0-9a-fA-F]{6}\Z", _("颜色写作#d0021b的样子。"))
CHOICES = ("colour", "size", "rule_colour", "rule_thickness", "title", "unit", "mark", "numbers")
MOST_PICTURE = 2 * 1024 * 1024


def _colour(label: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"type": "color"})
    return forms.CharField(label=label, required=False, validators=[COLOUR], widget=widget)


def _number(label: Any, low: float, high: float, step: float) -> forms.FloatField:
    widget = forms.NumberInput(attrs={"min": low, "max": high, "step": step})
    return forms.FloatField(label=label, required=False, min_value=low, max_value=high, widget=widget)


class DesignFields(forms.Form):
    """The choices; a template's own value is what a field begins with, and is not stored."""

    # The template whose look the fields show; when another is chosen they are drawn anew with its own.
    looks_like = forms.ChoiceField(choices=TEMPLATES, widget=forms.HiddenInput, required=False)
    picture = forms.FileField(
        label=_("报头图片"), required=False, help_text=_("PNG或JPEG，替代报头文字，宽度排满版心；不超过2MB。")
    )
    no_picture = forms.BooleanField(label=_("不用图片，改回文字"), required=False)
    colour = _colour(_("报头颜色"))
    size = _number(_("报头字号（磅）"), 14, 90, 1)
    rule_colour = _colour(_("红线颜色"))
    rule_thickness = _number(_("红线粗细（毫米）"), 0.1, 4, 0.05)
    title = forms.ChoiceField(
        label=_("标题"),
        required=False,
        choices=[("centred", _("单独成行，居中")), ("run-in", _("接正文")), ("beside", _("左边，单位在右"))],
    )
    unit = forms.ChoiceField(
        label=_("单位"),
        required=False,
        choices=[
            ("below", _("文后括注，靠右")),
            ("signature", _("文后落款")),
            ("inline", _("接在文末，括注")),
            ("none", _("不印")),
        ],
    )
    mark = forms.CharField(label=_("要目记号"), required=False, max_length=8, strip=False)
    numbers = forms.ChoiceField(
        label=_("页码"), required=False, choices=[("dash", "— 1 —"), ("plain", "1"), ("none", _("不印"))]
    )

    def begin_with_design(self, publication: Publication) -> None:
        """Show what holds: the office's choice, else the template's."""
        template = publication.template or "zhengwu"
        self.fields["looks_like"].initial = template
        usual = design_of(template) | dict(publication.design or {})
        for name in CHOICES:
            self.fields[name].initial = usual.get(name, "")

    def clean_picture(self) -> bytes | None:
        """Return the bytes of a picture that can be printed."""
        given = self.cleaned_data.get("picture")
        if not given:
            return None
        if given.size > MOST_PICTURE:
            raise ValidationError(_("图片超过2MB，请压缩后再传。"))
        content: bytes = given.read()
        given.seek(0)
        try:
            nature_of(content, (PNG, JPEG))
        except Unreadable as refusal:
            raise ValidationError(refusal.text) from refusal
        return content

    def design(self) -> dict[str, Any]:
        """Return what differs from the template that was chosen; a field that shows its predecessor's does not."""
        template = self.cleaned_data["template"]
        shown = self.cleaned_data["looks_like"] or self.initial.get("template") or template
        before = design_of(shown)
        usual, found = design_of(template), {}
        for name in CHOICES:
            value = self.cleaned_data.get(name)
            inherited = template != shown and value == before.get(name)
            if value not in ("", None, usual.get(name)) and not inherited:
                found[name] = value
        return found

"""A distribution list as one types it: a line each, the number of copies behind the name."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from qianliyan.bulletins.actions.distribution import Place
from qianliyan.bulletins.forms.fields import Rows

LINE = re.compile(r"(?P<name>.*?\S)\s*(?:[\s:：,，、×x*]\s*(?P<copies>\d{1,4})\s*份?)?\Z")
MOST = 500
LONGEST = 80


class ListForm(forms.Form):
    """The name of a list and its lines, with the revision they were read from."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("名单名称"), max_length=40, help_text=_("例：各县（区）、市政府各部门。"))
    places = forms.CharField(
        label=_("分送到"),
        widget=Rows(12),
        help_text=_("一行一个，名称后空一格写份数，不写是1份。例：市委办公室 2"),
    )

    def clean_places(self) -> list[Place]:
        """Return the lines; refuse one that stands there twice or cannot be read."""
        found: dict[str, Place] = {}
        for line in filter(None, (one.strip() for one in self.cleaned_data["places"].splitlines())):
            match = LINE.fullmatch(line)
            name, copies = (match["name"], int(match["copies"] or 1)) if match else (line, 0)
            if not copies or len(name) > LONGEST:
                raise ValidationError(_("没有看懂“%(line)s”，请写成：名称 份数。"), params={"line": line[:40]})
            if name in found:
                raise ValidationError(_("“%(name)s”写了两次。"), params={"name": name})
            found[name] = Place(name, copies)
        if len(found) > MOST:
            raise ValidationError(_("一个名单最多%(most)d行。"), params={"most": MOST})
        return list(found.values())

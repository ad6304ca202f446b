"""The rule of three classes (GB/T 22239-2019, 8.1.4.1: complex passwords)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from qianliyan.accounts.models import User

CLASSES = (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())


class ThreeOfFourClasses:
    """Asks for three of: lower case, upper case, digits, other signs."""

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002
        """Refuse a password with fewer than three classes."""
        if sum(any(is_of(c) for c in password) for is_of in CLASSES) < 3:
            raise ValidationError(self.get_help_text(), code="too_plain")

    def get_help_text(self) -> str:
        """Say the rule."""
        return _("密码应包含大写字母、小写字母、数字、符号中的至少三类。")

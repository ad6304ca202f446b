"""Sign-in and change of password."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordMixin
from django.utils.translation import gettext_lazy as _

from qianliyan.accounts.models import User


class SignInForm(AuthenticationForm):
    """Name and password; one sentence for every failure, so that names cannot be guessed."""

    error_messages = {
        "invalid_login": _("登录名或密码不对，请重新输入。连续输错5次将锁定15分钟。"),
        "inactive": _("这个账号已停用，请与系统管理员联系。"),
    }


class PasswordForm(SetPasswordMixin, forms.Form):  # type: ignore[type-arg]
    """The old password once, the new one twice."""

    old_password = forms.CharField(
        label=_("原密码"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    new_password1, new_password2 = SetPasswordMixin.create_password_fields(
        label1=_("新密码"), label2=_("再输一遍新密码")
    )

    def __init__(self, user: User, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.user = user

    def clean_old_password(self) -> str:
        """Refuse a wrong old password."""
        given = str(self.cleaned_data["old_password"])
        if not self.user.check_password(given):
            raise forms.ValidationError(_("原密码不对，请重新输入。"), code="password_incorrect")
        return given

    def clean_new_password1(self) -> str:
        """Refuse the old password, which may be the one-time one."""
        wanted = str(self.cleaned_data["new_password1"])
        if self.user.check_password(wanted):
            raise forms.ValidationError(_("新密码不能和原密码相同。"), code="password_unchanged")
        return wanted

    def clean(self) -> dict[str, object]:
        """Refuse two different or too weak new passwords."""
        self.validate_passwords("new_password1", "new_password2")
        self.validate_password_for_user(self.user, "new_password2")
        return super().clean() or {}

"""Checks a password and loads the user together with the person, so that pages need no second query."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from qianliyan.accounts.models import User


class SignIn(BaseBackend):
    """Sign-in by name and password; an unknown name takes as long as a wrong password."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,  # noqa: ARG002
    ) -> User | None:
        """Return the user if name and password fit and the sign-in is active."""
        if not username or not password:
            return None
        user = User.objects.filter(username=username).first()
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """Return the active user of a session."""
        return User.objects.select_related("person").filter(pk=user_id, is_active=True).first()

"""What a person does with his own sign-in."""

from django.db import transaction

from qianliyan.accounts.models import User
from qianliyan.history.actors import Actor
from qianliyan.history.trail import record


@transaction.atomic
def change_password(user: User, new_password: str, *, by: Actor) -> User:
    """Set a new password and record that it was changed, never what it is."""
    user.set_password(new_password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    record("user.change_password", user, by=by)
    return user

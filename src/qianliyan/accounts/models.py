"""Person and User: everything in the product refers to the person; the user is only the key to the door."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from qianliyan.core.memory import Rows
from qianliyan.core.uids import new_uid


class Person(models.Model):
    """Somebody who takes part in the work. Name and phone are personal data."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    name = models.CharField(_("姓名"), max_length=40)
    phone = models.CharField(_("电话"), max_length=40, blank=True)
    email = models.EmailField(_("邮箱"), blank=True)

    objects = models.Manager["Person"]()
    known = Rows()

    class Meta:
        base_manager_name = "known"

    def __str__(self) -> str:
        return self.name


class Users(BaseUserManager["User"]):
    """Finds users by their sign-in name."""

    def enrol(self, person: Person, username: str, password: str, *, must_change_password: bool = True) -> "User":
        """Give the person a sign-in with a first password that has to be changed."""
        user = self.model(person=person, username=username, must_change_password=must_change_password)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """The sign-in of a person."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="user")
    username = models.CharField(_("登录名"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    objects = Users()

    def __str__(self) -> str:
        return self.username

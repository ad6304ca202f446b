import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from qianliyan.accounts.models import User
from qianliyan.history.models import Event
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.powers import Power
from qianliyan.workbench.installation import Nature, nature
from qianliyan.workbench.installing import first_password

FIRST = {
    "office": "云川市人民政府办公室",
    "short_name": "市政府办",
    "level": "city",
    "name": "季平",
    "username": "jiping",
}


def said(*command, **options):
    out = StringIO()
    call_command(*command, stdout=out, **options)
    return out.getvalue()


def test_an_installation_begins_with_one_office_and_one_administrator_and_no_other_account(db):
    told = said("init", **FIRST)

    assert [office.name for office in Office.objects.all()] == ["云川市人民政府办公室"]
    assert [(seat.person.name, seat.post.name, sorted(seat.post.powers)) for seat in Seat.objects.all()] == [
        ("季平", "系统管理员", sorted([Power.RUN.value, Power.CONFIGURE.value]))
    ]
    assert list(User.objects.values_list("username", flat=True)) == ["jiping"]
    assert ("登录名 jiping" in told, nature()) == (True, Nature.OWN)


def test_the_first_password_works_once_and_has_to_be_changed(db):
    password = re.search(r"初始密码 (\S+)", said("init", **FIRST))[1]
    client = Client()

    answer = client.post("/session/", {"username": "jiping", "password": password}, follow=True)

    assert answer.redirect_chain[-1][0] == "/password/"
    assert password not in str(list(Event.objects.values_list("details", flat=True)))


def test_beginning_twice_is_refused_and_changes_nothing(db):
    said("init", **FIRST)

    with pytest.raises(CommandError, match="已经初始化过"):
        said("init", **{**FIRST, "username": "zweite"})

    assert (Office.objects.count(), User.objects.count()) == (1, 1)


def test_the_demo_never_goes_into_an_offices_own_installation(db):
    said("init", **FIRST)

    with pytest.raises(CommandError, match="只能生成在空数据库里"):
        said("demo")

    assert (Office.objects.count(), nature()) == (1, Nature.OWN)


def test_somebody_is_enrolled_into_a_new_office_below_the_first(db):
    said("init", **FIRST)

    told = said(
        "enrol",
        office="青石县人民政府办公室",
        parent=FIRST["office"],
        level="county",
        short_name="青石县政府办",
        post="officer",
        name="石小禾",
        username="shixiaohe",
    )

    seat = Seat.objects.get(person__name="石小禾")
    assert (seat.label, seat.office.parent.name) == ("青石县政府办 信息员 石小禾", "云川市人民政府办公室")
    assert ("初始密码" in told, seat.person.user.must_change_password) == (True, True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"post": "boss"}, "没有岗位"), ({"office": "不存在的单位"}, "没有单位"), ({"username": "jiping"}, "已有人用")],
)
def test_what_cannot_be_enrolled_is_refused_with_what_to_do(db, wrong, sentence):
    said("init", **FIRST)

    with pytest.raises(CommandError, match=sentence):
        said("enrol", **{"office": FIRST["office"], "post": "editor", "name": "林编", "username": "linbian", **wrong})

    assert User.objects.count() == 1


def test_every_power_of_the_work_is_carried_by_some_standard_post(db):
    said("init", **FIRST)

    assert {power for post in Post.objects.all() for power in post.powers} == set(Power.values)


def test_first_passwords_differ_and_have_three_classes():
    passwords = {first_password() for _time in range(50)}

    assert len(passwords) == 50
    assert all(re.search("[a-z]", p) and re.search("[A-Z]", p) and re.search("[0-9]", p) for p in passwords)

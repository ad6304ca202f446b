import re

import pytest
from django.core.management import call_command

from qianliyan.accounts.models import User
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.actors import SYSTEM
from qianliyan.history.models import Event
from qianliyan.offices import actions
from qianliyan.offices.enrolling import enrol, reset_password, switch_sign_in
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.models.seat import SeatKind
from qianliyan.offices.powers import Power


@pytest.fixture
def system(world):
    world.posts["system"] = Post.objects.create(code="system", name="系统管理员", powers=[Power.RUN.value])
    return world.seat("system", "system", world.city, "穆系统")


@pytest.fixture
def security(world):
    world.posts["security"] = Post.objects.create(code="security", name="安全保密管理员", powers=[Power.GRANT.value])
    return world.seat("security", "security", world.city, "闻保密")


def enrolled(office, system, username="new-officer"):
    return enrol(office, name="新来", username=username, on=clock.today(), by=system)


def test_a_person_comes_in_by_two_administrators(world, system, security):
    first = enrolled(world.county, system)
    taken = actions.seat(first.user.person, world.county, world.posts["officer"], since=clock.today(), by=security)

    assert taken.label == "青石县政府办 信息员 新来"
    assert first.user.must_change_password
    assert User.objects.get(username="new-officer").check_password(first.password)
    assert first.password not in str(Event.objects.get(verb="person.enrol").details)


def test_neither_administrator_does_the_other_s_work(world, system, security):
    with pytest.raises(NotAllowed):
        enrolled(world.county, security)
    with pytest.raises(NotAllowed):
        actions.seat(world.seats["officer"].person, world.county, world.posts["chief"], since=clock.today(), by=system)


@pytest.mark.parametrize("role", ["officer", "chief", "editor"])
def test_nobody_else_keeps_the_directory(world, role, sign_in):
    by = world.seats[role]

    with pytest.raises(NotAllowed):
        enrolled(world.county, by)
    with pytest.raises(NotAllowed):
        actions.leave(world.seats["checker"], on=clock.today(), by=by)
    assert sign_in(by).get(f"/offices/{world.county.uid}/").status_code == 404


def test_an_administrator_reaches_only_what_stands_below_him(world, system, security):
    with pytest.raises(NotAllowed):
        enrolled(world.province, system)
    with pytest.raises(NotAllowed):
        actions.leave(world.seats["provincial_editor"], on=clock.today(), by=security)


@pytest.mark.parametrize("pair", [(Power.RUN, Power.GRANT), (Power.RUN, Power.AUDIT), (Power.GRANT, Power.AUDIT)])
def test_the_three_administrators_are_three_people(world, pair):
    person = world.seats["officer"].person
    one, other = (Post.objects.create(code=f"p{n}", name="岗", powers=[power.value]) for n, power in enumerate(pair))
    actions.seat(person, world.city, one, since=clock.today(), by=SYSTEM)

    with pytest.raises(Unreadable, match="不同的人"):
        actions.seat(person, world.city, other, since=clock.today(), by=SYSTEM)


def test_a_sign_in_name_is_taken_only_once(world, system):
    enrolled(world.county, system)

    with pytest.raises(Unreadable, match="已经有人用"):
        enrolled(world.neighbour_county, system)
    assert User.objects.filter(username="new-officer").count() == 1


def test_an_administrator_resets_others_passwords_but_not_his_own(world, system):
    user = world.seats["officer"].person.user
    renewed = reset_password(user, world.county, by=system)

    assert User.objects.get(pk=user.pk).check_password(renewed.password)
    with pytest.raises(NotAllowed):
        reset_password(system.person.user, world.city, by=system)
    with pytest.raises(NotAllowed):
        switch_sign_in(system.person.user, world.city, on=False, by=system)


def test_the_pages_carry_it_all(world, system, security, sign_in):
    county = f"/offices/{world.county.uid}/"
    client = sign_in(system)
    page = client.post(f"{county}people/", {"name": "新来", "username": "xin.lai"}).content.decode()
    password = re.search(r"[A-Z][a-z]{3}-[a-z]{4}-\d{4}", page)[0]
    assert User.objects.get(username="xin.lai").check_password(password)
    assert password not in client.get(county).content.decode()

    person = User.objects.get(username="xin.lai").person
    post = {"person": person.pk, "post": world.posts["officer"].pk}
    assert sign_in(security).post(f"{county}seats/", post).status_code == 302
    taken = Seat.objects.get(person=person)
    assert client.post(f"{county}seats/{taken.uid}/sign-in/").status_code == 302
    assert not User.objects.get(username="xin.lai").is_active

    below = {"name": "石门镇人民政府", "level": "unit", "network": "vertical"}
    assert client.post(f"{county}offices/", below).status_code == 302
    assert Office.objects.get(name="石门镇人民政府").parent == world.county
    assert "石门镇人民政府" in client.get("/offices/").content.decode()


def test_administrators_find_the_directory_in_the_rail_and_nobody_else(world, system, security, officer, sign_in):
    def has_link(seat):
        return 'href="/offices/"' in sign_in(seat).get("/").content.decode()

    assert [has_link(seat) for seat in (system, security, officer)] == [True, True, False]


@pytest.mark.parametrize("username", ["AB", "有汉字", "x" * 41, "a b"])
def test_a_bad_sign_in_name_is_refused_at_the_field(world, system, sign_in, username):
    answer = sign_in(system).post(f"/offices/{world.county.uid}/people/", {"name": "新来", "username": username})

    assert answer.status_code == 422
    assert "登录名用小写字母" in answer.content.decode()


def test_nobody_gives_himself_a_post(world, security):
    with pytest.raises(NotAllowed):
        actions.seat(security.person, world.city, world.posts["secretary_general"], since=clock.today(), by=security)


def test_a_post_is_given_once(world, officer, security):
    with pytest.raises(Unreadable, match="已在这个岗位"):
        actions.seat(officer.person, world.county, world.posts["officer"], since=clock.today(), by=security)


def test_an_administrator_of_a_county_does_not_take_over_a_seat_above(world, chief):
    post = Post.objects.create(code="county-system", name="系统管理员", powers=[Power.RUN.value])
    world.posts["county-system"] = post
    admin = world.seat("county_system", "county-system", world.county, "管县")
    actions.seat(chief.person, world.county, world.posts["officer"], since=clock.today(), by=SYSTEM)

    with pytest.raises(NotAllowed):
        reset_password(chief.person.user, world.county, by=admin)


def test_an_administrator_reaches_nobody_of_another_office(world, system, officer):
    with pytest.raises(NotAllowed):
        reset_password(officer.person.user, world.neighbour_county, by=system)


def test_the_keys_of_administrators_are_renewed_on_the_server_only(world, system, security, capsys):
    with pytest.raises(Unreadable, match="qianliyan password"):
        reset_password(security.person.user, world.city, by=system)

    call_command("password", username="security")

    password = capsys.readouterr().out.split()[-1]
    assert User.objects.get(username="security").check_password(password)


def test_an_administrator_s_post_is_not_delegated(world, system, security):
    actions.seat(world.seats["editor"].person, world.city, world.posts["officer"], since=clock.today(), by=SYSTEM)

    with pytest.raises(Unreadable, match="不能授权"):
        actions.delegate(
            system,
            world.seats["editor"].person,
            kind=SeatKind.STAND_IN,
            since=clock.today(),
            until=clock.today(),
            by=system,
        )

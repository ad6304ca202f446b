import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from qianliyan.accounts.models import User
from qianliyan.accounts.passwords import ThreeOfFourClasses
from qianliyan.history.models import Event
from tests.world import PASSWORD

SESSION = "/session/"


def attempt(client, password, username="officer", **more):
    return client.post(SESSION, {"username": username, "password": password, **more})


def test_the_right_password_leads_to_where_one_wanted_to_go(world):
    answer = attempt(Client(), PASSWORD, next="/notices/")

    assert (answer.status_code, answer["Location"]) == (302, "/notices/")


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_sign_in_never_leads_out_of_the_installation(world, elsewhere):
    assert attempt(Client(), PASSWORD, next=elsewhere)["Location"] == reverse("workbench:today")


@pytest.mark.parametrize(
    ("username", "password"), [("officer", "wrong"), ("nobody", PASSWORD), ("", ""), ("officer", "")]
)
def test_every_failure_has_the_same_sentence(world, username, password):
    answer = attempt(Client(), password, username)

    assert answer.status_code == 422
    assert "_auth_user_id" not in answer.wsgi_request.session


def test_five_wrong_passwords_lock_the_name(world):
    client = Client()
    for _ in range(5):
        attempt(client, "wrong")

    answer = attempt(client, PASSWORD)

    assert answer.status_code == 429
    assert "15分钟" in answer.content.decode()


def test_another_name_is_not_locked_with_it(world):
    client = Client()
    for _ in range(5):
        attempt(client, "wrong")

    assert attempt(client, PASSWORD, "editor").status_code == 302


def test_an_inactive_sign_in_is_refused(world):
    User.objects.filter(username="officer").update(is_active=False)

    assert attempt(Client(), PASSWORD).status_code == 422


def test_without_signing_in_every_page_leads_to_the_door(world):
    answer = Client().get("/notices/")

    assert (answer.status_code, answer["Location"]) == (302, "/session/?next=%2Fnotices%2F")


def test_a_first_password_has_to_be_changed(world, officer, sign_in):
    User.objects.filter(username="officer").update(must_change_password=True)
    client = sign_in(officer)

    assert client.get("/notices/")["Location"] == "/password/"
    answer = client.post(
        "/password/",
        {"old_password": PASSWORD, "new_password1": "Qingshi-2027", "new_password2": "Qingshi-2027"},
    )

    assert answer.status_code == 302
    assert client.get("/notices/").status_code == 200
    assert User.objects.get(username="officer").check_password("Qingshi-2027")
    assert Event.objects.filter(verb="user.change_password").count() == 1


@pytest.mark.parametrize("weak", ["short1A", "alllowercase", "1234567890", "Password123", "officer-2026"])
def test_a_weak_password_is_refused(world, officer, sign_in, weak):
    answer = sign_in(officer).post(
        "/password/", {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
    )

    assert answer.status_code == 422
    assert User.objects.get(username="officer").check_password(PASSWORD)


@pytest.mark.parametrize(
    ("password", "fits"),
    [("abcdefABCDEF", False), ("abcdef123456", False), ("abcDEF123456", True), ("abcdef-12345", True)],
)
def test_three_of_four_classes(password, fits):
    if fits:
        ThreeOfFourClasses().validate(password)
    else:
        with pytest.raises(ValidationError):
            ThreeOfFourClasses().validate(password)


def test_the_one_time_password_is_no_new_password(world, officer, sign_in):
    answer = sign_in(officer).post(
        "/password/", {"old_password": PASSWORD, "new_password1": PASSWORD, "new_password2": PASSWORD}
    )

    assert answer.status_code == 422
    assert "不能和原密码相同" in answer.content.decode()


def test_signing_out_ends_the_session(world, officer, sign_in):
    client = sign_in(officer)

    client.post("/session/end/")

    assert client.get("/notices/").status_code == 302


def test_somebody_without_a_seat_is_told_whom_to_ask(world, officer, sign_in):
    client = sign_in(officer)
    type(officer).objects.filter(person=officer.person).update(valid_to="2020-01-02")

    answer = client.get("/notices/", follow=True)

    assert "还没有岗位" in answer.content.decode()

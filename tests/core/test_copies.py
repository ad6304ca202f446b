"""The server says with a cookie which form's words it has taken, so that the browser lets its own copy go."""

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from qianliyan.core.middleware import TakenWords

NAME = "form.7.%2Fitems%2Fnew%2F.-1"


def cookies_after(answer, *, kept=NAME, seat="a seat"):
    request = RequestFactory().post("/", {"kept": kept})
    request.seat = seat
    return {name: cookie.value for name, cookie in TakenWords(lambda _: answer)(request).cookies.items()}


def test_the_copy_of_a_form_that_arrived_is_named():
    assert cookies_after(HttpResponseRedirect("/items/")) == {"kept": NAME}


def test_a_form_that_was_refused_or_came_back_keeps_its_copy():
    assert cookies_after(HttpResponse(status=422)) == {}
    assert cookies_after(HttpResponse()) == {}


def test_who_has_to_sign_in_first_keeps_his_copy():
    assert cookies_after(HttpResponseRedirect("/session/"), seat=None) == {}


@pytest.mark.parametrize("name", ["", "sessionid", "form.x; path=/", "form.<b>", "form." + "a" * 400, "text.7"])
def test_nothing_else_becomes_a_cookie(name):
    assert cookies_after(HttpResponseRedirect("/items/"), kept=name) == {}

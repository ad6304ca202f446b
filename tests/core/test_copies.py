"""The server says with a cookie which form's words it has taken, so that the browser lets its own copy go."""

import pytest
from django.test import RequestFactory

from qianliyan.core.web import respond


def cookies_after(kept):
    request = RequestFactory().post("/", {"kept": kept})
    request.htmx = False
    return {name: cookie.value for name, cookie in respond(request, to="accounts:session").cookies.items()}


def test_the_copy_of_a_form_that_arrived_is_named():
    assert cookies_after("form.7.%2Fitems%2Fnew%2F.-1") == {"kept": "form.7.%2Fitems%2Fnew%2F.-1"}


@pytest.mark.parametrize("name", ["", "sessionid", "form.x; path=/", "form.<b>", "form." + "a" * 400, "text.7"])
def test_nothing_else_becomes_a_cookie(name):
    assert cookies_after(name) == {}

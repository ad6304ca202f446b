import re

import pytest
from django.test import Client

pytestmark = [pytest.mark.urls("tests.core.pages"), pytest.mark.django_db]
TYPED = {"title": "题目", "body": "写了半小时的正文", "password": "geheim", "csrfmiddlewaretoken": "x"}
SCRIPT = {"headers": {"accept": "application/json"}}


def text(answer):
    return answer.content.decode()


def test_a_refusal_is_a_page_with_the_sentence_and_what_was_typed():
    answer = Client().post("/refuse/", TYPED)

    assert answer.status_code == 422
    assert "题目太长，请改短。" in text(answer)
    assert "写了半小时的正文" in text(answer)
    assert "geheim" not in text(answer)


def test_what_was_chosen_is_not_handed_back_as_if_it_were_words():
    page = text(
        Client().post("/refuse/", {**TYPED, "kind": "ordinary", "item": "6a1b0f7e-0000-4000-8000-000000000000"})
    )

    assert re.findall(r"<textarea[^>]*>([^<]*)", page) == ["题目", "写了半小时的正文"]


def test_everything_that_is_missing_is_said_at_once_with_links():
    page = text(Client().post("/unready/", TYPED))

    assert "没有填联系电话" in page
    assert "正文是空的" in page
    assert 'href="/items/#phone"' in page


def test_htmx_gets_a_fragment_for_the_notices():
    answer = Client().post("/refuse/", TYPED, headers={"hx-request": "true"})

    assert (answer.status_code, answer["HX-Retarget"]) == (422, "#notices")
    assert "<html" not in text(answer)
    assert "题目太长" in text(answer)


def test_a_script_gets_data():
    assert Client().post("/refuse/", TYPED, **SCRIPT).json() == {"error": "题目太长，请改短。"}
    conflict = Client().post("/stale/", TYPED, **SCRIPT)
    assert (conflict.status_code, conflict.json()["conflict_url"]) == (409, "/conflict/")


def test_a_breakdown_hands_the_text_back_with_a_reference_that_stands_in_the_log(caplog):
    client = Client(raise_request_exception=False)

    answer = client.post("/broken/", TYPED)

    assert answer.status_code == 500
    assert "写了半小时的正文" in text(answer)
    reference = next(record.args[0] for record in caplog.records if record.name == "qianliyan.failure")
    assert re.fullmatch(r"[0-9a-f]{8}", reference)
    assert reference in text(answer)


def test_a_page_that_was_open_too_long_hands_the_text_back():
    answer = Client(enforce_csrf_checks=True).post("/refuse/", TYPED)

    assert answer.status_code == 403
    assert "写了半小时的正文" in text(answer)


def test_what_is_not_there_is_said_without_more():
    answer = Client().get("/nowhere/")

    assert answer.status_code == 404
    assert "Traceback" not in text(answer)


def test_typed_markup_comes_back_as_text():
    page = text(Client().post("/refuse/", {"body": "<script>alert(1)</script>"}))

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_every_page_has_the_strict_policy():
    policy = Client().get("/session/")["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy

import re

from django.urls import reverse
from tests.items.steps import BODY, TITLE, fields_of_form, handed_over, written

from qianliyan.configuration.models import Value
from qianliyan.core import clock
from qianliyan.items.actions import review, writing
from qianliyan.items.models import Item, Version
from qianliyan.items.models.version import Why
from qianliyan.items.states import ItemState

JSON = {"HTTP_ACCEPT": "application/json"}


def page_of(item, name="item"):
    return reverse(f"items:{name}", args=[item.uid])


def test_a_new_item_opens_on_its_own_page_and_the_second_click_does_nothing(world, officer, sign_in):
    browser = sign_in(officer)
    key = re.search(r'name="once" value="([^"]+)"', browser.get("/items/new/").content.decode())[1]

    first = browser.post("/items/new/", {"once": key})
    second = browser.post("/items/new/", {"once": key})

    item = Item.objects.get()
    assert (first.status_code, first.headers["Location"]) == (302, page_of(item))
    assert second.status_code == 422
    assert re.search(r"已由您于\d\d:\d\d提交", second.content.decode())


def test_the_form_tells_the_editor_where_and_from_which_version_to_save(world, officer, sign_in):
    item = writing.save(written(world), by=officer, revision=0, title="新题目")

    html = sign_in(officer).get(page_of(item)).content.decode()

    form = re.search(r'<form[^>]*id="write"[^>]*>', html)[0]
    assert f'data-autosave-url="{page_of(item, "text")}"' in form
    assert ('data-version="1"' in form, f'data-uid="{item.uid}"' in form) == (True, True)
    assert "送审（核稿：安明）" in html


def test_autosave_answers_with_version_time_and_size(world, officer, sign_in):
    item = written(world)

    answer = sign_in(officer).post(page_of(item, "text"), fields_of_form(item, body="甲乙\r\n丙"), **JSON)

    assert answer.status_code == 200
    said = answer.json()
    assert (said["version"], said["characters"]) == (1, 3)
    assert re.fullmatch(r"\d\d:\d\d:\d\d", said["saved_at"])
    assert Item.objects.get().body == "甲乙\n丙"


def test_a_date_that_is_not_understood_does_not_keep_the_text_from_being_saved(world, officer, sign_in):
    item = written(world)

    answer = sign_in(officer).post(
        page_of(item, "text"), fields_of_form(item, body="要紧的字", occurred_at="昨天下午"), **JSON
    )

    assert answer.status_code == 200
    assert (Item.objects.get().body, Item.objects.get().occurred_at) == ("要紧的字", None)


def test_a_title_beyond_the_column_is_refused_as_a_sentence_and_nothing_breaks(world, officer, sign_in):
    item = written(world)

    answer = sign_in(officer).post(page_of(item, "text"), fields_of_form(item, title="题" * 1001), **JSON)

    assert answer.status_code == 422
    assert "1000" in answer.json()["error"]


def test_a_title_of_500_characters_is_saved_and_hand_over_names_it(world, officer, sign_in):
    item = written(world)
    browser = sign_in(officer)

    answer = browser.post(page_of(item, "round"), fields_of_form(item, title="题" * 500))

    assert answer.status_code == 422
    assert "题目500字，超过50字的上限" in answer.content.decode()
    kept = Item.objects.get()
    assert (kept.title, kept.state) == ("题" * 500, ItemState.DRAFTING)
    assert browser.get(page_of(item)).status_code == 200


def test_a_late_autosave_gets_the_address_where_both_texts_stand(world, officer, sign_in):
    item = written(world)
    colleague = world.seat("second_officer", "officer", world.county, "石二")
    writing.save(item, by=colleague, revision=0, body="同事存下的文字")
    browser = sign_in(officer)

    answer = browser.post(page_of(item, "text"), fields_of_form(item, body="我没有存上的文字"), **JSON)

    assert (answer.status_code, answer.json()["conflict_url"]) == (409, page_of(item, "conflict"))
    html = browser.get(page_of(item, "conflict")).content.decode()
    assert [text in html for text in ("同事存下的文字", "我没有存上的文字", "石二保存的文字")] == [True] * 3
    assert "您有一份没有存上的文字" in browser.get(page_of(item)).content.decode()


def test_my_text_is_saved_after_comparing_and_the_others_stays_as_a_version(world, officer, sign_in):
    item = written(world)
    colleague = world.seat("second_officer", "officer", world.county, "石二")
    writing.save(item, by=colleague, revision=0, body="同事存下的文字")
    browser = sign_in(officer)
    browser.post(page_of(item, "text"), fields_of_form(item, body="我的"), **JSON)

    browser.post(page_of(item, "conflict"), {"version": 1, "title": TITLE, "body": "我的，对照之后"})

    assert Item.objects.get().body == "我的，对照之后"
    assert set(Version.objects.values_list("body", flat=True)) == {BODY, "同事存下的文字"}
    assert browser.get(page_of(item, "conflict")).status_code == 404


def test_dropping_my_text_leaves_the_others(world, officer, sign_in):
    item = written(world)
    writing.save(item, by=world.seat("second_officer", "officer", world.county, "石二"), revision=0, body="同事的")
    browser = sign_in(officer)
    browser.post(page_of(item, "text"), fields_of_form(item, body="我的"), **JSON)

    browser.post(page_of(item, "conflict"), {"drop": "1"})

    assert (Item.objects.get().body, Item.objects.get().unsaved.count()) == ("同事的", 0)


def test_without_scripts_the_save_button_keeps_a_version(world, officer, sign_in):
    item = written(world)

    answer = sign_in(officer).post(page_of(item), fields_of_form(item, body="按了保存"), follow=True)

    assert "已存为第1稿" in answer.content.decode()
    assert Version.objects.get().body == "按了保存"


def test_a_wrong_field_comes_back_with_everything_that_was_typed(world, officer, sign_in):
    item = written(world)

    answer = sign_in(officer).post(page_of(item), fields_of_form(item, body="打了很多字", occurred_at="昨天"))

    assert answer.status_code == 422
    assert "打了很多字" in answer.content.decode()


def test_saving_what_is_under_review_is_refused_in_words_the_editor_can_show(world, officer, sign_in):
    item = handed_over(world)

    answer = sign_in(officer).post(page_of(item, "text"), fields_of_form(item, body="偷偷改"), **JSON)

    assert answer.status_code == 422
    assert "这件现在是“审签中”" in answer.json()["error"]


def test_handing_over_saves_what_the_page_holds(world, officer, sign_in):
    item = written(world)

    sign_in(officer).post(page_of(item, "round"), fields_of_form(item, body="送审时的文字"))

    item = Item.objects.get()
    assert (item.state, item.due, Version.objects.get().body) == (ItemState.IN_REVIEW, "check", "送审时的文字")


def test_why_it_came_back_stands_on_top_with_a_way_to_compare(world, officer, checker, sign_in):
    item = review.send_back(handed_over(world), by=checker, reason="83加61不等于146")
    item = writing.save(item, by=officer, revision=item.revision, body=BODY.replace("停运61座", "停运63座"))
    browser = sign_in(officer)

    html = browser.get(page_of(item)).content.decode()
    compared = browser.get(page_of(item, "changes") + "?beside=1").content.decode()

    assert html.index("83加61不等于146") < html.index('id="id_body"')
    assert ("<del>61</del>" in compared, "<ins>63</ins>" in compared) == (True, True)


def test_the_missing_list_is_asked_for_alone_after_a_save(world, officer, sign_in):
    item = written(world, title="")

    answer = sign_in(officer).get(page_of(item), HTTP_HX_REQUEST="true")

    assert "题目没有写" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_the_same_person_in_two_windows_loses_neither_text(world, officer, sign_in):
    item = written(world)
    browser = sign_in(officer)
    browser.post(page_of(item, "text"), fields_of_form(item, body="甲窗口的"), **JSON)
    browser.post(page_of(item, "text"), fields_of_form(item, body="乙窗口的"), **JSON)

    browser.post(page_of(item, "conflict"), {"version": 1, "title": TITLE, "body": "乙窗口的"})

    assert Item.objects.get().body == "乙窗口的"
    assert list(Version.objects.values_list("why", "body")) == [(Why.OVERRULED, "甲窗口的")]


def test_a_field_that_the_office_does_not_use_keeps_its_value(world, officer, sign_in):
    Value.objects.create(office=world.county, key="items.fields", value=["drafter_phone"], valid_from=clock.today())
    item = written(world, basis="县统计局口径")

    html = sign_in(officer).get(page_of(item)).content.decode()
    sign_in(officer).post(page_of(item, "text"), fields_of_form(item, drafter_phone="123"), **JSON)

    assert ("id_drafter_phone" in html, "id_basis" in html) == (True, False)
    assert (Item.objects.get().drafter_phone, Item.objects.get().basis) == ("123", "县统计局口径")

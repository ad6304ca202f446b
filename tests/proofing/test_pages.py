"""The list beside the paper, the page of its own, the verification list, and who may open them."""

import pytest
from django.urls import reverse

from qianliyan.bulletins.requirements import before_signing
from qianliyan.core.errors import NotAllowed
from qianliyan.desk.models import Draft
from qianliyan.desk.proofs import subject_of
from qianliyan.items.actions import review
from qianliyan.proofing.actions import release
from qianliyan.proofing.models import Ignored, Release, Verification
from qianliyan.proofing.queries import proof_of
from tests.proofing.steps import PHONE, POLITICS, found, states, verified
from tests.thread import BODY, composed, handed_over, reviewed, submitted, taken, written_item

HX = {"HTTP_HX_REQUEST": "true"}
WRONG = "青石县共核查146座设施，其中正常运行83座、停运61座、改造中3座。"


def url(name, item, *more):
    return reverse(f"proofing:{name}", args=[item.uid, *more])


def test_a_refused_verification_is_a_notice_on_the_page_that_keeps_what_was_ticked(world, officer, sign_in):
    item = written_item(officer, body="青石县有污水处理设施83座。")
    page = reverse("proofing:verification", args=[item.uid])
    row = sign_in(officer).get(page).context["rows"][0]
    given = {f"state-{row['number']}": "doubtful", f"quote-{row['number']}": row["line"].quote}

    answer = sign_in(officer).post(page, given, headers={"HX-Request": "true"})

    assert (answer.status_code, answer["HX-Retarget"], "请写明答复或疑点" in answer.content.decode()) == (
        422,
        "#notices",
        True,
    )


def test_the_words_of_the_page_are_checked_and_nothing_is_saved(world, officer, sign_in):
    item = written_item(officer)
    given = {"title": item.title, "body": WRONG, "kind": "problem", "form": "single", "live": "write"}

    html = sign_in(officer).post(url("findings", item), given, **HX).content.decode()

    assert "83+61+3=147" in html.replace(" ", "") or "147" in html
    assert 'data-severity="advice"' in html
    assert 'hx-include="#write"' in html
    item.refresh_from_db()
    assert item.body == BODY


def test_the_page_of_findings_works_without_scripts(world, officer, sign_in):
    item = written_item(officer, body=WRONG)
    browser = sign_in(officer)
    one = found(item, "sum-of-parts")
    assert one.finding.message in browser.get(url("findings", item)).content.decode()

    browser.post(url("ignored", item), {"mark": one.mark, "reason": "口径不同"})

    page = browser.get(url("findings", item)).content.decode()
    assert ("已忽略" in page, "口径不同" in page, Ignored.objects.count()) == (True, True, 1)


@pytest.mark.parametrize("name", ["findings", "verification"])
def test_another_unit_finds_nothing_there(world, officer, neighbour, editor, sign_in, name):
    item = written_item(officer)

    assert [sign_in(seat).get(url(name, item)).status_code for seat in (officer, neighbour, editor)] == [200, 404, 404]


def test_the_section_opens_the_lists_of_what_arrived_and_the_unit_those_of_its_item(world, officer, editor, sign_in):
    submission = submitted(world)

    assert [sign_in(seat).get(url("verification", submission)).status_code for seat in (editor, officer)] == [200, 404]


def test_the_list_is_filled_in_for_several_figures_at_once(world, officer, sign_in):
    item = written_item(officer, body="正常运行83座、停运61座、改造中2座。")
    quotes = {f"quote-{number}": quote for number, quote in enumerate(["83座", "61座", "2座"])}
    shared = {"asked": "县住建局王工 0900-1", "asked_at": "2026-11-20T09:30", "basis": "台账", "as_of": "2026-11-19"}
    given = {"state-0": "verified", "state-1": "doubtful", "answered-1": "应为62座", "asked-1": "县水务局"}

    answer = sign_in(officer).post(url("verification", item), {**quotes, **shared, **given})

    assert answer.status_code == 302
    rows = {row.quote: row for row in Verification.objects.all()}
    assert states(item.uid) == {"83座": "verified", "61座": "doubtful"}
    assert (rows["83座"].asked, rows["83座"].basis, str(rows["83座"].as_of)) == (
        "县住建局王工 0900-1",
        "台账",
        "2026-11-19",
    )
    assert rows["61座"].asked == "县水务局"


def test_a_list_opened_before_the_text_changed_is_refused(world, officer, sign_in):
    item = written_item(officer, body="正常运行83座。")

    answer = sign_in(officer).post(
        url("verification", item), {"quote-0": "61座", "state-0": "verified", "asked": "王工"}
    )

    assert (answer.status_code, Verification.objects.count()) == (422, 0)
    assert "核实单" in answer.content.decode()


def test_a_protected_text_reminds_whoever_asks(world, officer, sign_in):
    protected, open_one = written_item(officer, kind="problem"), written_item(officer, kind="ordinary")
    browser = sign_in(officer)

    pages = [browser.get(url("verification", item)).content.decode() for item in (protected, open_one)]

    assert ["不说是谁反映的" in page for page in pages] == [True, False]


def test_the_reviewer_s_page_offers_the_release_to_him_alone(world, officer, checker, sign_in):
    item = review.approve(handed_over(world, body=f"{BODY}\n{PHONE}"), by=checker)
    page = reverse("items:item", args=[item.uid])
    assert f'action="{url("releases", item)}"' not in sign_in(officer).get(page).content.decode()
    browser = sign_in(checker)
    html = browser.get(page).content.decode()
    assert (f'action="{url("releases", item)}"' in html, "还缺1项" in html, "138****8000" in html) == (True,) * 3

    browser.post(url("releases", item), {"mark": found(item, "mobile-number").mark, "reason": "公布的服务电话"})

    assert Release.objects.get().reason == "公布的服务电话"
    assert "还缺1项" not in browser.get(page).content.decode()


def test_the_signatory_sees_what_blocks_and_what_is_unverified_before_he_signs(world, officer, signatory, sign_in):
    item = reviewed(world, body=f"{BODY}\n{POLITICS}")
    verified(item, "83座", officer)

    html = sign_in(signatory).get(reverse("items:item", args=[item.uid])).content.decode()

    assert "规范提法（政治）“中国和台湾”：请改正；确需保留的，由签发人记明理由放行" in html
    assert "处关键数据，1处已核；未核：" in html


def test_a_blocking_text_stops_the_issue_until_its_signatory_lifts_it(world, chief, editor, secretary_general, sign_in):
    issue = composed(world)
    draft = Draft.objects.get()
    Draft.objects.update(body=f"{BODY}\n{POLITICS}")
    assert [one.text for one in before_signing(issue)] == [
        f"“{draft.title}”：规范提法（政治）“中国和台湾”：请改正；确需保留的，由签发人记明理由放行"
    ]
    subject = subject_of(Draft.objects.get())
    error = proof_of(subject).blocking[0]

    for other in (chief, editor):
        with pytest.raises(NotAllowed):
            release(subject, error, by=other, reason="可以")
    sign_in(secretary_general).post(url("releases", draft), {"mark": error.mark, "reason": "引用来函原文"})

    assert before_signing(issue) == []


def test_the_writing_page_asks_as_often_whatever_was_decided(world, officer, sign_in, django_assert_max_num_queries):
    item = written_item(officer, body=WRONG)
    browser, counts = sign_in(officer), []
    for quote in ("146座", "61座"):
        verified(item, quote, officer)
        with django_assert_max_num_queries(14) as counted:
            browser.get(reverse("items:item", args=[item.uid]))
        counts.append(len(counted))

    assert counts[0] == counts[1]


def test_the_draft_shows_what_came_along(world, editor, sign_in):
    draft = taken(world)
    html = sign_in(editor).get(reverse("desk:draft", args=[draft.uid])).content.decode()

    assert f'href="{url("verification", draft)}"' in html
    assert 'hx-include="#editor"' in html

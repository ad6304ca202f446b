"""What is missing before the signature, and what is only a hint."""

from qianliyan.bulletins.actions import composing
from qianliyan.bulletins.models import Issue
from qianliyan.bulletins.requirements import before_signing, hints
from qianliyan.desk.models import Draft, Source
from qianliyan.items.models import Submission
from qianliyan.offices.models import Seat
from tests.thread import TITLE, composed, printed_issue, ready_draft
from tests.world import World


def missing_in(issue: Issue) -> list[str]:
    return [missing.text for missing in before_signing(issue)]


def test_a_complete_issue_lacks_nothing(world: World):
    assert missing_in(composed(world)) == []


def test_every_list_the_publication_always_has_must_be_filled(world: World, chief: Seat):
    issue = composing.set_tail(composed(world), by=chief, revision=0, send_to="", copies=0)

    found = before_signing(issue)

    assert [missing.text for missing in found] == ["“送”的名单没有填", "印数没有填"]
    assert found[0].link == f"/issues/{issue.uid}/tail/#id_send_to"


def test_a_list_the_publication_never_has_may_be_empty(world: World, chief: Seat):
    issue = composing.start(world.special, by=chief)
    composing.add(issue, ready_draft(world, kind="problem"), by=chief)

    assert (issue.send_to, missing_in(issue)) == ("", [])


def test_somebody_has_to_receive_the_issue(world: World, chief: Seat):
    world.special.__class__.objects.filter(pk=world.special.pk).update(report_to="")
    issue = composing.start(world.special, by=chief)
    composing.add(issue, ready_draft(world, kind="problem"), by=chief)

    assert missing_in(issue) == ["报、送、发都没有填", "限定阅读范围的刊物要写明给谁看：知悉范围或“报”"]


def test_an_entry_needs_title_text_source_and_signatory(world: World, chief: Seat):
    issue = composed(world)
    Draft.objects.update(body=" ")
    Submission.objects.update(signatory_name="")

    assert missing_in(issue) == [
        f"“{TITLE}”没有正文",
        f"“{TITLE}”：青石县人民政府办公室的来稿没有签发人",
    ]
    Source.objects.all().delete()
    Draft.objects.update(title="", body="正文")
    assert missing_in(issue) == ["第1条没有题目", "“第1条”没有出处"]


def test_a_signature_on_paper_is_a_signature(world: World):
    issue = composed(world)
    Submission.objects.update(signatory_name="", signed_on_paper=True)

    assert missing_in(issue) == []


def test_an_issue_that_only_its_composer_could_sign_cannot_be_sent(world: World, secretary_general: Seat):
    issue = composed(world)
    Issue.objects.filter(pk=issue.pk).update(composer=secretary_general.person)
    issue.refresh_from_db()

    assert missing_in(issue) == ["没有能签发这一期的人：编排人不能签发自己编的一期，请安排签发岗位或授权代签"]


def test_a_problem_outside_the_protected_publication_is_hinted_at_and_does_not_block(world: World, chief: Seat):
    issue = composed(world, kind="problem")

    assert [hint.text for hint in hints(issue)] == [f"“{TITLE}”是问题、预警，或含有这类来稿，建议进限定阅读范围的刊物"]
    assert missing_in(issue) == []


def test_a_problem_in_the_protected_publication_needs_no_hint(world: World, chief: Seat):
    issue = composing.start(world.special, by=chief)
    composing.add(issue, ready_draft(world, kind="warning"), by=chief)

    assert hints(issue) == []


def test_a_source_that_was_printed_before_is_hinted_at_with_its_issue(world: World, chief: Seat):
    printed = printed_issue(world)
    issue = composing.start(world.bulletin, by=chief)
    again = ready_draft(world, title="同一来稿的另一条")
    Source.objects.filter(draft=again).update(submission=Submission.objects.order_by("pk").first())
    composing.add(issue, again, by=chief)

    found = hints(issue)

    assert [(hint.text, hint.link) for hint in found] == [
        ("“同一来稿的另一条”的来稿已在《政务信息第1期》刊发过", f"/issues/{printed.uid}/")
    ]

"""The circular of the office above beside the own ledger: matched, asked, entered, and a letter for what is missing."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from qianliyan.assessment.actions import reconciling
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.actions.recording import Details, Paper, enter
from qianliyan.assessment.letters import asking_to_count
from qianliyan.assessment.models import Letter, ReconciledLine, Reconciliation, RecordedFact
from qianliyan.assessment.models.recorded import FactName
from qianliyan.assessment.reconciled import compared
from qianliyan.assessment.settings import SLOTS_ABOVE
from qianliyan.configuration.actions import set_value
from qianliyan.core import clock
from qianliyan.core.errors import NotAllowed, Unreadable
from qianliyan.history.models import Event
from tests import thread
from tests.assessment.steps import copy_of, label, page_of, this_year

HEAD = "序号\t报送单位\t题目\t刊物\t得分"
PLACES = "\n名次\t单位\t得分\n1\t青山市\t120\n2\t云川市\t98.5"


@pytest.fixture
def sent(world):
    """Three pieces that the city sent up."""
    first = thread.submitted(world)
    titles = ("农村生活污水处理设施停运较多", "春耕备耕进展顺利", "企业用工缺口扩大")
    found = [copy_of(first, world.city, receiver=world.province, title=title) for title in titles]
    return dict(zip(titles, found, strict=True))


def came(text, words="云政办通〔2026〕3号"):
    return reconciling.Came("采用情况通报", "province", this_year(), text, Paper(words))


def begun(editor, *rows):
    return reconciling.begin(came("\n".join([HEAD, *rows]) + PLACES), by=editor)


@pytest.fixture
def made(sent, editor):
    return begun(
        editor,
        "1\t云川市\t农村生活污水处理设施停运较多\t每日要情\t8",
        "2\t青山市\t青山的一条\t每日要情\t8",
        "3\t云川市政府办\t春耕备耕进展\t每日要情\t8",
        "4\t云川市\t另一条没见过的\t每日要情\t8",
    )


def in_short(made):
    found = compared(made)
    return {
        "agreed": [row.line.title for row in found.agreed],
        "here": [row.line.title for row in found.missed_here],
        "doubtful": {one.line.title: [likely.candidate.title for likely in one.likely] for one in found.doubtful},
        "above": [one.title for one in found.missed_above],
    }


def test_what_is_surely_ours_is_matched_and_what_is_not_is_asked(made):
    assert in_short(made) == {
        "agreed": [],
        "here": ["农村生活污水处理设施停运较多"],
        "doubtful": {"春耕备耕进展": ["春耕备耕进展顺利"], "另一条没见过的": []},
        "above": [],
    }
    assert ReconciledLine.objects.filter(title="青山的一条").count() == 0


def test_the_place_and_the_gap_are_read_from_the_circular(made):
    assert (made.said_points, made.rank, made.units, made.ahead_name, made.gap) == ("98.5", 2, 2, "青山市", "21.5")


def test_an_editor_says_which_it_is_and_everything_missed_is_entered_at_once(made, sent, editor):
    found = compared(made)
    first, second = found.doubtful
    reconciling.choose(first.line, first.likely[0].candidate, by=editor)
    reconciling.choose(second.line, None, by=editor)

    assert reconciling.enter_missed(made, by=editor) == reconciling.Entered(2, ())
    assert reconciling.enter_missed(made, by=editor) == reconciling.Entered(0, ())

    facts = RecordedFact.objects.order_by("pk")
    assert [(one.submission.title, one.level, one.attributes["publication"], one.evidence) for one in facts] == [
        (title, "province", "每日要情", "采用情况通报云政办通〔2026〕3号") for title in list(sent)[:2]
    ]
    assert in_short(made)["agreed"] == ["农村生活污水处理设施停运较多", "春耕备耕进展"]
    with pytest.raises(Unreadable, match="已经登记"):
        reconciling.choose(first.line, None, by=editor)


def test_what_the_ledger_has_and_the_circular_lacks_goes_into_the_letter(made, sent, editor):
    about, paper = About(submission=sent["企业用工缺口扩大"]), Paper("刊物复印件")
    more = Details({"level": "province", "publication": "每日要情"})
    enter(FactName.ADOPTED, about, on=clock.today(), paper=paper, details=more, by=editor)

    missed = compared(made).missed_above
    letter = asking_to_count(made, missed)

    assert [one.title for one in missed] == ["企业用工缺口扩大"]
    assert letter["recipients"] == "云岭省人民政府办公厅："
    assert letter["tables"][0]["rows"][1][:3] == ["1", "企业用工缺口扩大", "每日要情"]
    assert "有1条信息已被采用" in letter["body"]


def test_without_anything_missing_there_is_no_letter(made):
    with pytest.raises(Unreadable, match="没有漏列"):
        asking_to_count(made, [])


def test_the_same_piece_in_another_bulletin_is_another_adoption(made, sent, editor):
    reconciling.enter_missed(made, by=editor)
    again = begun(
        editor,
        "1\t云川市\t农村生活污水处理设施停运较多\t专报\t8",
        "2\t云川市\t农村生活污水处理设施停运较多\t每日要情\t8",
    )

    assert [row.line.publication for row in compared(again).missed_here] == ["专报"]
    assert reconciling.enter_missed(again, by=editor).count == 1


def test_a_piece_that_the_circular_names_twice_is_entered_once_and_the_second_line_named(sent, editor):
    made = begun(
        editor,
        "1\t云川市\t企业用工缺口扩大\t\t8",
        "2\t云川市\t企业用工缺口扩大\t每日要情\t8",
        "3\t云川市\t企业用工缺口扩大\t每日要情\t8",
        "4\t云川市\t企业用工缺口扩大\t专报\t8",
    )

    assert reconciling.enter_missed(made, by=editor) == reconciling.Entered(2, (2, 4))
    assert [one.attributes["publication"] for one in RecordedFact.objects.order_by("pk")] == ["每日要情", "专报"]
    assert in_short(made)["here"] == []


def test_what_went_up_after_the_day_in_the_circular_is_not_what_it_means(sent, editor):
    head, day = f"{HEAD}\t日期\n", "2020年3月5日"
    made = reconciling.begin(came(f"{head}1\t云川市\t企业用工缺口扩大\t每日要情\t8\t{day}"), by=editor)

    assert [(one.line.title, one.likely) for one in compared(made).doubtful] == [("企业用工缺口扩大", ())]


def test_marks_are_taken_by_the_legend(sent, editor):
    text = "云川市：《企业用工缺口扩大》▲★；《春耕备耕进展顺利》●\n（▲省级采用 ★国办采用 ●省领导批示）"
    found = compared(reconciling.begin(came(text), by=editor))

    assert [(row.line.title, row.line.level) for row in found.missed_here] == [
        ("企业用工缺口扩大", "province"),
        ("企业用工缺口扩大", "state"),
        ("春耕备耕进展顺利", "province"),
    ]
    assert [row.line.title for row in found.instructed] == ["春耕备耕进展顺利"]


@pytest.mark.parametrize("text", ["各单位都很努力。", "青山市：《一条》", HEAD])
def test_a_circular_in_which_we_do_not_stand_is_refused(sent, editor, text):
    with pytest.raises(Unreadable, match="没有读出本单位"):
        reconciling.begin(came(text), by=editor)
    assert Reconciliation.objects.count() == 0


def test_only_those_who_record_reconcile(made, officer, editor):
    with pytest.raises(NotAllowed):
        reconciling.begin(came("《一条》"), by=officer)
    with pytest.raises(NotAllowed):
        reconciling.enter_missed(made, by=officer)
    with pytest.raises(NotAllowed):
        reconciling.choose(made.lines.first(), None, by=officer)


def workbook():
    book = Workbook()
    for row in (HEAD, "1\t云川市\t企业用工缺口扩大\t每日要情\t8"):
        book.active.append(row.split("\t"))
    kept = io.BytesIO()
    book.save(kept)
    return SimpleUploadedFile("通报.xlsx", kept.getvalue())


def test_on_the_pages_a_spreadsheet_is_taken_in_and_every_line_decided(sent, editor, officer, sign_in):
    browser, new = sign_in(editor), reverse("assessment:new_reconciliation")
    given = {"title": "采用情况通报", "evidence": "3号", "level": "province", "label": label()}

    nothing = browser.post(new, given)
    browser.post(new, {**given, "file": workbook()})
    made = Reconciliation.objects.get()
    page = reverse("assessment:reconciliation", args=[made.uid])

    assert (nothing.status_code, made.file.kind) == (422, "xlsx")
    assert "登记这1条采用" in page_of(browser.get(page))
    browser.post(reverse("assessment:reconciled_entries", args=[made.uid]))
    assert "没有漏登的" in page_of(browser.get(page))
    assert sign_in(officer).get(page).status_code == 404


def test_an_editor_answers_on_the_page_which_piece_it_is(made, sent, editor, sign_in):
    browser = sign_in(editor)
    line = made.lines.get(title="春耕备耕进展")
    page = reverse("assessment:reconciled_line", args=[made.uid, line.pk])

    unknown = browser.post(page, {"piece": "submission:nothing"})
    browser.post(page, {"piece": f"submission:{sent['春耕备耕进展顺利'].uid}"})

    line.refresh_from_db()
    assert (unknown.status_code, line.submission, line.dismissed) == (404, sent["春耕备耕进展顺利"], False)


def test_the_month_s_slots_are_shown_where_the_office_above_limits_them(world, made, editor, chief, sign_in):
    browser, page = sign_in(editor), reverse("assessment:reconciliations")
    assert "还可报" not in page_of(browser.get(page))

    set_value(SLOTS_ABOVE, value=10, office=world.city, valid_from=clock.today(), by=chief)

    assert "上级每月收10条，本月已报3条，还可报7条" in page_of(browser.get(page))


def test_the_letter_is_set_as_pdf_and_word_recorded_and_kept(made, sent, editor, officer, sign_in):
    more = Details({"level": "province", "publication": "每日要情"})
    about, paper = About(submission=sent["企业用工缺口扩大"]), Paper("刊物复印件")
    enter(FactName.ADOPTED, about, on=clock.today(), paper=paper, details=more, by=editor)
    browser, kept = sign_in(editor), Letter.objects.order_by("pk")
    page = reverse("assessment:reconciliation", args=[made.uid])
    letters = f"{page}letters/"
    for form in ("pdf", "docx", "exe"):
        browser.post(letters, {"form": form})
    files = [reverse("assessment:letter_file", args=[one.uid]) for one in kept]

    assert [browser.get(one).getvalue()[:4] for one in files] == [b"%PDF", b"PK\x03\x04"]
    assert [one.file.name for one in kept] == [f"关于商请补计信息采用情况的函.{form}" for form in ("pdf", "docx")]
    assert Event.objects.filter(verb="letter.print", thing_pk=made.pk).count() == 2
    assert kept[0].file.name in page_of(browser.get(page))
    assert (browser.get(letters).status_code, sign_in(officer).get(files[0]).status_code) == (405, 404)


def test_comparing_takes_the_same_queries_for_one_and_many(made, editor, sign_in, django_assert_max_num_queries):
    browser, counts = sign_in(editor), []
    rows = [f"{number}\t云川市\t没见过的第{number}条\t要情\t1" for number in range(12)]
    for one in (made, begun(editor, *rows)):
        with django_assert_max_num_queries(12) as counted:
            browser.get(reverse("assessment:reconciliation", args=[one.uid]))
        counts.append(len(counted))
    assert counts[0] == counts[1]

"""Shorthand for tests of assessing: who assesses, what was printed where, a period, facts in short."""

import re

from qianliyan.assessment.actions import calculating, recording
from qianliyan.assessment.actions.parts import About
from qianliyan.assessment.models.recorded import FactName
from qianliyan.bulletins.actions import composing, printing, signing
from qianliyan.bulletins.models import Credit, Entry, Issue, Publication
from qianliyan.core import clock
from qianliyan.desk.actions import drafts, merging, submissions
from qianliyan.desk.models import Draft
from qianliyan.items.models import Submission
from qianliyan.offices.models import Post, Seat
from qianliyan.offices.powers import Power
from qianliyan.scoring.periods import Calendar

RULES = """
scheme: T
title: 试行办法
version: 1
subjects: [offices, persons]
rules:
  - {rule: 本级采用, clause: 第三条, column: 本级, when: {fact: adopted, level: city}, points: 2}
  - {rule: 省级采用, clause: 第四条, column: 上级, when: {fact: adopted, level: province}, points: 8}
  - {rule: 批示, clause: 第五条, column: 上级, when: {fact: instructed}, points: 10}
columns:
  - {column: 本级}
  - {column: 上级}
  - {column: 得分, formula: 本级 + 上级}
print: {places: 2}
"""


def year_of(day):
    return Calendar().year(day.year)


def this_year():
    return year_of(clock.today())


def label():
    return str(clock.today().year)


def assessor(world, office=None, name="考评"):
    """Somebody who keeps the assessment of an office."""
    code = "assessor"
    post = Post.objects.filter(code=code).first() or Post.objects.create(
        code=code, name="考核人员", powers=[Power.ASSESS.value], order=99
    )
    world.posts[code] = post
    office = office or world.city
    return world.seat(f"assessor{office.pk}", code, office, name)


def copy_of(submission, sender, receiver=None, **changes):
    """The same piece from another unit or to another office, as the bulk path makes them."""
    officer = Seat.objects.filter(office=sender).first()
    item = submission.item
    item.pk, item.uid, item.office, item.drafter = None, None, sender, officer.person
    item.uid = type(item)._meta.get_field("uid").default()
    item._state.adding = True
    item.save()
    version = submission.version
    version.pk, version.item, version._state.adding = None, item, True
    version.save()
    fresh = Submission.objects.get(pk=submission.pk)
    fresh.pk, fresh.uid, fresh._state.adding = None, Submission._meta.get_field("uid").default(), True
    fresh.item, fresh.version, fresh.sender, fresh.sender_name = item, version, sender, sender.name
    fresh.receiver = receiver or submission.receiver
    for name, value in changes.items():
        setattr(fresh, name, value)
    fresh.save()
    return fresh


def printed(world, *pieces, publication=None):
    """Print these submissions as one entry, with these weights, in an issue of the city."""
    editor, chief = world.seats["editor"], world.seats["chief"]
    found = [Submission.objects.get(pk=submission.pk) for submission, _weight in pieces]
    draft = merging.merge(found, by=editor) if len(found) > 1 else submissions.take(found[0], by=editor)
    draft = merging.share(draft, {submission.uid: weight for submission, weight in pieces}, by=editor)
    draft = drafts.hold_ready(draft, by=editor)
    issue = composing.start(publication or world.bulletin, by=chief)
    entry = composing.add(issue, draft, by=chief)
    issue = signing.send_for_signing(Issue.objects.get(pk=issue.pk), by=chief)
    printing.publish(signing.sign(issue, by=world.seats["secretary_general"]), by=chief)
    return Entry.objects.get(pk=entry.pk)


def printed_above(world, *credits_):
    """What the province printed, with the flat credits that printing writes for every level below."""
    person = world.seats["provincial_editor"].person
    text = {"title": "省里刊发的", "body": "正文", "kind": "problem", "form": "composite"}
    draft = Draft.objects.create(office=world.province, editor=person, state="printed", **text)
    bulletin, _new = Publication.objects.get_or_create(office=world.province, name="每日要情")
    number = Issue.objects.filter(publication=bulletin).count() + 1
    signed = {"signed_on": clock.today(), "year": clock.today().year, "number": number, "state": "printed"}
    issue = Issue.objects.create(publication=bulletin, office=world.province, composer=person, **signed)
    entry = Entry.objects.create(issue=issue, draft=draft, position=0, title=draft.title, body=draft.body)
    for submission, weight in credits_:
        Credit.objects.create(entry=entry, submission=submission, office=submission.sender, weight=weight)
    return entry


def adopted_outside(seat, entry, on=None, **attributes):
    """The province adopted it, on a network of its own."""
    about, paper = About(entry=entry), recording.Paper("省政府办公厅《采用情况通报》第3期")
    given = {"level": "province", "publication": "每日要情", **attributes}
    return recording.enter(
        FactName.ADOPTED, about, on=on or clock.today(), paper=paper, by=seat, details=recording.Details(given)
    )


def calculated(seat, text=None, scheme=None):
    """The year's standings, worked out at once."""
    ordered = calculating.order(text or label(), by=seat, scheme=scheme)
    return calculating.perform(ordered.pk)


def totals(calculation):
    """The printed totals of units with their points."""
    rows = calculation.standings.filter(unit__isnull=False)
    return {row.name: row.printed for row in rows}


def facts_in_short(facts):
    """(fact, item, units with weights) of each, without what differs from run to run."""
    return [
        (fact["fact"], fact.get("level", ""), {one["office"]: one.get("weight", 1) for one in fact["offices"]})
        for fact in facts
    ]


def page_of(answer):
    """What a page says, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))

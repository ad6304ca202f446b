"""visible_to, may_see and who_can_see are one thing said three ways; generated worlds hold them together."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from qianliyan.accounts.models import Person
from qianliyan.bulletins.models import Entry, Issue, Publication, Recipient
from qianliyan.core import clock
from qianliyan.desk.models import Draft
from qianliyan.items.models import Item, Submission, Version
from qianliyan.notices.models import Notice
from qianliyan.offices import audiences
from qianliyan.offices.audiences import may_see, visible_to, who_can_see
from qianliyan.offices.models import Office, Post, Seat
from qianliyan.offices.powers import Power

OFFICES = 3
PEOPLE = 3
SEATS = st.lists(
    st.tuples(
        st.integers(0, PEOPLE - 1),
        st.integers(0, OFFICES - 1),
        st.lists(st.sampled_from(list(Power)), max_size=3, unique=True),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)
THINGS = st.lists(
    st.tuples(st.integers(0, OFFICES - 1), st.integers(0, OFFICES - 1), st.integers(0, PEOPLE - 1), st.booleans()),
    min_size=1,
    max_size=4,
)


def offices() -> list[Office]:
    return [
        Office.objects.create(name=f"第{n}办公室", short_name=f"{n}办", level="city", network="vertical", path=f"/{n}/")
        for n in range(OFFICES)
    ]


def seated(rows, people, places) -> list[Seat]:
    since, today = date(2020, 1, 1), clock.today()
    seats = []
    for number, (person, office, powers, ended) in enumerate(rows):
        post = Post.objects.create(code=f"p{number}", name="岗", powers=[str(power) for power in powers])
        until = today - timedelta(days=1) if ended else None
        seats.append(
            Seat.objects.create(
                person=people[person], office=places[office], post=post, valid_from=since, valid_to=until
            )
        )
    return seats


def thing_of_every_model(here, there, person, printed, number):
    item = Item.objects.create(office=here, drafter=person, title="题")
    version = Version.objects.create(item=item, number=1, title="题", body="文", why="handed_over", by="", digest="")
    text = {"title": "题", "body": "文", "kind": "problem", "form": "single"}
    sent = {
        "sender": here,
        "sender_name": here.name,
        "receiver": there,
        "urgency": "ordinary",
        "characters": 1,
        "round": 1,
    }
    submission = Submission.objects.create(item=item, version=version, drafter_name="", **sent, **text)
    draft = Draft.objects.create(office=there, editor=person, **text)
    publication = Publication.objects.create(office=there, name=f"刊{number}")
    state = {"state": "printed", "number": 1, "year": 2026} if printed else {}
    issue = Issue.objects.create(publication=publication, office=there, composer=person, **state)
    Recipient.objects.create(issue=issue, office=here, name=here.name)
    entry = Entry.objects.create(issue=issue, draft=draft, position=1)
    entry.credits.create(submission=submission, office=here, weight=1)
    notice = Notice.objects.create(person=person, kind="to_do", url="/")
    return [item, submission, draft, publication, issue, entry, notice]


class Audiences(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(rows=SEATS, things=THINGS)
    def test_the_three_answers_agree(self, rows, things):
        places, people = offices(), [Person.objects.create(name=f"人{n}") for n in range(PEOPLE)]
        seats = seated(rows, people, places)
        made = [
            thing
            for number, (here, there, person, printed) in enumerate(things)
            for thing in thing_of_every_model(places[here], places[there], people[person], printed, number)
        ]
        made += [*places, *seats]

        for thing in made:
            witnesses = {witness.seat for witness in who_can_see(thing)}
            assert witnesses == {s for s in seats if s.holds_on(clock.today()) and may_see(s, thing)}
            for seat in seats:
                found = list(visible_to(type(thing), seat).filter(pk=thing.pk))
                assert found in ([thing], []), "a thing is found at most once"


def test_every_model_with_a_uid_that_people_meet_has_an_audience():
    declared = {model.__name__ for model in audiences.declared()}

    assert declared >= {"Item", "Submission", "Draft", "Publication", "Issue", "Entry", "Notice", "Office", "Seat"}


def test_a_model_without_an_audience_is_never_visible(world, officer):
    with pytest.raises(KeyError):
        visible_to(Post, officer)


def test_other_units_see_nothing_of_an_item(world, officer, neighbour, outsider, editor):
    item = Item.objects.create(office=world.county, drafter=officer.person, title="x")

    assert {role: may_see(world.seats[role], item) for role in ("officer", "neighbour", "outsider", "editor")} == {
        "officer": True,
        "neighbour": False,
        "outsider": False,
        "editor": False,
    }

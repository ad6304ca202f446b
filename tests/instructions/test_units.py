"""To which units an instruction may go, and where their notices lead."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from qianliyan.core import clock
from qianliyan.core.errors import Unreadable
from qianliyan.files.actions import content_of
from qianliyan.files.models import File
from qianliyan.instructions.actions import forwarding, proposing
from qianliyan.instructions.models import Forwarding, Proposal
from qianliyan.notices.models import Notice
from tests.instructions.steps import decided, forwarded, photo, presented, registered


def test_an_instruction_goes_only_to_units_below_the_office(world, chief):
    instruction, day = decided(world), clock.today() + timedelta(days=5)

    with pytest.raises(Unreadable, match="省政府办公厅不是本单位的下级单位"):
        forwarding.forward(instruction, by=chief, units=[world.department, world.province], due_on=day)
    assert Forwarding.objects.count() == 0

    forwarding.forward(instruction, by=chief, units=[world.department], due_on=day)
    with pytest.raises(Unreadable, match="不能列为承办单位"):
        forwarding.add_unit(instruction, by=chief, unit=world.province, due_on=day)
    assert [one.office for one in Forwarding.objects.all()] == [world.department]


def test_nobody_else_is_proposed_either(world, chief):
    with pytest.raises(Unreadable, match="不能列为承办单位"):
        proposing.propose(registered(world), by=chief, text="拟转。", units=[world.province])

    assert Proposal.objects.count() == 0


def test_the_notice_of_a_recall_leads_to_what_is_left(world, outsider, chief, sign_in):
    instruction = forwarded(world, world.department, world.county)
    row = Forwarding.objects.get(instruction=instruction, office=world.department)

    forwarding.recall(row, by=chief, words="与职责无关")

    notice = Notice.objects.filter(person=outsider.person).latest("pk")
    assert (notice.url, sign_in(outsider).get(notice.url).status_code) == (reverse("instructions:errands"), 200)


def test_a_refused_circle_keeps_no_scan(world, secretary, mayor, sign_in):
    reader = presented(world).readers.get()
    scan = photo(secretary)
    before = File.objects.count()
    address, browser = reverse("instructions:paper_circle", args=[reader.uid]), sign_in(secretary)

    def sheet():
        return SimpleUploadedFile("圈阅.jpg", content_of(scan) + b"\n", content_type="image/jpeg")

    first = browser.post(address, {"scan": sheet()})
    again = browser.post(address, {"scan": sheet()})

    assert (first.status_code, again.status_code, File.objects.count()) == (302, 422, before + 1)

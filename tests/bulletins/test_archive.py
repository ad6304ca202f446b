"""The archive package of an issue, the year's binding list and yearbook, and the shelf with its search."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client
from django.urls import reverse

from qianliyan.bulletins.actions import recalling, signing
from qianliyan.bulletins.actions.publications import add_series
from qianliyan.bulletins.models import Issue
from qianliyan.core import clock
from qianliyan.files.digests import sm3
from qianliyan.files.models import Making
from qianliyan.offices.models import Seat
from tests.bulletins.ordering import filed, handed_out
from tests.bulletins.test_file import text_of
from tests.thread import BODY, TITLE, printed_issue, signed_issue
from tests.world import World

SignIn = Callable[[Seat], Client]


def package_of(client: Client, issue: Issue) -> dict[str, bytes]:
    content = handed_out(client, reverse("bulletins:issue_makings", args=[issue.uid]), "package")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def numbers_on(client: Client, **asked: object) -> list[str]:
    return [one.issue.number_text for one in client.get(reverse("bulletins:shelf"), asked).context["volumes"]]


def test_the_package_holds_print_data_sources_and_record_with_digests(world: World, sign_in: SignIn, chief: Seat):
    issue = filed(world)

    parts = package_of(sign_in(chief), issue)

    listed = {one["name"]: one for one in json.loads(parts.pop("manifest.json"))["files"]}
    assert set(listed) == set(parts)
    assert {name: (one["size"], one["sha256"], one["sm3"]) for name, one in listed.items()} == {
        name: (len(part), hashlib.sha256(part).hexdigest(), sm3(part)) for name, part in parts.items()
    }
    assert TITLE in text_of(parts["print/issue.pdf"])
    assert parts["print/issue.docx"][:2] == b"PK"
    assert parts["sources/01/submission-01.txt"].decode() == f"{TITLE}\n\n{BODY}\n"
    assert json.loads(parts["sources/01/submission-01.json"])["signatory"] == "方远"
    assert [one["decision"] for one in json.loads(parts["record/sign-offs.json"])] == ["同意"]


def test_metadata_say_the_same_as_xml_and_as_json(world: World, sign_in: SignIn, chief: Seat):
    parts = package_of(sign_in(chief), filed(world))

    data, tree = json.loads(parts["metadata.json"]), fromstring(parts["metadata.xml"].decode())  # noqa: S314 - our own
    assert (data["number"], data["entries"]) == ("第1期", [TITLE])
    assert (tree.findtext("number"), [one.text for one in tree.findall("entry")]) == ("第1期", [TITLE])


def test_the_same_issue_gives_the_same_package(world: World, sign_in: SignIn, chief: Seat):
    issue, client = filed(world), sign_in(chief)

    assert package_of(client, issue) == package_of(client, issue)


@pytest.mark.parametrize("role", ["officer", "provincial_editor"])
def test_nobody_else_gets_the_package(world: World, sign_in: SignIn, role: str):
    issue = filed(world)

    sign_in(world.seats[role]).post(reverse("bulletins:issue_makings", args=[issue.uid]), {"what": "package"})

    assert Making.objects.count() == 0


def test_the_binding_list_leaves_no_number_out(world: World, sign_in: SignIn, chief: Seat):
    printed_issue(world)
    signing.void(signed_issue(world), by=chief, reason="数据有误")
    recalling.reserve(world.bulletin, by=chief, on=clock.today(), signatory="宋衡")
    extra = add_series(world.bulletin, by=chief, name="增刊", number_format="增刊第{number}期")
    recalling.reserve(world.bulletin, by=chief, on=clock.today(), signatory="宋衡", series=extra)
    year = clock.today().year

    address = reverse("bulletins:year_makings", args=[world.bulletin.uid, year])

    text = text_of(handed_out(sign_in(chief), address, "binding"))

    for words in (f"《政务信息》{year}年稿件卷目录", "共4期", "第1期", "第2期", "作废", "第3期", "纸质印发"):
        assert words in text
    assert text.count(TITLE[:8]) == 1
    assert text.index("第3期") < text.index("增刊第1期")


def test_the_yearbook_goes_by_subject_and_has_an_index_by_unit(world: World, sign_in: SignIn, chief: Seat):
    printed_issue(world, kind="experience")
    printed_issue(world, title="全市秋粮收购进展")
    year = clock.today().year

    address = reverse("bulletins:year_makings", args=[world.bulletin.uid, year])
    text = text_of(handed_out(sign_in(chief), address, "yearbook"))

    assert f"{year}年汇编" in text
    assert text.index("经验") < text.index("动态")
    assert "单位索引" in text[text.index("全市秋粮收购进展") :]


def test_a_year_without_issues_has_no_papers(world: World, sign_in: SignIn, chief: Seat):
    address = reverse("bulletins:year_makings", args=[world.bulletin.uid, 2001])

    sign_in(chief).post(address, {"what": "yearbook"})

    assert Making.objects.count() == 0


def test_the_shelf_is_searched_by_words_of_titles_and_by_number(
    world: World, sign_in: SignIn, chief: Seat, officer: Seat
):
    printed_issue(world)
    printed_issue(world, title="全市秋粮收购进展")
    client = sign_in(chief)

    assert numbers_on(client, q="秋粮") == ["第2期"]
    assert numbers_on(client, q="第1期") == ["第1期"]
    assert numbers_on(client, q="没有的词") == []
    assert numbers_on(client, year=clock.today().year) == ["第2期", "第1期"]
    assert numbers_on(sign_in(officer), q="秋粮") == ["第2期"]
    assert numbers_on(sign_in(world.seats["provincial_editor"]), q="秋粮") == []

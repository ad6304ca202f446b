"""Ordering what the worker makes, as people do on the pages."""

from django.test import Client

from qianliyan.bulletins.actions import printing
from qianliyan.bulletins.models import Issue, PrintOrder
from qianliyan.files.making import perform
from qianliyan.files.models import Making
from tests.thread import printed_issue
from tests.world import World


def handed_out(client: Client, address: str, what: str) -> bytes:
    """Order a file, let the worker make it, and fetch it."""
    page = client.post(address, {"what": what}).headers["Location"]
    perform(Making.objects.latest("pk").pk)
    return b"".join(client.get(f"{page}file/").streaming_content)


def filed(world: World) -> Issue:
    """A printed issue whose file is made."""
    issue = printed_issue(world)
    printing.make_file(PrintOrder.objects.get().pk)
    return issue

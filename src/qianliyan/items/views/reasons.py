"""Steps that ask for a reason on a page of their own: 改稿重签, 撤回, 作废."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from qianliyan.core.errors import Text, Unreadable
from qianliyan.core.web import Request, page, respond, seated
from qianliyan.items.actions import review, sending, writing
from qianliyan.items.forms.review import ReasonForm
from qianliyan.items.models import Item
from qianliyan.items.views.finding import item_of, submission_of


@dataclass(frozen=True)
class Question:
    """What is asked before the step, and what is said after it."""

    title: Text
    text: Text
    label: Text
    done: Text


VOID = Question(
    gettext_lazy("改稿重签"),
    gettext_lazy("原签发作废并留痕，稿件退回拟稿状态；改好后重新送审、签发。只改错别字的，请用“文字订正”。"),
    gettext_lazy("作废原签发，开始改稿"),
    gettext_lazy("原签发已作废，可以改稿了。"),
)
WITHDRAW = Question(
    gettext_lazy("撤回报送"),
    gettext_lazy("收稿单位会看到“撤回”和您写的理由，请写得中性，例如“情况有新变化，核实后再报”。"),
    gettext_lazy("撤回"),
    gettext_lazy("已撤回，稿件回到拟稿状态。"),
)
DISCARD = Question(
    gettext_lazy("作废稿件"),
    gettext_lazy("作废后不再出现在列表里，各稿仍然保留。"),
    gettext_lazy("作废"),
    gettext_lazy("已作废。"),
)


@seated
def voiding(request: Request, uid: UUID) -> HttpResponse:
    """Void the signature, so that the text can be changed."""
    return _ask(request, item_of(request, uid), VOID, review.void_signature)


@seated
def disposal(request: Request, uid: UUID) -> HttpResponse:
    """Give an item up."""
    return _ask(request, item_of(request, uid), DISCARD, writing.discard)


@seated
def withdrawal(request: Request, uid: UUID) -> HttpResponse:
    """Take a submission back."""
    submission = submission_of(request, uid)
    return _ask(request, submission.item, WITHDRAW, sending.withdraw, about=submission)


def _ask(
    request: Request, item: Item, question: Question, act: Callable[..., Any], *, about: Any = None
) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        if not form.is_valid():
            raise Unreadable(_("理由最多500字，请写短一些。"))
        act(about or item, by=request.seat, reason=form.cleaned_data["reason"])
        messages.success(request, str(question.done))
        return respond(request, to="items:item", uid=item.uid)
    context = {
        "question": question,
        "form": form,
        "item": item,
        "action": request.path,
        "back": reverse("items:item", args=[item.uid]),
    }
    return page(request, "items/reason.html", context)

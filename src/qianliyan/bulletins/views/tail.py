"""Editor's note, 报、送、发 and print run of an issue in the making."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from qianliyan.bulletins.actions import composing
from qianliyan.bulletins.forms.issue import TailForm
from qianliyan.bulletins.permissions import may_compose
from qianliyan.bulletins.queries.issues import issues_seen_by
from qianliyan.bulletins.states import IssueState
from qianliyan.bulletins.views.given import place
from qianliyan.core.web import Request, seated


@seated
def edit(request: Request, uid: UUID) -> HttpResponse:
    """Show the form and take it back; what is no longer composed is only shown."""
    issue = get_object_or_404(issues_seen_by(request.seat), uid=uid)
    if request.method != "POST" and (issue.state != IssueState.COMPOSING or not may_compose(request.seat, issue)):
        return redirect("bulletins:issue", uid=issue.uid)
    place(request, issue)
    form = TailForm(request.POST or None, instance=issue, initial={"revision": issue.revision})
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        composing.set_tail(issue, by=request.seat, revision=fields.pop("revision"), **fields)
        return redirect("bulletins:issue", uid=issue.uid)
    context = {"form": form, "issue": issue}
    return render(request, "bulletins/issue_form.html", context, status=422 if form.errors else 200)

"""The person's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from qianliyan.accounts.actions import change_password
from qianliyan.accounts.forms import PasswordForm
from qianliyan.core.web import Request
from qianliyan.history.actors import SYSTEM


@sensitive_post_parameters()
@login_required
def edit(request: Request) -> HttpResponse:
    """Change the password; a first password has to be changed before anything else."""
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = change_password(request.user, form.cleaned_data["new_password1"], by=request.seat or SYSTEM)
        update_session_auth_hash(request, user)
        messages.success(request, _("密码已修改。"))
        return redirect("workbench:today")
    return render(request, "accounts/password.html", {"form": form}, status=422 if form.errors else 200)

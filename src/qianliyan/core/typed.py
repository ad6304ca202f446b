"""What somebody typed into a form that could not be carried out, so that a failure page can hand it back."""

from django.http import HttpRequest

HIDDEN = {"csrfmiddlewaretoken", "once", "version", "next"}


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the form's fields that hold text, without passwords and machinery."""
    if request.method != "POST":
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if isinstance(value, str) and value.strip() and name not in HIDDEN and "password" not in name
    ]

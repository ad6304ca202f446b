"""What the shell around every page needs: rail, bell, seats."""

from typing import Any

from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the shell's context."""
    return {"shell": {"system_name": "千里眼", "groups": []}}

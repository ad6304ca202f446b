"""Static files: copied and compressed once per change, so that a new version serves its own files."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.management import call_command

# What the bundles already hold: HTMX comes with app.js, the small style sheets with app.css.
BUNDLED = ["django_htmx", "core/css/*"]


def collect() -> bool:
    """Collect the static files unless they are the ones of last time; tell whether there was something to do."""
    if not isinstance(staticfiles_storage, ManifestFilesMixin):
        return False
    stamp, wanted = Path(settings.STATIC_ROOT) / ".stamp", digest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=BUNDLED)
    stamp.write_text(wanted, encoding="ascii")
    return True


def digest() -> str:
    """Return one digest of all static files with their names."""
    total = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: str(found[0])):
            total.update(str(path).encode())
            with storage.open(path) as file:
                total.update(file.read())
    return total.hexdigest()

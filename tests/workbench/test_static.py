from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

from qianliyan.workbench.serving.static import collect, digest


@pytest.fixture
def compressed(settings, tmp_path):
    """The storage of a real installation."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    return tmp_path


def test_static_files_are_collected_once_and_again_only_after_a_change(compressed):
    assert (collect(), collect()) == (True, False)
    assert (Path(compressed) / staticfiles_storage.stored_name("core/icons.svg")).is_file()

    (Path(compressed) / ".stamp").write_text("of an older version")

    assert (collect(), (Path(compressed) / ".stamp").read_text()) == (True, digest())


def test_a_developers_server_collects_nothing(db):
    assert collect() is False

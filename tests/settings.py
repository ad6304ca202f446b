"""The product's settings for tests: an own home, a fast hasher, mail kept in memory."""

import os
import tempfile

os.environ.setdefault("QIANLIYAN_HOME", tempfile.mkdtemp(prefix="qianliyan-tests-"))
os.environ["QIANLIYAN_TESTING"] = "1"
os.environ["QIANLIYAN_HOSTS"] = "testserver localhost 127.0.0.1"

from pathlib import Path

from qianliyan.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECRET_KEY = "only-for-tests-" + "x" * 40
WHITENOISE_AUTOREFRESH = True
PROJECT = Path(__file__).resolve().parents[1]
if (PROJECT / "var" / "fonts.json").exists():
    FONTS = PROJECT / "var" / "fonts.json"

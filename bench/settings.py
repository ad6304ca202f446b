"""The product's settings as they run, with templates cached and one page more: the bare list."""

import os

os.environ.setdefault("QIANLIYAN_TESTING", "1")

from tests.settings import *  # noqa: F403

ROOT_URLCONF = "bench.bare"

"""Start the product on this machine: `make run` calls this after the set-up.

An empty database becomes the demo city; an installation made with `qianliyan init` is only served. Everything lies
under var/demo unless QIANLIYAN_HOME says otherwise. Further arguments (--host, --port) go to `qianliyan serve`.
"""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Bring the tables to the present state, fill an empty database, then become the supervisor."""
    os.chdir(ROOT)
    os.environ.setdefault("QIANLIYAN_HOME", str(ROOT / "var" / "demo"))
    os.environ.setdefault("QIANLIYAN_FONTS", str(ROOT / "var" / "fonts.json"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qianliyan.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    if is_empty():
        whole = bool(os.environ.get("QIANLIYAN_WHOLE_DEMO"))
        print("第一次运行，正在生成演示数据……（要一市一年多的：QIANLIYAN_WHOLE_DEMO=1，约两分钟）", flush=True)
        call_command("demo", verbosity=0, small=not whole)
    arguments = [sys.executable, "-m", "qianliyan", "serve", *sys.argv[1:]]
    os.execv(sys.executable, arguments)  # noqa: S606 - our own program


def is_empty() -> bool:
    """Tell whether nothing stands in the database yet."""
    from qianliyan.workbench.installation import Nature, nature  # noqa: PLC0415 - needs Django to be set up

    return nature() == Nature.EMPTY


if __name__ == "__main__":
    main()

"""`qianliyan worker`: the task worker, which speaks only when something went wrong."""

import logging

from django_tasks_db.compat import TASKS_LOGGER
from django_tasks_db.management.commands.db_worker import Command as Worker


class Command(Worker):
    help = "后台任务：排版、导入等。由 serve 启动，一般不单独运行。"

    def configure_logging(self, verbosity: int) -> None:
        """Tell every task only when asked for details; failures are always told."""
        level = logging.INFO if verbosity > 1 else logging.WARNING
        for name in (TASKS_LOGGER, "django_tasks_db"):
            logging.getLogger(name).setLevel(level)

"""One settings module; what differs between installations comes from the environment.

Every variable is listed in docs/operate/configure.md (a test compares).
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from qianliyan.config.environment import flag, secret_key, words

SOURCE = Path(__file__).resolve().parents[1]
HOME = Path(os.environ.get("QIANLIYAN_HOME", Path.cwd() / "var")).resolve()

SYSTEM_NAME = os.environ.get("QIANLIYAN_SYSTEM_NAME", "千里眼")
DEBUG = flag("QIANLIYAN_DEBUG", default=False)
DEMO = flag("QIANLIYAN_DEMO", default=False)
SECRET_KEY = secret_key(HOME)
ALLOWED_HOSTS = words("QIANLIYAN_HOSTS", "localhost 127.0.0.1 [::1]")
CSRF_TRUSTED_ORIGINS = words("QIANLIYAN_ORIGINS", "")

INSTALLED_APPS = [
    "qianliyan.core",
    "qianliyan.history",
    "qianliyan.accounts",
    "qianliyan.offices",
    "qianliyan.configuration",
    "qianliyan.files",
    "qianliyan.notices",
    "qianliyan.search",
    "qianliyan.proofing",
    "qianliyan.planning",
    "qianliyan.items",
    "qianliyan.desk",
    "qianliyan.bulletins",
    "qianliyan.instructions",
    "qianliyan.assessment",
    "qianliyan.workbench",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "qianliyan.offices.middleware.SeatMiddleware",
    "qianliyan.core.middleware.TakenWords",
    "qianliyan.core.middleware.DomainErrors",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "qianliyan.config.urls"
WSGI_APPLICATION = "qianliyan.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "qianliyan.workbench.shell.shell",
            ],
            "builtins": ["qianliyan.core.templatetags.qianliyan"],
        },
    }
]

# --- database -------------------------------------------------------------------------------------------------------
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("QIANLIYAN_DATABASE", f"sqlite:///{HOME / 'qianliyan.sqlite3'}"), conn_max_age=600
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=wal; PRAGMA synchronous=normal; PRAGMA busy_timeout=30000",
    }
else:
    # Compiling a statement of the search would take many times longer than running it.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
ATOMIC_REQUESTS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- people and sessions --------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "qianliyan.accounts.backends.SignIn"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "qianliyan.accounts.passwords.ThreeOfFourClasses"},
]
LOGIN_URL = "accounts:session"
LOGIN_REDIRECT_URL = "workbench:today"
LOGOUT_REDIRECT_URL = "accounts:session"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = flag("QIANLIYAN_HTTPS", default=False)
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "qianliyan.accounts.views.session.locked_out"
AXES_VERBOSE = False

# --- headers --------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_HANDLERS = [
    "qianliyan.files.uploads.SizeLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
CSRF_FAILURE_VIEW = "qianliyan.core.views.failure.csrf_failure"

# --- language, time, files --------------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", "English")]
LOCALE_PATHS = [SOURCE / "locale"]
TIME_ZONE = os.environ.get("QIANLIYAN_TIME_ZONE", "Asia/Shanghai")
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or flag("QIANLIYAN_TESTING", default=False)
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Pages name hashed files only; compressing the plain ones too would double the time of the first start.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_USE_FINDERS = DEBUG or flag("QIANLIYAN_TESTING", default=False)
MEDIA_ROOT = HOME / "files"
FONTS = Path(os.environ.get("QIANLIYAN_FONTS", HOME / "fonts.json"))

# --- tasks, mail, log -------------------------------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("QIANLIYAN_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("QIANLIYAN_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("QIANLIYAN_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("QIANLIYAN_SMTP_PASSWORD", "")
EMAIL_USE_TLS = flag("QIANLIYAN_SMTP_TLS", default=False)
EMAIL_TIMEOUT = 10
# Where units send what they do not enter themselves, and whose mailbox it is.
MAILBOX = os.environ.get("QIANLIYAN_MAILBOX", "")
MAILBOX_OFFICE = os.environ.get("QIANLIYAN_MAILBOX_OFFICE", "")
DEFAULT_FROM_EMAIL = os.environ.get("QIANLIYAN_MAIL_FROM", "qianliyan@localhost")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"qianliyan": {"level": "INFO"}, "axes": {"level": "ERROR"}},
}
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "axes.W003"]

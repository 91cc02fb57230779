"""Every setting, from the environment only (docs/settings.md names them all).

HANDRAIL_HOME            the installation's folder                      handrail-home
HANDRAIL_DATABASE_URL    postgresql://user@host/name                    encrypted SQLite in the folder
HANDRAIL_REACH           here | own | proxy                             here
HANDRAIL_ADDRESS         https://handrail.example.org (own and proxy)   http://localhost:PORT
PORT                     where the web server listens                   8000
"""

import os
import secrets
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from handrail.kit.keys import Keys, KeyTrouble, read_keys
from handrail.project.place import Place

PLACE = Place.here()
PLACE.load_settings()

try:
    _keys = read_keys(PLACE.keys)
    HANDRAIL_KEY_TROUBLE = ""
except KeyTrouble as trouble:
    # Checks and translations run without keys; whatever touches data refuses with this sentence.
    _keys, HANDRAIL_KEY_TROUBLE = Keys("", "", secrets.token_hex(32)), str(trouble)

SECRET_KEY = _keys.session
HANDRAIL_AUDIT_KEY = bytes.fromhex(_keys.audit)
HANDRAIL_FIELD_KEY = bytes.fromhex(_keys.database)

# How it is reached

REACH = os.environ.get("HANDRAIL_REACH", "here")
PORT = int(os.environ.get("PORT", "8000"))
if REACH not in ("here", "own", "proxy"):
    raise ImproperlyConfigured("HANDRAIL_REACH must be here, own or proxy.")
ADDRESS = os.environ.get("HANDRAIL_ADDRESS", f"http://localhost:{PORT}").rstrip("/")
_address = urlsplit(ADDRESS)
if REACH != "here" and (_address.scheme != "https" or not _address.hostname):
    raise ImproperlyConfigured("Set HANDRAIL_ADDRESS to the full https:// address that people will type.")

DEBUG = os.environ.get("HANDRAIL_DEBUG") == "1"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"] if REACH == "here" else [_address.hostname or ""]
CSRF_TRUSTED_ORIGINS = [] if REACH == "here" else [ADDRESS]
HANDRAIL_BARE_ADDRESS = {"127.0.0.1", "[::1]"}  # sent on to localhost: a passkey refuses a bare address

_over_tls = REACH != "here"
SECURE_SSL_REDIRECT = _over_tls
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if REACH == "proxy" else None
SECURE_HSTS_SECONDS = 31_536_000 if _over_tls else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _over_tls
SECURE_HSTS_PRELOAD = _over_tls
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
HANDRAIL_BEHIND_PROXY = REACH == "proxy"

# Apps, from the top layer down

INSTALLED_APPS = [
    "handrail.project",
    "handrail.home",
    "handrail.exchange",
    "handrail.contacts",
    "handrail.crisis",
    "handrail.directives",
    "handrail.plans",
    "handrail.people",
    "handrail.scope",
    "handrail.learning",
    "handrail.accounts",
    "handrail.audit",
    "handrail.jobs",
    "handrail.ui",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "handrail.project.middleware.Headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # `check --deploy` asks for it by name; Headers has the last word
    "handrail.project.middleware.OneAlphabet",
    "handrail.project.middleware.BareAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "handrail.contacts.middleware.OnlyThisPage",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "handrail.accounts.middleware.Frame",
    "handrail.project.middleware.Refusals",  # last, so that the frame keeps its record around the answer
]

ROOT_URLCONF = "handrail.project.urls"
WSGI_APPLICATION = "handrail.project.wsgi.application"
FORM_RENDERER = "handrail.ui.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": ["handrail.ui.quick.Loader"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "handrail.home.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "handrail.ui.templatetags.kept", "handrail.ui.templatetags.ui"],
        },
    }
]

# The database

DATABASE_URL = os.environ.get("HANDRAIL_DATABASE_URL", "")
if DATABASE_URL:
    _url = urlsplit(DATABASE_URL)
    if _url.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("HANDRAIL_DATABASE_URL must begin with postgresql://")
    _host = unquote(_url.hostname or "")
    if _host.startswith("/"):  # the folder of a socket keeps its capitals, a name has none
        _host = unquote(_url.netloc.rpartition("@")[2].partition(":")[0])
    DATABASES = {
        "default": {
            "ENGINE": "handrail.kit.postgresql",
            "NAME": unquote(_url.path.lstrip("/")),
            "USER": unquote(_url.username or ""),
            "PASSWORD": unquote(_url.password or ""),
            "HOST": _host,
            "PORT": str(_url.port or ""),
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
            # Who reaches whom makes long questions: PostgreSQL plans them for longer than it takes to answer them (a person's page:
            # 36 ms against 7). Asked again on a connection, a question is planned once for all, whatever the values. Nor is it
            # made into machine code first (jit): that pays where one runs for seconds, and cost three for a list of fifty people.
            "OPTIONS": {
                "server_side_binding": True,
                "prepare_threshold": 1,
                # A server that went away without a word is noticed within a minute, also by a connection at rest.
                "keepalives_idle": 30,
                "keepalives_interval": 10,
                "keepalives_count": 3,
                "options": "-c jit=off -c plan_cache_mode=force_generic_plan",
            },
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "handrail.kit.sqlcipher",
            "NAME": str(PLACE.database),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "cipher_key": _keys.database,
                "key_trouble": HANDRAIL_KEY_TROUBLE,
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
            },
            "TEST": {"NAME": os.environ.get("HANDRAIL_TEST_DATABASE")},
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Signing in

AUTH_USER_MODEL = "accounts.Login"
AUTHENTICATION_BACKENDS = ["handrail.accounts.sign_in.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:today"
PASSWORD_HASHERS = ["handrail.accounts.sign_in.Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "handrail.accounts.passwords.NotEndless"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "handrail.accounts.passwords.NotGuessable"},
]
ACCOUNT_ADAPTER = "handrail.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "handrail.accounts.forms.SignInForm",
    "reauthenticate": "handrail.accounts.forms.PasswordAgainForm",
    "set_password": "handrail.accounts.forms.PasswordForm",
    "change_password": "handrail.accounts.forms.NewPasswordForm",
}
MFA_FORMS = {
    "authenticate": "handrail.accounts.forms.CodeForm",
    "reauthenticate": "handrail.accounts.forms.CodeAgainForm",
    "activate_totp": "handrail.accounts.forms.FirstCodeForm",
    "add_webauthn": "handrail.accounts.forms.PasskeyForm",
    "edit_webauthn": "handrail.accounts.forms.PasskeyNameForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = False  # counted in accounts/lockout.py, which holds across workers
MFA_ADAPTER = "handrail.accounts.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = REACH == "here"
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a passkey is both steps in one: the device checks who holds it
MFA_TOTP_ISSUER = "Handrail"
MFA_TOTP_TOLERANCE = 1  # half a minute for slow typing and wrong clocks; each code still works once (accounts/lockout.py)
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}  # a whole office signs in from one address at nine
USERSESSIONS_TRACK_ACTIVITY = False

# Sessions: how long is decided in accounts/sessions.py

SESSION_ENGINE = "handrail.accounts.session_store"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "handrail"
SESSION_COOKIE_SECURE = _over_tls
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "handrail_form"
CSRF_COOKIE_SECURE = _over_tls
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "handrail.project.errors.stale_form"
HANDRAIL_IDLE_SECONDS = int(os.environ.get("HANDRAIL_IDLE_SECONDS", "900"))
HANDRAIL_IDLE_SHARED_SECONDS = int(os.environ.get("HANDRAIL_IDLE_SHARED_SECONDS", "300"))
HANDRAIL_LONGEST_SECONDS = 12 * 60 * 60

# Headers, in the shape of Django 6, so that the upgrade deletes our middleware

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-src": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "manifest-src": ["'self'"],
}
SECURE_REFERRER_POLICY = "same-origin"  # nothing to others; with "no-referrer" browsers send "Origin: null" with our own forms
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Words, time, files

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [Path(__file__).parent.parent / "locale"]
LANGUAGE_COOKIE_NAME = "handrail_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# `handrail up` gathers these files under names that change with their content, compressed (commands/static.py).
_gathered = (PLACE.home / "static" / "staticfiles.json").exists() and not DEBUG
STATIC_ROOT = PLACE.home / "static" if _gathered else None
WHITENOISE_USE_FINDERS = not _gathered
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else's pages use our files
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "handrail.project.gathered.Gathered"
        if _gathered
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# A file never lies on a disk in plain text, nor whole in memory but for a scan of a few megabytes.
FILE_UPLOAD_HANDLERS = [
    "handrail.plans.uploads.ScanSent",  # a scan of a page, at most 10 MB: looked through in memory, then sealed
    "handrail.exchange.uploads.Sealed",  # any other file never lies on a disk in plain text, nor whole in memory
]

EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # Handrail sends no mail yet

LOGGING_CONFIG = "handrail.project.logs.configure"
LOGGING = {"level": os.environ.get("HANDRAIL_LOG_LEVEL", "INFO"), "to": sys.stderr}
SILENCED_SYSTEM_CHECKS: list[str] = []

"""Everything that differs between tenants comes from the environment; a build runs without most of it."""

import os
from pathlib import Path

environment = os.environ.get
BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ["SECRET_KEY"]

# Visitors come through NGINX: the Host is the tenant's own, and the scheme is in a header.
ALLOWED_HOSTS = [environment("TENANT_DOMAIN", ""), *environment("TENANT_ALIASES", "").replace(",", " ").split()]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "guestbook",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "guestbook.urls"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": environment("DATABASE_HOST"),
        "PORT": environment("DATABASE_PORT"),
        "NAME": environment("DATABASE_NAME"),
        "USER": environment("DATABASE_USER"),
        "PASSWORD": environment("DATABASE_PASSWORD"),
        "CONN_MAX_AGE": 60,
    }
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": environment("CACHE_DIRECTORY", "cache"),
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
MEDIA_ROOT = Path(environment("STATE_DIRECTORY", "."), "uploads")
TIME_ZONE = environment("TZ", "UTC")
USE_TZ = True

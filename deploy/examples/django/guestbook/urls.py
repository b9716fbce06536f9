from django.contrib import admin
from django.urls import path, re_path

from . import views

urlpatterns = [
    path("", views.page),
    path("admin/", admin.site.urls),
    path("api/health", views.health),
    path("api/notes", views.notes),
    path("api/about", views.about),
    re_path(r"^api/files/(?P<name>\w[\w.-]{0,99})$", views.file),
]

"""A guest book: notes in PostgreSQL, files in the tenant's storage, a page about the site in its cache."""

import json
import os

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from .models import Note


def health(request):
    Note.objects.exists()
    return JsonResponse({"status": "up"})


def notes(request):
    if request.method == "POST":
        Note.objects.create(text=json.loads(request.body)["text"])
        return HttpResponse(status=201)
    return JsonResponse([note.text for note in Note.objects.all()[:100]], safe=False)


def file(request, name):
    if request.method == "PUT":
        default_storage.delete(name)
        default_storage.save(name, ContentFile(request.body))
        return HttpResponse(status=201)
    if not default_storage.exists(name):
        raise Http404
    return FileResponse(default_storage.open(name))


def about(request):
    made = {"tenant": os.environ["TENANT_SLUG"], "domain": os.environ["TENANT_DOMAIN"], "madeAt": timezone.now()}
    return JsonResponse(cache.get_or_set("about", made))


def page(request):
    return render(request, "page.html", {"notes": Note.objects.all()[:100]})

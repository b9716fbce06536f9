from django.db import models


class Note(models.Model):
    text = models.CharField(max_length=1000)
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

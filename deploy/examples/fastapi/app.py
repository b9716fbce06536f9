"""A guest book: notes in PostgreSQL, files in the tenant's storage, a page about the site in its cache."""

import json
import os
from datetime import datetime, timezone
from html import escape
from pathlib import Path as File

import asyncpg
from fastapi import Body, FastAPI, HTTPException, Path, Request
from fastapi.responses import FileResponse, HTMLResponse

UPLOADS = File(os.environ["STATE_DIRECTORY"], "uploads")
ABOUT = File(os.environ["CACHE_DIRECTORY"], "about.json")
NAME = Path(regex=r"^\w[\w.-]{0,99}$")
app = FastAPI(title="Guest book")


@app.on_event("startup")
async def open_pool():
    app.state.database = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=1, max_size=5)


@app.get("/api/health")
async def health():
    await app.state.database.fetchval("select 1")
    return {"status": "up"}


@app.get("/api/notes")
async def notes():
    rows = await app.state.database.fetch("select text from note order by id desc limit 100")
    return [row["text"] for row in rows]


@app.post("/api/notes", status_code=201)
async def write(text: str = Body(embed=True, min_length=1, max_length=1000)):
    await app.state.database.execute("insert into note (text) values ($1)", text)


@app.put("/api/files/{name}", status_code=201)
async def store(request: Request, name: str = NAME):
    (UPLOADS / name).write_bytes(await request.body())


@app.get("/api/files/{name}")
async def file(name: str = NAME):
    if not (UPLOADS / name).is_file():
        raise HTTPException(404)
    return FileResponse(UPLOADS / name)


@app.get("/api/about")
async def about():
    if not ABOUT.exists():
        made_at = datetime.now(timezone.utc).isoformat()
        ABOUT.write_text(json.dumps({"tenant": os.environ["TENANT_SLUG"], "domain": os.environ["TENANT_DOMAIN"], "madeAt": made_at}))
    return json.loads(ABOUT.read_text())


@app.get("/", response_class=HTMLResponse)
async def page():
    items = "".join(f"<li>{escape(text)}</li>" for text in await notes())
    return f"<!doctype html><title>Guest book</title><h1>Guest book</h1><ul>{items}</ul>"

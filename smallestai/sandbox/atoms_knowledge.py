"""Knowledge bases: what agents can look things up in, as files, texts and pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from .atoms_files import safe_name, size_of, upload_url
from .atoms_operations import OpenInputs, open_operation
from .atoms_plan import require_feature, require_room
from .atoms_records import AGENTS
from .atoms_resources import Resource, done, stamped
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok, timestamp
from .store import new_id

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = "/atoms/v1/knowledgebase"
ONE = f"{PATH}/{{id}}"
ITEMS = "knowledge_items"
PAGES = "knowledge_pages"

_READING = 0.5  # of the time that something is processed; before that it waits
_KINDS = (
    *("application/pdf", "text/plain", "text/csv", "text/markdown", "application/json"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
_MOST_BYTES = 50 * 1024 * 1024
_SITE_PAGES = ("", "about", "contact", "help", "prices")


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of knowledge bases and of what they hold."""
    item, page = "knowledgeBaseItemId", "knowledgeBaseScrapedUrlsId"
    handlers = {
        f"GET {PATH}": _BASE.list(),
        f"POST {PATH}": _BASE.create(answer="id"),
        f"GET {ONE}": _BASE.get(),
        f"POST {ONE}": _BASE.update(lambda _: done()),
        f"DELETE {ONE}": _BASE.delete(done, check=_empty),
        f"GET {ONE}/items": _items,
        f"POST {ONE}/items/upload-text": _add_text,
        f"DELETE {PATH}/{{knowledgeBaseId}}/items/{{{item}}}": _remover(ITEMS, item),
        f"POST {PATH}/get-presigned-url": _announce,
        f"POST {PATH}/compelete-file-upload": _complete,
        f"POST {PATH}/get-sitemap-urls": _site,
        f"POST {ONE}/scrape-urls": _scrape,
        f"GET {ONE}/scraped-urls": _pages,
        f"DELETE {PATH}/{{knowledgeBaseId}}/scraped-urls/{{{page}}}": _remover(PAGES, page),
    }
    return [
        *(operation(state, target, handler) for target, handler in handlers.items()),
        open_operation(state, f"POST {ONE}/items/upload-media", _add_file),
    ]


def _show(state: State, base: Document) -> dict[str, Any]:
    held = state.store.list(ITEMS, where={"knowledgeBaseId": base.id})
    statuses = {_status(state, each) for each in held}
    order = ("failed", "processing", "pending")
    status = next((each for each in order if each in statuses), "completed")
    return {**stamped(base), "processingStatus": status}


_BASE = Resource(
    noun="Knowledge base",
    collection="knowledge_bases",
    fields={"name": ..., "description": ""},
    show=_show,
    feature="knowledgeBase",
    limit="knowledgeBaseLimits",
)


def _status(state: State, held: Document) -> str:
    """Return how far something has been read: it waits, is read, and can be searched."""
    if held.body.get("failed"):
        return "failed"
    seconds = state.settings.processing_seconds * state.settings.time_scale
    elapsed = state.clock() - held.created
    if elapsed >= seconds:
        return "completed"
    return "processing" if elapsed >= seconds * _READING else "pending"


def _shown(state: State, held: Document) -> dict[str, Any]:
    names = (name for name in held.body if name != "failed")
    status = _status(state, held)
    done_at = held.created + state.settings.processing_seconds * state.settings.time_scale
    return {
        "_id": held.id,
        **{name: held.body[name] for name in names},
        "createdAt": timestamp(held.created),
        "updatedAt": timestamp(min(done_at, state.clock())),
        ("status" if "url" in held.body else "processingStatus"): status,
    }


def _empty(state: State, base: Document) -> None:
    """Delete what a knowledge base holds, unless an agent uses it."""
    if state.store.count(AGENTS, {"globalKnowledgeBaseId": base.id, "archivedAt": None}):
        raise RefusedError(atoms_error(400, "The knowledge base is used by an agent"))
    for collection in (ITEMS, PAGES):
        for held in state.store.list(collection, where={"knowledgeBaseId": base.id}):
            state.store.delete(collection, held.id)


def _items(state: State, inputs: Inputs) -> Response:
    base = _BASE.require(state, inputs.path["id"], 400)
    held = state.store.list(ITEMS, where={"knowledgeBaseId": base.id})
    return atoms_ok([_shown(state, each) for each in held])


def _add(state: State, base: Document, kind: str, **fields: Any) -> Document:
    require_feature(state, "knowledgeBase")
    present = state.store.count(ITEMS, {"knowledgeBaseId": base.id})
    require_room(state, "knowledgeBaseItemLimit", present)
    item = {"itemType": kind, "knowledgeBaseId": base.id, "metadata": {}, **fields}
    return state.store.insert(ITEMS, item)


def _add_text(state: State, inputs: Inputs) -> Response:
    base = _BASE.require(state, inputs.path["id"], 400)
    body = inputs.body
    _add(state, base, "text", title=body["title"], content=body["content"])
    return done(201)


def _add_file(state: State, inputs: OpenInputs) -> Response:
    base = _BASE.require(state, inputs.path["id"], 400)
    file = inputs.files["media"][0]
    _require_readable(file.kind, len(file.data))
    key = f"knowledge/{base.id}/{new_id(state.clock())}-{safe_name(file.name)}"
    _add(state, base, "file", **_file(file.name, file.kind, len(file.data), key))
    return done(201)


def _file(name: str, kind: str, size: int, key: str) -> dict[str, Any]:
    failed = {"failed": True} if size == 0 else {}
    return {"fileName": name, "contentType": kind, "size": size, "key": key, **failed}


def _require_readable(kind: str, size: int) -> None:
    plain = kind.partition(";")[0].strip().lower()
    if plain not in _KINDS and plain != "application/octet-stream":
        raise RefusedError(atoms_error(400, f"Files of type {plain} cannot be read"))
    if size > _MOST_BYTES:
        raise RefusedError(atoms_error(400, f"Files have at most {_MOST_BYTES} bytes"))


def _announce(state: State, inputs: Inputs) -> Response:
    body = inputs.body
    base = _BASE.require(state, body["knowledgeBaseId"], 400)
    _require_readable(body["contentType"], body["fileSize"])
    key = f"knowledge/{base.id}/{new_id(state.clock())}-{safe_name(body['fileName'])}"
    return atoms_ok({"url": upload_url(state, inputs, key, body["contentType"]), "key": key})


def _complete(state: State, inputs: Inputs) -> Response:
    body = inputs.body
    base = _BASE.require(state, body["knowledgeBaseId"], 400)
    size = size_of(state, body["key"])
    if size is None or not body["key"].startswith(f"knowledge/{base.id}/"):
        return atoms_error(400, "No file was uploaded under this key")
    if size != body["fileSize"]:
        return atoms_error(400, f"fileSize: {size} bytes were uploaded")
    if state.store.find(ITEMS, "key", body["key"]) is not None:
        return atoms_error(400, "This file was added already")
    fields = _file(body["fileName"], body["contentType"], size, body["key"])
    return atoms_ok(_shown(state, _add(state, base, "file", **fields)))


def _site(state: State, inputs: Inputs) -> Response:
    """Answer with pages that a site of this address might have: nothing is fetched."""
    _BASE.require(state, inputs.body["knowledgeBaseId"])
    site = inputs.body["siteUrl"]
    if not _is_web(site):
        return atoms_error(422, "No site map can be read there")
    urls = [urljoin(f"{site.rstrip('/')}/", name) for name in _SITE_PAGES]
    return atoms_ok({"urls": urls, "extractedAt": timestamp(state.clock())})


def _scrape(state: State, inputs: Inputs) -> Response:
    base = _BASE.require(state, inputs.path["id"])
    require_feature(state, "knowledgeBase")
    wrong = [url for url in inputs.body["urls"] if not _is_web(url)]
    if wrong:
        return atoms_error(400, *(f"urls: {url} is no address of a page" for url in wrong))
    urls = list(dict.fromkeys(inputs.body["urls"]))
    known = {
        each.body["url"]
        for each in state.store.list(PAGES, where={"knowledgeBaseId": base.id, "url": urls})
    }
    for url in urls:
        if url not in known:
            state.store.insert(PAGES, {"knowledgeBaseId": base.id, "url": url})
    return atoms_ok({"message": "Scraping started", "urlsCount": len(urls)})


def _pages(state: State, inputs: Inputs) -> Response:
    held = state.store.list(PAGES, where={"knowledgeBaseId": inputs.path["id"]})
    return atoms_ok([_shown(state, each) for each in held])


def _is_web(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and bool(re.search(r"\w", parts.hostname or ""))


def _remover(collection: str, key: str) -> Any:
    def handle(state: State, inputs: Inputs) -> Response:
        base = _BASE.require(state, inputs.path["knowledgeBaseId"], 400)
        held = state.store.get(collection, inputs.path[key])
        if held is None or held.body["knowledgeBaseId"] != base.id:
            return atoms_error(400, "Knowledge base item not found")
        state.store.delete(collection, held.id)
        return done()

    return handle

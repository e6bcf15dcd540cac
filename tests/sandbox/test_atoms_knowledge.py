"""Knowledge bases, what they hold, and the files that are sent by presigned URLs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from records_app import RecordsApp

from smallestai.sandbox import atoms

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = "/atoms/v1/knowledgebase"
NOBODY = "0" * 24
PDF = b"%PDF-1.4 a file"


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


@pytest.fixture
def base(app: RecordsApp) -> str:
    made: str = app.data("POST", BASE, json={"name": "Prices", "description": "Of tea"})
    return made


def items(app: RecordsApp, base: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = app.data("GET", f"{BASE}/{base}/items")
    return found


def send_file(app: RecordsApp, base: str, data: bytes = PDF, kind: str = "application/pdf") -> Any:
    """Add a file in one request; return the reply."""
    path = f"{BASE}/{base}/items/upload-media"
    return app.request("POST", path, files={"media": ("tea.pdf", data, kind)})


def announce(app: RecordsApp, base: str, size: int = len(PDF)) -> dict[str, Any]:
    """Ask where to send a file; return the answer."""
    body = {"fileName": "tea list.pdf", "fileSize": size, "contentType": "application/pdf"}
    found: dict[str, Any] = app.data(
        "POST", f"{BASE}/get-presigned-url", json={**body, "knowledgeBaseId": base}
    )
    return found


def complete(app: RecordsApp, base: str, key: str, size: int = len(PDF)) -> Any:
    """Say that a file was sent; return the reply."""
    body = {"fileName": "tea list.pdf", "fileSize": size, "contentType": "application/pdf"}
    named = {**body, "knowledgeBaseId": base, "key": key}
    return app.request("POST", f"{BASE}/compelete-file-upload", json=named)


def put(app: RecordsApp, url: str, kind: str = "application/pdf") -> Any:
    return app.send("PUT", url, content=PDF, headers={"Content-Type": kind})


def test_a_knowledge_base_from_first_to_last(app: RecordsApp, base: str) -> None:
    """It is made, listed, read, changed and deleted."""
    shown = app.data("GET", f"{BASE}/{base}")
    assert (shown["name"], shown["description"]) == ("Prices", "Of tea")
    assert shown["processingStatus"] == "completed"
    assert app.data("GET", BASE) == [shown]
    reply = app.request("POST", f"{BASE}/{base}", json={"name": "Costs"})
    assert reply.json() == {"status": True}
    assert app.data("GET", f"{BASE}/{base}")["name"] == "Costs"
    assert app.request("DELETE", f"{BASE}/{base}").json() == {"status": True}
    assert app.data("GET", BASE) == []
    assert app.request("GET", f"{BASE}/{base}").status_code == 404


@pytest.mark.parametrize("name", ["", "x" * 41])
def test_names_have_one_to_forty_characters(app: RecordsApp, base: str, name: str) -> None:
    """Shorter and longer ones are a 400, for a new one and for a change."""
    assert app.request("POST", BASE, json={"name": name}).status_code == 400
    assert app.request("POST", f"{BASE}/{base}", json={"name": name}).status_code == 400


def test_a_file_is_read_in_its_time(app: RecordsApp, base: str) -> None:
    """It waits, is processed, and is completed; the knowledge base is when all in it are."""
    assert send_file(app, base).status_code == 201
    steps = []
    for _ in range(3):
        (item,) = items(app, base)
        whole = app.data("GET", f"{BASE}/{base}")["processingStatus"]
        steps.append((item["processingStatus"], whole))
        app.clock.now += 1.0
    assert steps == [(each, each) for each in ("pending", "processing", "completed")]
    assert (item["itemType"], item["fileName"], item["size"]) == ("file", "tea.pdf", len(PDF))
    assert item["contentType"] == "application/pdf"


def test_the_time_to_read_is_scaled(app: RecordsApp, base: str) -> None:
    """`time_scale` shortens it as it does all waiting."""
    app.state.settings = evolve(app.state.settings, time_scale=0.001)
    send_file(app, base)
    app.clock.now += 0.01
    assert items(app, base)[0]["processingStatus"] == "completed"


def test_what_cannot_be_read(app: RecordsApp, base: str) -> None:
    """A kind of file that is not known is refused; one that is empty fails."""
    assert send_file(app, base, kind="video/mp4").status_code == 400
    assert send_file(app, base, data=b"").status_code == 201
    app.clock.now += 10
    assert items(app, base)[0]["processingStatus"] == "failed"
    assert app.data("GET", f"{BASE}/{base}")["processingStatus"] == "failed"


def test_a_form_without_a_file_is_refused(app: RecordsApp, base: str) -> None:
    """A body that is no form lacks the file as well, and so does one with a text in its place."""
    path = f"{BASE}/{base}/items/upload-media"
    text = {"data": {"media": "x"}, "files": {"other": ("a", b"")}}
    for options in ({"json": {}}, text, {}):
        reply = app.request("POST", path, **options)
        assert (reply.status_code, reply.json()["errors"]) == (400, ["media: Required"])


def test_texts_are_items_too(app: RecordsApp, base: str) -> None:
    """A text has its title and its content; it can be removed again."""
    body = {"title": "Green tea", "content": "Two pounds."}
    reply = app.request("POST", f"{BASE}/{base}/items/upload-text", json=body)
    assert (reply.status_code, reply.json()) == (201, {"status": True})
    (item,) = items(app, base)
    assert (item["itemType"], item["title"], item["content"]) == ("text", *body.values())
    path = f"{BASE}/{base}/items/{item['_id']}"
    assert app.request("DELETE", path).json() == {"status": True}
    assert app.request("DELETE", path).status_code == 400
    assert items(app, base) == []


def test_a_large_file_in_three_steps(app: RecordsApp, base: str) -> None:
    """Its place is asked for, its bytes are sent there without a key, and it is added."""
    place = announce(app, base)
    assert place["url"].startswith("http://sandbox/")
    early = complete(app, base, place["key"])
    assert (early.status_code, early.json()["errors"]) == (
        400,
        ["No file was uploaded under this key"],
    )
    assert put(app, place["url"]).status_code == 200
    done = complete(app, base, place["key"])
    assert done.status_code == 200
    (item,) = items(app, base)
    assert (item["fileName"], item["key"], item["size"]) == (
        "tea list.pdf",
        place["key"],
        len(PDF),
    )
    assert complete(app, base, place["key"]).status_code == 400
    fetched = app.send("GET", place["url"])
    assert (fetched.content, fetched.headers["content-type"]) == (PDF, "application/pdf")


def test_a_presigned_url_is_for_one_file(app: RecordsApp, base: str) -> None:
    """Another signature, key or content type is refused; so is a size that is not the file's."""
    place = announce(app, base)
    url, _, signature = place["url"].partition("?signature=")
    for strange in (url, f"{url}?signature=x", f"{url}x?signature={signature}"):
        assert put(app, strange).status_code == 403
    assert put(app, place["url"], "text/plain").status_code == 403
    assert app.send("GET", place["url"]).status_code == 404
    assert put(app, place["url"]).status_code == 200
    assert complete(app, base, place["key"], size=len(PDF) + 1).status_code == 400
    other = app.data("POST", BASE, json={"name": "Other"})
    assert complete(app, other, place["key"]).status_code == 400
    assert items(app, base) == items(app, other) == []


def test_pages_are_fetched_in_their_time(app: RecordsApp, base: str) -> None:
    """A site's map is asked for, some of its pages are scraped, each once; one is removed."""
    body = {"siteUrl": "https://example.com", "knowledgeBaseId": base}
    urls = app.data("POST", f"{BASE}/get-sitemap-urls", json=body)["urls"]
    assert all(url.startswith("https://example.com/") for url in urls)
    for chosen in (urls[:2], urls[1:3]):
        app.data("POST", f"{BASE}/{base}/scrape-urls", json={"urls": chosen})
    path = f"{BASE}/{base}/scraped-urls"
    assert [page["url"] for page in app.data("GET", path)] == urls[:3]
    assert {page["status"] for page in app.data("GET", path)} == {"pending"}
    app.clock.now += 10
    pages = app.data("GET", path)
    assert {page["status"] for page in pages} == {"completed"}
    assert app.request("DELETE", f"{path}/{pages[0]['_id']}").json() == {"status": True}
    assert [page["url"] for page in app.data("GET", path)] == urls[1:3]


def test_addresses_that_are_none(app: RecordsApp, base: str) -> None:
    """A site that cannot be read is a 422, a page that is none a 400 that names it."""
    body = {"siteUrl": "ftp://example.com", "knowledgeBaseId": base}
    assert app.request("POST", f"{BASE}/get-sitemap-urls", json=body).status_code == 422
    reply = app.request("POST", f"{BASE}/{base}/scrape-urls", json={"urls": ["tea", "http://a.b"]})
    assert (reply.status_code, len(reply.json()["errors"])) == (400, 1)
    assert "tea" in reply.json()["errors"][0]


def test_an_unknown_knowledge_base(app: RecordsApp) -> None:
    """It is a 400 or a 404, as the specification has it for each route."""
    text = {"title": "a", "content": "b"}
    site = {"siteUrl": "https://a.b", "knowledgeBaseId": NOBODY}
    one = f"{BASE}/{NOBODY}"
    assert send_file(app, NOBODY).status_code == 400
    assert app.request("POST", f"{one}/items/upload-text", json=text).status_code == 400
    assert app.request("GET", f"{one}/items").status_code == 400
    assert app.request("POST", one, json={"name": "x"}).status_code == 404
    assert app.request("DELETE", one).status_code == 404
    assert app.request("POST", f"{BASE}/get-sitemap-urls", json=site).status_code == 404
    urls = {"urls": ["https://a.b"]}
    assert app.request("POST", f"{one}/scrape-urls", json=urls).status_code == 404


def test_a_knowledge_base_that_is_used_stays(app: RecordsApp, base: str) -> None:
    """One that an agent looks things up in cannot be deleted until the agent is archived."""
    body = {"name": "Desk", "globalKnowledgeBaseId": base}
    agent = app.data("POST", "/atoms/v1/agent", json=body)
    assert app.request("DELETE", f"{BASE}/{base}").status_code == 400
    app.data("DELETE", f"/atoms/v1/agent/{agent}/archive")
    assert app.request("DELETE", f"{BASE}/{base}").status_code == 200


def test_a_picture_for_a_widget(app: RecordsApp) -> None:
    """It is sent where the agent's route says, and found there afterwards."""
    agent = app.data("POST", "/atoms/v1/agent", json={"name": "Desk"})
    path = f"/atoms/v1/agent/{agent}/avatar/presigned-url"
    body = {"fileName": "me.png", "contentType": "image/png", "fileSize": len(PDF)}
    place = app.data("POST", path, json=body)
    assert put(app, place["presignedUrl"], "image/png").status_code == 200
    assert app.send("GET", place["cdnUrl"]).content == PDF
    for wrong in ({"contentType": "text/html"}, {"fileSize": 0}):
        assert app.request("POST", path, json={**body, **wrong}).status_code == 400

"""Files on their way: uploads, the service's store, downloads, tables."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from servers import answer, read_request, tcp_server

from atoms.worlds import Service, both
from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.atoms._files import download, opened
from smallestai.atoms._tables import Rows
from smallestai.errors import (
    APIConnectionError,
    ArgumentError,
    OutputError,
    PermissionDeniedError,
    RemoteProtocolError,
)

if TYPE_CHECKING:
    import socket
    from pathlib import Path

BASE = "/atoms/v1/knowledgebase"
ASK, CONFIRM = f"POST {BASE}/get-presigned-url", f"POST {BASE}/compelete-file-upload"
STORE = "https://store.test/files/k?signature=secret"
PUT = "PUT /files/k"
CALL = "CALL-1700000000000-a1b2c3"
RECORDING = f"GET /atoms/v1/conversation/{CALL}/recording/download-url"
LOGS = "GET /atoms/v1/campaign/c1/logs/export"
RESULTS = "GET /atoms/v1/campaign/c1/export/by-audience-member"
DATA = bytes(range(256)) * 1000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of several pieces."""
    path = tmp_path / "manual.pdf"
    path.write_bytes(DATA)
    return path


def store(**changes: Any) -> Service:
    """Return a service whose store takes files."""
    routes: dict[str, Any] = {
        ASK: {"status": True, "data": {"url": STORE, "key": "k9"}},
        PUT: httpx.Response(200),
        CONFIRM: {"status": True, "data": {}},
        f"GET {BASE}/k1/items": {"data": [{"_id": "i0", "key": "x"}, {"_id": "i1", "key": "k9"}]},
    }
    return Service(routes | changes)


@both
def test_a_file_of_any_size(world: Any, file: Path) -> None:
    """One call asks for the place, sends the file there without the key, and confirms."""
    told: list[tuple[int, int]] = []
    service = store()
    found = world(
        service,
        lambda client: client.atoms.knowledge_base.upload(
            "k1", file, progress=lambda *counts: told.append(counts)
        ),
    )
    assert found.id == "i1"
    assert service.lines() == [ASK, PUT, CONFIRM, f"GET {BASE}/k1/items"]
    facts = {
        "knowledgeBaseId": "k1",
        "fileName": "manual.pdf",
        "contentType": "application/pdf",
        "fileSize": len(DATA),
    }
    assert service.bodies(ASK) == [facts]
    assert service.bodies(CONFIRM) == [facts | {"key": "k9"}]
    put = service.requests[1]
    assert (put.content, str(put.url)) == (DATA, STORE)
    assert put.headers["content-length"] == str(len(DATA))
    assert put.headers["content-type"] == "application/pdf"
    assert "transfer-encoding" not in put.headers
    assert "authorization" not in put.headers
    assert len(told) > 1
    assert told[-1] == (len(DATA), len(DATA))
    assert told == sorted(told)


@both
def test_the_store_is_tried_again(world: Any, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that is down for a moment gets the whole file a second time."""
    monkeypatch.setattr("smallestai._retry._FIRST_PAUSE", 0.0)
    service = store(**{PUT: [httpx.Response(503), httpx.Response(200)]})
    world(service, lambda client: client.atoms.knowledge_base.upload("k1", file))
    puts = [each.content for each in service.requests if each.method == "PUT"]
    assert puts == [DATA, DATA]


@both
def test_the_store_refuses(world: Any, file: Path) -> None:
    """A refusal of the store is an error without the URL's signature, and nothing is confirmed."""
    refusal = httpx.Response(403, text="<?xml?><Error><Code>AccessDenied</Code></Error>")
    service = store(**{PUT: refusal})
    with pytest.raises(PermissionDeniedError) as caught:
        world(service, lambda client: client.atoms.knowledge_base.upload("k1", file))
    assert "secret" not in repr(caught.value) + str(caught.value)
    assert CONFIRM not in service.lines()


@both
@pytest.mark.parametrize("url", [None, "", "ftp://x/y", "/files/k", 7])
def test_a_place_that_is_none(world: Any, file: Path, url: Any) -> None:
    """An answer without a URL to send to is an error of ours."""
    service = store(**{ASK: {"status": True, "data": {"url": url, "key": "k9"}}})
    with pytest.raises(RemoteProtocolError, match="no URL"):
        world(service, lambda client: client.atoms.knowledge_base.upload("k1", file))
    assert service.lines() == [ASK]


@both
def test_a_progress_that_raises_ends_the_upload(world: Any, file: Path) -> None:
    """What the caller's function raises comes out, and nothing is confirmed."""

    def stop(sent: int, total: int) -> None:
        raise KeyError(sent)

    service = store()
    with pytest.raises(KeyError):
        world(service, lambda client: client.atoms.knowledge_base.upload("k1", file, progress=stop))
    assert CONFIRM not in service.lines()


@both
@pytest.mark.parametrize("kind", ["path", "text", "bytes", "opened", "File"])
def test_a_file_in_one_request(world: Any, file: Path, kind: str) -> None:
    """Every form of a file arrives whole, with its name and type, and is left open if it was."""
    from smallestai_atoms.types import File

    told: list[tuple[int, int]] = []
    service = Service({f"POST {BASE}/k1/items/upload-media": {"status": True}})
    with file.open("rb") as handle:
        media: Any = {
            "path": file,
            "text": str(file),
            "bytes": DATA,
            "opened": handle,
            "File": File(io.BytesIO(DATA), "manual.pdf"),
        }[kind]
        world(
            service,
            lambda client: client.atoms.knowledge_base.upload_media(
                "k1", media=media, progress=lambda *counts: told.append(counts)
            ),
        )
        assert not handle.closed
    body = service.requests[0].content
    assert DATA in body
    assert told[-1] == (len(DATA), len(DATA))
    if kind != "bytes":
        assert b'filename="manual.pdf"' in body
        assert b"application/pdf" in body


@pytest.mark.parametrize("what", [b"", "missing.pdf", io.StringIO("text"), object(), None])
def test_files_that_cannot_be_sent(what: Any) -> None:
    """What is empty, missing, text or no file is told by the name of the argument."""
    with pytest.raises(ArgumentError) as caught, opened("media", what):
        pass
    assert caught.value.argument == "media"


@pytest.mark.parametrize("path", ["closed", "nul\0"])
def test_files_that_cannot_be_opened(path: str, tmp_path: Path) -> None:
    """A file that is closed already, and a name that no file can have, are told likewise."""
    file = (tmp_path / "a.txt").open("wb+")
    file.close()
    with pytest.raises(ArgumentError), opened("media", file if path == "closed" else path):
        pass


@both
def test_a_recording(world: Any, tmp_path: Path) -> None:
    """A recording is fetched without the key and written beside its place until it is whole."""
    told: list[tuple[int, int]] = []
    service = Service(
        {
            RECORDING: {"data": {"presignedUrl": STORE}},
            "GET /files/k": httpx.Response(200, content=DATA),
        }
    )
    path = tmp_path / "call.wav"
    path.write_bytes(b"old")
    before = path.stat().st_ino
    found = world(
        service,
        lambda client: client.atoms.conversations.save_recording(
            CALL, path, progress=lambda *counts: told.append(counts)
        ),
    )
    assert (found, path.read_bytes()) == (path, DATA)
    assert path.stat().st_ino != before
    assert told[-1] == (len(DATA), len(DATA))
    assert "authorization" not in service.requests[1].headers
    assert list(tmp_path.iterdir()) == [path]


@both
def test_an_invoice(world: Any, tmp_path: Path) -> None:
    """An invoice is saved in the same way."""
    service = Service(
        {
            "GET /payment/v1/invoices/in_1/pdf": {"data": {"pdfUrl": STORE}},
            "GET /files/k": httpx.Response(200, content=b"%PDF"),
        }
    )
    path = tmp_path / "invoice.pdf"
    world(service, lambda client: client.atoms.billing.save_invoice("in_1", path))
    assert path.read_bytes() == b"%PDF"


class Broken(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off."""

    def __iter__(self) -> Any:
        yield b"half"
        raise httpx.ReadError("gone")

    async def __aiter__(self) -> Any:
        yield b"half"
        raise httpx.ReadError("gone")


class Breaking(Service):
    """A service whose tables and files break off."""

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith(("/k", "/export")):
            return httpx.Response(200, stream=Broken(), request=request)
        return super().answer(request)


@both
@pytest.mark.parametrize("kind", ["recording", "logs"])
def test_what_breaks_off_leaves_no_file(world: Any, tmp_path: Path, kind: str) -> None:
    """A file that breaks off is an error; the place keeps what it had, and nothing lies beside."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    service = Breaking({RECORDING: {"data": {"presignedUrl": STORE}}})

    def act(client: Any) -> Any:
        if kind == "logs":
            return client.atoms.campaigns.save_campaign_logs("c1", path)
        return client.atoms.conversations.save_recording(CALL, path)

    with pytest.raises(APIConnectionError):
        world(service, act)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@both
def test_places_that_cannot_be_written(world: Any, tmp_path: Path) -> None:
    """A folder that is not there, or a folder in the place, is told before anything is fetched."""
    service = Service({RECORDING: {"data": {"presignedUrl": STORE}}})
    for path in (tmp_path / "none" / "call.wav", tmp_path):
        with pytest.raises(OutputError):
            world(
                service,
                lambda client, path=path: client.atoms.conversations.save_recording(CALL, path),
            )
    assert set(service.lines()) == {RECORDING}


@both
@pytest.mark.parametrize("path", [None, "", 7, "nul\0"])
def test_paths_that_are_none(world: Any, path: Any) -> None:
    """A path that is none is an error of this package too, and nothing is fetched."""
    service = Service({RECORDING: {"data": {"presignedUrl": STORE}}})
    with pytest.raises((ArgumentError, OutputError)):
        world(service, lambda client: client.atoms.conversations.save_recording(CALL, path))
    assert set(service.lines()) == {RECORDING}


def test_a_private_file_stays_private(tmp_path: Path) -> None:
    """What others must not read is not theirs to read after it was replaced."""
    path = tmp_path / "call.wav"
    path.touch(0o600)
    with download(path) as file:
        file.write(b"RIFF")
    assert path.read_bytes() == b"RIFF"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """A symbolic link stays one; what it leads to is replaced."""
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    with download(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


TABLE = 'a,b\r\n1,"x, ""y""\r\nz"\r\n2,ü\r\n'.encode()


@both
def test_tables_as_rows(world: Any) -> None:
    """A table comes as rows by the names of its columns."""
    service = Service({LOGS: httpx.Response(200, content=TABLE)})
    found = world(service, lambda client: client.atoms.campaigns.iter_campaign_logs("c1"))
    assert found == [{"a": "1", "b": 'x, "y"\r\nz'}, {"a": "2", "b": "ü"}]


@both
def test_results_as_rows_and_as_a_file(world: Any, tmp_path: Path) -> None:
    """Results are asked for as CSV, as rows and into a file."""
    service = Service({RESULTS: httpx.Response(200, content=TABLE)})
    path = tmp_path / "results.csv"
    told: list[int] = []
    rows = world(service, lambda client: client.atoms.campaigns.iter_campaign_results("c1"))
    world(
        service,
        lambda client: client.atoms.campaigns.save_campaign_results(
            "c1", path, progress=lambda size, _: told.append(size)
        ),
    )
    assert len(rows) == 2
    assert path.read_bytes() == TABLE
    assert told[-1] == len(TABLE)
    assert {each.url.query for each in service.requests} == {b"format=csv"}


cells = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=8)


@given(
    rows=st.lists(st.lists(cells, min_size=3, max_size=3), max_size=6),
    cuts=st.lists(st.integers(0, 300), max_size=5),
    ends=st.booleans(),
)
def test_tables_cut_anywhere(rows: list[list[str]], cuts: list[int], ends: bool) -> None:
    """However a table is cut on its way, its rows are those the csv module reads from the whole."""
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["x", "y", "z"], *rows])
    data = file.getvalue().encode()
    data = data if ends else data.removesuffix(b"\r\n")
    table, found, start = Rows(), [], 0
    for cut in [*sorted(min(cut, len(data)) for cut in cuts), len(data)]:
        found += table.feed(data[start:cut])
        start = cut
    found += table.end()
    assert [list(row.values()) for row in found] == rows


def test_rows_that_do_not_fit_the_names() -> None:
    """A cell too many has its number as name; one that is missing is not in the row."""
    table = Rows()
    assert table.feed(b"\xef\xbb\xbfa,b\n1\n\n1,2,3,4\n") == [
        {"a": "1"},
        {"a": "1", "b": "2", "3": "3", "4": "4"},
    ]


@pytest.mark.parametrize("cell", [b"x" * 200_000, b"x\ry"], ids=["large", "return"])
def test_a_table_that_is_no_csv(cell: bytes) -> None:
    """A row that cannot be read is the service's fault, and part of it is on the error."""
    with pytest.raises(RemoteProtocolError, match="no CSV") as caught:
        Rows().feed(b"a,b\n1," + cell + b"\n")
    assert str(caught.value.body).startswith("1,x")


def test_a_table_that_ends_within_a_cell() -> None:
    """What is cut off within quotes is an error, not a shorter table."""
    table = Rows()
    table.feed(b'a\n"x')
    with pytest.raises(RemoteProtocolError):
        table.end()


def test_the_connection_is_given_back_when_rows_are_left() -> None:
    """Whoever stops in the middle of a table leaves no answer open."""
    closed: list[bool] = []

    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Any:
            while True:
                yield b"a\n1\n"

        def close(self) -> None:
            closed.append(True)

    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Endless()))
    with SmallestAI("sk_x", http_client=httpx.Client(transport=transport)) as client:
        rows = client.atoms.campaigns.iter_campaign_logs("c1")
        assert next(rows) == {"a": "1"}
        rows.close()  # type: ignore[attr-defined]
    assert closed == [True]


class Platform:
    """A service and its store behind one socket, which keep what each request sent."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []

    def __call__(self, connection: socket.socket) -> None:
        request = read_request(connection)
        self.requests.append(request)
        if request.startswith(b"PUT") and len(self.requests) == 2:
            connection.sendall(answer(b"busy", "text/plain", status="503 Service Unavailable"))
            return
        head = request.partition(b"\r\n\r\n")[0].decode()
        (host,) = (line[6:] for line in head.split("\r\n") if line.lower().startswith("host: "))
        data: Any = {"url": f"http://{host}/files/k?signature=secret", "key": "k9"}
        data = [] if "/items" in head else data
        connection.sendall(answer(json.dumps({"data": data}).encode(), "application/json"))


@pytest.mark.parametrize("world", ["blocking", "async"])
def test_a_large_file_over_a_socket(
    tmp_path: Path, world: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Several megabytes leave the disk piece by piece, and all of them again when that is asked."""
    monkeypatch.setattr("smallestai._retry._FIRST_PAUSE", 0.0)
    caplog.set_level("DEBUG", "smallestai")
    path = tmp_path / "large.bin"
    with path.open("wb") as large:
        large.truncate(4 * 1024 * 1024)
    told: list[tuple[int, int]] = []
    options: Any = {"progress": lambda *counts: told.append(counts)}
    platform = Platform()
    with tcp_server(platform) as url:
        if world == "blocking":
            with SmallestAI("sk_x", base_url=url) as client:
                assert client.atoms.knowledge_base.upload("k1", path, **options) is None
        else:

            async def play() -> None:
                async with AsyncSmallestAI("sk_x", base_url=url) as client:
                    assert await client.atoms.knowledge_base.upload("k1", path, **options) is None

            asyncio.run(play())
    puts = [each for each in platform.requests if each.startswith(b"PUT")]
    for put in puts:
        head, _, body = put.partition(b"\r\n\r\n")
        assert len(body) == 4 * 1024 * 1024
        assert b"sk_x" not in head
    assert len(puts) == 2
    assert len(told) == 2 * 64
    assert "/files/k" in caplog.text
    assert "secret" not in caplog.text


def test_a_key_of_the_callers_own_client_stays_here(file: Path) -> None:
    """The store gets no credentials, whoever set them."""
    service = store()
    transport = httpx.MockTransport(service)
    http = httpx.Client(headers={"Authorization": "Basic own"}, transport=transport)
    with http, SmallestAI("sk_x", http_client=http) as client:
        client.atoms.knowledge_base.upload("k1", file)
    assert "authorization" not in service.requests[1].headers

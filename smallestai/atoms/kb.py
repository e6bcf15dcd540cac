"""Knowledge bases, as 4.3 has them."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smallestai.atoms.exceptions import ApiException
from smallestai.atoms.legacy.manager import Manager, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["KB"]

_ONE = "/knowledgebase/{kb_id}"
_TITLE = 60


class KB(Manager):
    """Knowledge bases. New programs use `client.atoms.knowledge_base`.

        with KB() as bases:
            made = bases.create("Prices", file_paths=["prices.pdf"])
            bases.get_items(made["data"]["_id"])["data"]

    Every method returns the JSON of the answer, and raises an `ApiException` that is an
    ``HTTPError`` of ``requests`` too.
    """

    def create(
        self,
        name: str | None = None,
        description: str | None = None,
        file_paths: Sequence[str | PathLike[str]] | None = None,
        urls: Sequence[str] | None = None,
        text: str | None = None,
    ) -> dict[str, Any]:
        """Create a knowledge base, and fill it. Source: operation `knowledgeBaseCreate`.

        Args:
            name: Its name; the service refuses to make one without.
            description: What it is about.
            file_paths: Files to add.
            urls: Pages to add.
            text: A text to add.

        Returns:
            ``{"status": ..., "data": {"_id": ...}}``.

        Raises:
            OSError: A file cannot be read; nothing was sent.
            ApiException: A request was refused. If the knowledge base is there by then, a note of
                the error has its id.
        """
        paths = listed("file_paths", file_paths or [], str | PathLike)
        files = [_file(each) for each in paths]
        pages = listed("urls", urls or [])
        given = {"name": name, "description": description}
        body = {field: value for field, value in given.items() if value is not None}
        answer = self._send("POST", "/knowledgebase", body=body)
        data = answer.get("data")
        kb_id: Any = data.get("_id") if isinstance(data, dict) else data
        try:
            for each in files:
                self._upload(kb_id, each)
            if pages:
                self.scrape_urls(kb_id, pages)
            if text:
                self.add_text(kb_id, text)
        except ApiException as error:
            error.add_note(f"the knowledge base {kb_id} was created")
            raise
        return {"status": answer.get("status"), "data": {"_id": kb_id}}

    def get(self, kb_id: str) -> dict[str, Any]:
        """Return a knowledge base. Source: operation `knowledgeBaseGet`."""
        return self._send("GET", _ONE, {"kb_id": kb_id})

    def list(self) -> dict[str, Any]:
        """Return all knowledge bases. Source: operation `knowledgeBaseList`."""
        return self._send("GET", "/knowledgebase")

    def delete(self, kb_id: str) -> dict[str, Any]:
        """Delete a knowledge base. Source: operation `knowledgeBaseDelete`."""
        return self._send("DELETE", _ONE, {"kb_id": kb_id})

    def get_items(self, kb_id: str) -> dict[str, Any]:
        """Return what is in a knowledge base. Source: operation `listItems`."""
        return self._send("GET", f"{_ONE}/items", {"kb_id": kb_id})

    def delete_item(self, kb_id: str, item_id: str) -> dict[str, Any]:
        """Delete a thing in a knowledge base. Source: operation `deleteItem`."""
        ids = {"kb_id": kb_id, "item_id": item_id}
        return self._send("DELETE", f"{_ONE}/items/{{item_id}}", ids)

    def add_file(self, kb_id: str, file_path: str | PathLike[str]) -> dict[str, Any]:
        """Add a file; `OSError` where it cannot be read. Source: operation `uploadMedia`."""
        return self._upload(kb_id, _file(file_path))

    def scrape_urls(self, kb_id: str, urls: Sequence[str]) -> dict[str, Any]:
        """Add pages. Source: operation `scrapeUrls`."""
        body = {"urls": listed("urls", urls)}
        return self._send("POST", f"{_ONE}/scrape-urls", {"kb_id": kb_id}, body=body)

    def get_scraped_urls(self, kb_id: str) -> dict[str, Any]:
        """Return the pages that were added. Source: operation `listScrapedUrls`."""
        return self._send("GET", f"{_ONE}/scraped-urls", {"kb_id": kb_id})

    def add_url(self, kb_id: str, source_url: str) -> dict[str, Any]:
        """Add a page. Source: operation `scrapeUrls`."""
        return self.scrape_urls(kb_id, [source_url])

    def add_text(self, kb_id: str, text: str) -> dict[str, Any]:
        """Add a text, whose beginning is its title. Source: operation `uploadText`.

        Returns:
            The JSON of the answer; a ``status`` of False and an ``error`` where the service has no
            such route or no such knowledge base.
        """
        body = {"title": text.strip()[:_TITLE], "content": text}
        try:
            return self._send("POST", f"{_ONE}/items/upload-text", {"kb_id": kb_id}, body=body)
        except ApiException as error:
            if error.status != 404:
                raise
            return {"status": False, "error": f"the service takes no text here: {error.body}"}

    def _upload(self, kb_id: str, media: tuple[str, bytes]) -> dict[str, Any]:
        path = f"{_ONE}/items/upload-media"
        return self._send("POST", path, {"kb_id": kb_id}, files={"media": media})


def _file(path: str | PathLike[str]) -> tuple[str, bytes]:
    return Path(path).name, Path(path).read_bytes()

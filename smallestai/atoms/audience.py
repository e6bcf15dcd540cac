"""Audiences: the operations, and making one of a CSV file that has been looked at."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from smallestai_atoms.api.audience import AsyncAudience as AsyncOperations
from smallestai_atoms.api.audience import Audience as Operations
from smallestai_atoms.types import UNSET, File

from smallestai.atoms._contacts import ContactsError, Problem, check_contacts
from smallestai.atoms._files import read
from smallestai.errors import ArgumentError

if TYPE_CHECKING:
    from smallestai_atoms.api import RequestOptions
    from smallestai_atoms.models import CreatedAudienceResponse
    from smallestai_atoms.types import Unset

    from smallestai.atoms._files import Source

__all__ = ["AsyncAudience", "Audience", "ContactsError", "Problem"]


class Audience(Operations):
    """`client.atoms.audience`."""

    def create_from_csv(
        self,
        file: Source,
        *,
        name: str,
        phone_number_column_name: str,
        identifier_column_name: str | None = None,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreatedAudienceResponse:
        """Look at every row of a CSV file, and create an audience of it if all can be called.

            client.atoms.audience.create_from_csv(
                "people.csv", name="Renewals", phone_number_column_name="phone"
            )

        Args:
            file: A path, the bytes of a file, or a file open for reading bytes: CSV in UTF-8 with
                commas, its first row naming the columns. Empty rows do no harm.
            name: Name of the audience.
            phone_number_column_name: Column that holds the phone numbers, in E.164 form.
            identifier_column_name: Column that tells people apart.
            description: What the audience is for.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new audience.

        Raises:
            ContactsError: Rows cannot be used: a number is not in E.164 form, somebody is there
                twice, a cell or a column is missing. All of them are on ``error.problems``, with
                row, column, value and reason; nothing was sent.
            ArgumentError: The file cannot be read.
            APIError: The service refused the request.

        Source: operation `audienceCreate`.
        """
        checked = _checked(file, phone_number_column_name, identifier_column_name)
        return self.create(
            file=checked,
            name=name,
            phone_number_column_name=phone_number_column_name,
            identifier_column_name=identifier_column_name or UNSET,
            description=description,
            request_options=request_options,
        )


class AsyncAudience(AsyncOperations):
    """`client.atoms.audience` of `AsyncSmallestAI`: the same methods, to be awaited."""

    async def create_from_csv(
        self,
        file: Source,
        *,
        name: str,
        phone_number_column_name: str,
        identifier_column_name: str | None = None,
        description: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CreatedAudienceResponse:
        """Look at a CSV file and create an audience of it; see `Audience.create_from_csv`.

        The file is read and looked at in a thread.
        """
        from asyncio import to_thread

        columns = phone_number_column_name, identifier_column_name
        return await self.create(
            file=await to_thread(_checked, file, *columns),
            name=name,
            phone_number_column_name=phone_number_column_name,
            identifier_column_name=identifier_column_name or UNSET,
            description=description,
            request_options=request_options,
        )


def _checked(file: Source, phone: str, identifier: str | None) -> File:
    if not isinstance(phone, str) or not phone:
        raise ArgumentError("phone_number_column_name", phone, "must be the name of a column")
    if not isinstance(identifier, str | None):
        raise ArgumentError("identifier_column_name", identifier, "must be the name of a column")
    data, name = read("file", file)
    check_contacts(data, name, phone, identifier)
    return File(BytesIO(data), "audience.csv" if name == "bytes" else name, "text/csv")

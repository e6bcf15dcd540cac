"""The namespace `Compliance` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...models.compliance_application_response import ComplianceApplicationResponse
    from ...models.compliance_requirement_response import ComplianceRequirementResponse
    from ...models.compliance_status_response import ComplianceStatusResponse
    from ...models.end_user_type import EndUserType
    from ...models.number_type import NumberType
    from ...types import Upload
    from .. import AsyncSend, RequestOptions, Send


class Compliance:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawCompliance:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawCompliance(self._send)

    def get_status(
        self,
        *,
        country_iso: str,
        number_type: NumberType,
        user_type: EndUserType,
        request_options: RequestOptions | None = None,
    ) -> ComplianceStatusResponse:
        """Get how an application stands.

        Returns the application for numbers of one kind in one country, how far it is, and which
        documents it needs.

        Args:
            country_iso: Country, two letters such as IN.
            number_type: Kind of phone number.
            user_type: Who will use the numbers.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How the application stands.
        """
        from . import get_status as _operation

        return self._send(
            _operation._get_kwargs(
                country_iso=country_iso, number_type=number_type, user_type=user_type
            ),
            _operation._parse,
            request_options,
        )

    def get_requirements(
        self,
        *,
        country_iso: str,
        number_type: NumberType,
        user_type: EndUserType,
        request_options: RequestOptions | None = None,
    ) -> ComplianceRequirementResponse:
        """Get what an application needs.

        Returns the documents that an application for numbers of one kind in one country needs.

        Args:
            country_iso: Country, two letters such as IN.
            number_type: Kind of phone number.
            user_type: Who will use the numbers.
            request_options: Timeout, headers and retries of this call.

        Returns:
            What is needed.
        """
        from . import get_requirements as _operation

        return self._send(
            _operation._get_kwargs(
                country_iso=country_iso, number_type=number_type, user_type=user_type
            ),
            _operation._parse,
            request_options,
        )

    def submit(
        self,
        *,
        country_iso: str,
        number_type: NumberType,
        user_type: EndUserType,
        end_user: str,
        documents: str,
        files: Sequence[Upload],
        request_options: RequestOptions | None = None,
    ) -> ComplianceApplicationResponse:
        """Apply for numbers.

        Sends the particulars and documents that a country asks for. They are examined afterwards;
        refresh tells whether the application was accepted or rejected.

        Args:
            country_iso: Country, two letters such as IN.
            number_type: Kind of phone number.
            user_type: Who will use the numbers.
            end_user: Who will use the numbers, as JSON.
            documents: What the files are, as JSON.
            files: The documents.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The application.
        """
        from . import compliance_submit as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "countryIso": country_iso,
                    "numberType": number_type,
                    "userType": user_type,
                    "endUser": end_user,
                    "documents": documents,
                    "files": files,
                }
            ),
            _operation._parse,
            request_options,
        )

    def resubmit(
        self,
        id: str,
        *,
        documents: str,
        files: Sequence[Upload],
        request_options: RequestOptions | None = None,
    ) -> ComplianceApplicationResponse:
        """Apply again after a rejection.

        Replaces the documents of a rejected application and sends it in again.

        Args:
            id: Id of the application.
            documents: What the files are, as JSON.
            files: The documents.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The application.
        """
        from . import compliance_resubmit as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"documents": documents, "files": files}),
            _operation._parse,
            request_options,
        )

    def refresh(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> ComplianceApplicationResponse:
        """Fetch how an application stands.

        Asks the provider how the application stands and returns it.

        Args:
            id: Id of the application.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The application.
        """
        from . import compliance_refresh as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class RawCompliance:
    """The operations of `Compliance`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Compliance(raw(send))

    get_status = RawMethod(Compliance.get_status)
    get_requirements = RawMethod(Compliance.get_requirements)
    submit = RawMethod(Compliance.submit)
    resubmit = RawMethod(Compliance.resubmit)
    refresh = RawMethod(Compliance.refresh)


class AsyncCompliance:
    """The awaitable twin of `Compliance`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawCompliance:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawCompliance(self._send)

    async def get_status(
        self,
        *,
        country_iso: str,
        number_type: NumberType,
        user_type: EndUserType,
        request_options: RequestOptions | None = None,
    ) -> ComplianceStatusResponse:
        """Get how an application stands.

        Returns the application for numbers of one kind in one country, how far it is, and which
        documents it needs.

        Args:
            country_iso: Country, two letters such as IN.
            number_type: Kind of phone number.
            user_type: Who will use the numbers.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How the application stands.
        """
        from . import get_status as _operation

        return await self._send(
            _operation._get_kwargs(
                country_iso=country_iso, number_type=number_type, user_type=user_type
            ),
            _operation._parse,
            request_options,
        )

    async def get_requirements(
        self,
        *,
        country_iso: str,
        number_type: NumberType,
        user_type: EndUserType,
        request_options: RequestOptions | None = None,
    ) -> ComplianceRequirementResponse:
        """Get what an application needs.

        Returns the documents that an application for numbers of one kind in one country needs.

        Args:
            country_iso: Country, two letters such as IN.
            number_type: Kind of phone number.
            user_type: Who will use the numbers.
            request_options: Timeout, headers and retries of this call.

        Returns:
            What is needed.
        """
        from . import get_requirements as _operation

        return await self._send(
            _operation._get_kwargs(
                country_iso=country_iso, number_type=number_type, user_type=user_type
            ),
            _operation._parse,
            request_options,
        )

    async def submit(
        self,
        *,
        country_iso: str,
        number_type: NumberType,
        user_type: EndUserType,
        end_user: str,
        documents: str,
        files: Sequence[Upload],
        request_options: RequestOptions | None = None,
    ) -> ComplianceApplicationResponse:
        """Apply for numbers.

        Sends the particulars and documents that a country asks for. They are examined afterwards;
        refresh tells whether the application was accepted or rejected.

        Args:
            country_iso: Country, two letters such as IN.
            number_type: Kind of phone number.
            user_type: Who will use the numbers.
            end_user: Who will use the numbers, as JSON.
            documents: What the files are, as JSON.
            files: The documents.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The application.
        """
        from . import compliance_submit as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "countryIso": country_iso,
                    "numberType": number_type,
                    "userType": user_type,
                    "endUser": end_user,
                    "documents": documents,
                    "files": files,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def resubmit(
        self,
        id: str,
        *,
        documents: str,
        files: Sequence[Upload],
        request_options: RequestOptions | None = None,
    ) -> ComplianceApplicationResponse:
        """Apply again after a rejection.

        Replaces the documents of a rejected application and sends it in again.

        Args:
            id: Id of the application.
            documents: What the files are, as JSON.
            files: The documents.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The application.
        """
        from . import compliance_resubmit as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"documents": documents, "files": files}),
            _operation._parse,
            request_options,
        )

    async def refresh(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> ComplianceApplicationResponse:
        """Fetch how an application stands.

        Asks the provider how the application stands and returns it.

        Args:
            id: Id of the application.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The application.
        """
        from . import compliance_refresh as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class AsyncRawCompliance:
    """The operations of `AsyncCompliance`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncCompliance(raw(send))

    get_status = AsyncRawMethod(AsyncCompliance.get_status)
    get_requirements = AsyncRawMethod(AsyncCompliance.get_requirements)
    submit = AsyncRawMethod(AsyncCompliance.submit)
    resubmit = AsyncRawMethod(AsyncCompliance.resubmit)
    refresh = AsyncRawMethod(AsyncCompliance.refresh)

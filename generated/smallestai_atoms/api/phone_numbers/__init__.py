"""The namespace `PhoneNumbers` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.all_phone_numbers_response import AllPhoneNumbersResponse
    from ...models.number_provider import NumberProvider
    from ...models.page_url_response import PageUrlResponse
    from ...models.payment_due_response import PaymentDueResponse
    from ...models.phone_number import PhoneNumber
    from ...models.phone_number_list_response import PhoneNumberListResponse
    from ...models.phone_number_response import PhoneNumberResponse
    from ...models.proration_response import ProrationResponse
    from ...models.released_number_response import ReleasedNumberResponse
    from ...models.rentable_numbers_response import RentableNumbersResponse
    from ...models.rented_number_response import RentedNumberResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class PhoneNumbers:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawPhoneNumbers:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawPhoneNumbers(self._send)

    def list(self, *, request_options: RequestOptions | None = None) -> PhoneNumberListResponse:
        """List rented numbers.

        Returns the numbers rented from the platform; list_all also returns those brought along.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import phone_numbers_list as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[PhoneNumber]:
        """List rented numbers: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import phone_numbers_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def list_all(self, *, request_options: RequestOptions | None = None) -> AllPhoneNumbersResponse:
        """List all numbers.

        Returns the numbers rented from the platform and those brought along over SIP.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers, by where they come from.
        """
        from . import list_all as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter_all(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[PhoneNumber]:
        """List all numbers: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_all as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data.telephony_products", "data.custom_products")),
            limit,
            None,
        )

    def search_rentable(
        self,
        *,
        country_code: str,
        provider: NumberProvider,
        area_code: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RentableNumbersResponse:
        """Find numbers to rent.

        Returns numbers of a country that can be rented at present.

        Args:
            country_code: Country, two letters such as US.
            provider: Company to rent from.
            area_code: Only numbers in this area.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import search_rentable as _operation

        return self._send(
            _operation._get_kwargs(
                country_code=country_code, provider=provider, area_code=area_code
            ),
            _operation._parse,
            request_options,
        )

    def get_proration_amount(
        self, *, request_options: RequestOptions | None = None
    ) -> ProrationResponse:
        """Get the price of a number for the rest of the month.

        Returns what a further number costs now and every month.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The price.
        """
        from . import get_proration_amount as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def rent(
        self,
        *,
        phone_number: str,
        provider: NumberProvider,
        request_options: RequestOptions | None = None,
    ) -> RentedNumberResponse:
        """Rent a number.

        Rents a number and charges for it at once. Not safe to repeat after a timeout.

        Args:
            phone_number: The number, one of search_rentable's.
            provider: A company that numbers are rented from.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether a payment must be confirmed first.
        """
        from . import phone_numbers_rent as _operation

        return self._send(
            _operation._get_kwargs(body={"phoneNumber": phone_number, "provider": provider}),
            _operation._parse,
            request_options,
        )

    def release(
        self, *, product_id: str, request_options: RequestOptions | None = None
    ) -> ReleasedNumberResponse:
        """Give up a number.

        Ends the rent of a number.

        Args:
            product_id: Id of the number.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the number is given up.
        """
        from . import phone_numbers_release as _operation

        return self._send(
            _operation._get_kwargs(body={"productId": product_id}),
            _operation._parse,
            request_options,
        )

    def get_subscription_page(
        self, *, request_options: RequestOptions | None = None
    ) -> PageUrlResponse:
        """Get the address of the payments page.

        Returns the URL of a page on which a person can look after the payments for numbers.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The URL.
        """
        from . import get_subscription_page as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def get_unpaid_invoices(
        self, *, request_options: RequestOptions | None = None
    ) -> PaymentDueResponse:
        """Find out whether invoices are unpaid.

        Tells whether a payment is due before further numbers can be rented.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether a payment is due.
        """
        from . import get_unpaid_invoices as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def import_sip(
        self,
        *,
        phone_number: str,
        sip_termination_url: str,
        name: str | Unset = UNSET,
        sip_username: str | Unset = UNSET,
        sip_password: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PhoneNumberResponse:
        """Bring a number along over SIP.

        Connects a number of another provider through its SIP trunk.

        Args:
            phone_number: The number, in E.164 form such as +14155550100.
            sip_termination_url: Address of the trunk that calls go out through.
            name: Name of the number.
            sip_username: User name for the trunk.
            sip_password: Password for the trunk.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The number.
        """
        from . import import_sip as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "phoneNumber": phone_number,
                    "sipTerminationUrl": sip_termination_url,
                    "name": name,
                    "sipUsername": sip_username,
                    "sipPassword": sip_password,
                }
            ),
            _operation._parse,
            request_options,
        )


class RawPhoneNumbers:
    """The operations of `PhoneNumbers`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = PhoneNumbers(raw(send))

    list = RawMethod(PhoneNumbers.list)
    list_all = RawMethod(PhoneNumbers.list_all)
    search_rentable = RawMethod(PhoneNumbers.search_rentable)
    get_proration_amount = RawMethod(PhoneNumbers.get_proration_amount)
    rent = RawMethod(PhoneNumbers.rent)
    release = RawMethod(PhoneNumbers.release)
    get_subscription_page = RawMethod(PhoneNumbers.get_subscription_page)
    get_unpaid_invoices = RawMethod(PhoneNumbers.get_unpaid_invoices)
    import_sip = RawMethod(PhoneNumbers.import_sip)


class AsyncPhoneNumbers:
    """The awaitable twin of `PhoneNumbers`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawPhoneNumbers:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawPhoneNumbers(self._send)

    async def list(
        self, *, request_options: RequestOptions | None = None
    ) -> PhoneNumberListResponse:
        """List rented numbers.

        Returns the numbers rented from the platform; list_all also returns those brought along.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import phone_numbers_list as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[PhoneNumber]:
        """List rented numbers: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import phone_numbers_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def list_all(
        self, *, request_options: RequestOptions | None = None
    ) -> AllPhoneNumbersResponse:
        """List all numbers.

        Returns the numbers rented from the platform and those brought along over SIP.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers, by where they come from.
        """
        from . import list_all as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter_all(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[PhoneNumber]:
        """List all numbers: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_all as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data.telephony_products", "data.custom_products")),
            limit,
            None,
        )

    async def search_rentable(
        self,
        *,
        country_code: str,
        provider: NumberProvider,
        area_code: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RentableNumbersResponse:
        """Find numbers to rent.

        Returns numbers of a country that can be rented at present.

        Args:
            country_code: Country, two letters such as US.
            provider: Company to rent from.
            area_code: Only numbers in this area.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The numbers.
        """
        from . import search_rentable as _operation

        return await self._send(
            _operation._get_kwargs(
                country_code=country_code, provider=provider, area_code=area_code
            ),
            _operation._parse,
            request_options,
        )

    async def get_proration_amount(
        self, *, request_options: RequestOptions | None = None
    ) -> ProrationResponse:
        """Get the price of a number for the rest of the month.

        Returns what a further number costs now and every month.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The price.
        """
        from . import get_proration_amount as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def rent(
        self,
        *,
        phone_number: str,
        provider: NumberProvider,
        request_options: RequestOptions | None = None,
    ) -> RentedNumberResponse:
        """Rent a number.

        Rents a number and charges for it at once. Not safe to repeat after a timeout.

        Args:
            phone_number: The number, one of search_rentable's.
            provider: A company that numbers are rented from.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether a payment must be confirmed first.
        """
        from . import phone_numbers_rent as _operation

        return await self._send(
            _operation._get_kwargs(body={"phoneNumber": phone_number, "provider": provider}),
            _operation._parse,
            request_options,
        )

    async def release(
        self, *, product_id: str, request_options: RequestOptions | None = None
    ) -> ReleasedNumberResponse:
        """Give up a number.

        Ends the rent of a number.

        Args:
            product_id: Id of the number.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the number is given up.
        """
        from . import phone_numbers_release as _operation

        return await self._send(
            _operation._get_kwargs(body={"productId": product_id}),
            _operation._parse,
            request_options,
        )

    async def get_subscription_page(
        self, *, request_options: RequestOptions | None = None
    ) -> PageUrlResponse:
        """Get the address of the payments page.

        Returns the URL of a page on which a person can look after the payments for numbers.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The URL.
        """
        from . import get_subscription_page as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def get_unpaid_invoices(
        self, *, request_options: RequestOptions | None = None
    ) -> PaymentDueResponse:
        """Find out whether invoices are unpaid.

        Tells whether a payment is due before further numbers can be rented.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether a payment is due.
        """
        from . import get_unpaid_invoices as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def import_sip(
        self,
        *,
        phone_number: str,
        sip_termination_url: str,
        name: str | Unset = UNSET,
        sip_username: str | Unset = UNSET,
        sip_password: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PhoneNumberResponse:
        """Bring a number along over SIP.

        Connects a number of another provider through its SIP trunk.

        Args:
            phone_number: The number, in E.164 form such as +14155550100.
            sip_termination_url: Address of the trunk that calls go out through.
            name: Name of the number.
            sip_username: User name for the trunk.
            sip_password: Password for the trunk.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The number.
        """
        from . import import_sip as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "phoneNumber": phone_number,
                    "sipTerminationUrl": sip_termination_url,
                    "name": name,
                    "sipUsername": sip_username,
                    "sipPassword": sip_password,
                }
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawPhoneNumbers:
    """The operations of `AsyncPhoneNumbers`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncPhoneNumbers(raw(send))

    list = AsyncRawMethod(AsyncPhoneNumbers.list)
    list_all = AsyncRawMethod(AsyncPhoneNumbers.list_all)
    search_rentable = AsyncRawMethod(AsyncPhoneNumbers.search_rentable)
    get_proration_amount = AsyncRawMethod(AsyncPhoneNumbers.get_proration_amount)
    rent = AsyncRawMethod(AsyncPhoneNumbers.rent)
    release = AsyncRawMethod(AsyncPhoneNumbers.release)
    get_subscription_page = AsyncRawMethod(AsyncPhoneNumbers.get_subscription_page)
    get_unpaid_invoices = AsyncRawMethod(AsyncPhoneNumbers.get_unpaid_invoices)
    import_sip = AsyncRawMethod(AsyncPhoneNumbers.import_sip)

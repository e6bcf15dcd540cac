"""The namespace `PhoneNumbers` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...models.all_phone_numbers_response import AllPhoneNumbersResponse
    from ...models.number_provider import NumberProvider
    from ...models.page_url_response import PageUrlResponse
    from ...models.payment_due_response import PaymentDueResponse
    from ...models.phone_number_list_response import PhoneNumberListResponse
    from ...models.phone_number_response import PhoneNumberResponse
    from ...models.proration_response import ProrationResponse
    from ...models.released_number_response import ReleasedNumberResponse
    from ...models.rentable_numbers_response import RentableNumbersResponse
    from ...models.rented_number_response import RentedNumberResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class PhoneNumbers:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncPhoneNumbers:
    """The awaitable twin of `PhoneNumbers`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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

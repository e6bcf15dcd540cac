"""Phone numbers: those that can be rented, those that are, and those brought along over SIP."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from .atoms_ledger import NUMBER_PRICE, RELEASED
from .atoms_numbering import NUMBERINGS, place_of
from .atoms_plan import require_feature
from .atoms_records import AGENTS, NUMBERS
from .atoms_resources import Resource
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok, timestamp

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = "/atoms/v1/product"

_OFFERED = 5


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of phone numbers."""
    handlers = {
        f"GET {PATH}/phone-numbers": _rented,
        f"GET {PATH}/all-numbers": _all,
        f"GET {PATH}/get-available-numbers": _rentable,
        f"GET {PATH}/proration-amount": _proration,
        f"POST {PATH}/rent-number": _rent,
        f"POST {PATH}/release-number": _release,
        f"GET {PATH}/manage-subscription": _page,
        f"GET {PATH}/unpaid-invoices": _unpaid,
        f"POST {PATH}/import-phone-number": _import,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def _show(state: State, number: Document) -> dict[str, Any]:
    agents = state.store.list(AGENTS)
    users = (each.id for each in agents if number.id in each.body.get("telephonyProductId", ()))
    hidden = ("organization", "createdBy", "sip", "cpsLimit")
    return {
        "_id": number.id,
        **{name: value for name, value in number.body.items() if name not in hidden},
        "agentId": next(users, None),
        "createdAt": timestamp(number.created),
        "updatedAt": timestamp(number.updated),
    }


_NUMBER = Resource(
    noun="Phone number",
    collection=NUMBERS,
    fields={},
    show=_show,
    feature="phoneNumbers",
    limit="numbers",
)


def _rented(state: State, _: Inputs) -> Response:
    return atoms_ok(_NUMBER.all(state, {"productType": "telephony"}))


def _all(state: State, _: Inputs) -> Response:
    return atoms_ok(
        {
            "telephonyProducts": _NUMBER.all(state, {"productType": "telephony"}),
            "customProducts": [
                {**each, "productType": "custom-telephony"}  # as this listing alone calls them
                for each in _NUMBER.all(state, {"productType": "custom"})
            ],
        }
    )


def _rentable(state: State, inputs: Inputs) -> Response:
    query = inputs.query
    country = query["countryCode"].upper()
    if country not in NUMBERINGS:
        return atoms_error(400, f"No numbers can be rented in '{country}'")
    area = query["areaCode"] or NUMBERINGS[country].area
    offered = _offer(country, query["provider"], area)
    return atoms_ok([each for each in offered if not _is_taken(state, each["phoneNumber"])])


def _offer(country: str, provider: str, area: str) -> list[dict[str, Any]]:
    """Return numbers of an area of a country, the same ones each time; none of no such area."""
    if not NUMBERINGS[country].has(area):
        return []
    prefix = NUMBERINGS[country].start(area)
    digest = sha256(f"{country}{provider}{area}".encode()).digest()
    start = int.from_bytes(digest[:2], "big") % (10_000 - _OFFERED)
    return [
        {
            "phoneNumber": f"{prefix}{start + index:04d}",
            "countryCode": country,
            "provider": provider,
            "areaCode": area,
        }
        for index in range(_OFFERED)
    ]


def _is_taken(state: State, phone_number: str) -> bool:
    numbers = state.store.list(NUMBERS)
    return any(each.body["attributes"]["phoneNumber"] == phone_number for each in numbers)


def _require_free(state: State, phone_number: str) -> None:
    if _is_taken(state, phone_number):
        raise RefusedError(atoms_error(400, f"{phone_number} is taken"))


def _rent(state: State, inputs: Inputs) -> Response:
    number, provider = inputs.body["phoneNumber"], inputs.body["provider"]
    _require_free(state, number)
    place = place_of(number)
    if place is None:
        return atoms_error(400, f"{number} cannot be rented")
    attributes = {
        "provider": provider,
        "phoneNumber": number,
        "countryCode": place[0],
        "areaCode": place[1],
        "complianceApplicationId": None,
    }
    _NUMBER.insert(state, {}, productType="telephony", isActive=True, attributes=attributes)
    return atoms_ok({"requiresAction": False})


def _import(state: State, inputs: Inputs) -> Response:
    require_feature(state, "telephony")
    body = inputs.body
    number = body["phoneNumber"].strip()
    if not (number.startswith("+") and number[1:].isdigit()):
        return atoms_error(400, "phoneNumber: must be in E.164 form, such as +12025550123")
    _require_free(state, number)
    trunk = sha256(f"{number}{body['sipTerminationUrl']}".encode()).hexdigest()[:12]
    attributes = {
        "name": body.get("name", number),
        "phoneNumber": number,
        "outboundSipTrunkId": f"ST_out{trunk}",
        "inboundSipTrunkId": f"ST_in{trunk}",
    }
    made = _NUMBER.insert(
        state,
        {},
        productType="custom",
        isActive=True,
        attributes=attributes,
        sip={"url": body["sipTerminationUrl"], "username": body.get("sipUsername")},
    )
    return atoms_ok(_show(state, made))


def _release(state: State, inputs: Inputs) -> Response:
    number = _NUMBER.require(state, inputs.body["productId"], 400)
    state.store.delete(NUMBERS, number.id)
    if number.body["productType"] == "telephony":
        state.store.insert(RELEASED, {"rentedAt": number.created}, document_id=number.id)
    for agent in state.store.list(AGENTS):
        held = agent.body.get("telephonyProductId", [])
        if number.id in held:
            left = [each for each in held if each != number.id]
            state.store.update(AGENTS, agent.id, {"telephonyProductId": left})
    return atoms_ok({"success": True})


def _proration(state: State, _: Inputs) -> Response:
    today = datetime.fromtimestamp(state.clock(), UTC)
    days = monthrange(today.year, today.month)[1]
    left = days - today.day + 1
    charge = round(NUMBER_PRICE * left / days, 2)
    return atoms_ok(
        {
            "immediateCharge": charge,
            "perNumberRecurringAmount": NUMBER_PRICE,
            "monthlyRate": NUMBER_PRICE,
            "prorationAmount": charge,
            "daysRemaining": left,
            "daysInMonth": days,
            "proratedValue": charge,
        }
    )


def _page(_: State, __: Inputs) -> Response:
    return atoms_ok({"url": "https://billing.sandbox.example/numbers"})


def _unpaid(_: State, __: Inputs) -> Response:
    return atoms_ok({"paymentRequired": False})

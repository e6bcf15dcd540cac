"""Everything this package raises on purpose.

* `SmallestError`

  * `ConfigurationError` (also a `ValueError`): no key, a bad URL, a missing extra
  * `ArgumentError` (also a `ValueError`): an argument no request can be made of
  * `OutputError` (also an `OSError`): a file could not be written
  * `APIError`: the service refused a request

    * `BadRequestError` (400)

      * `PlanNotEntitledError`: the plan does not include the feature
    * `AuthenticationError` (401)
    * `PaymentRequiredError` (402)
    * `PermissionDeniedError` (403)

      * `OrganizationNotAllowedError`: the feature is closed to the organisation
    * `NotFoundError` (404)
    * `ConflictError` (409)
    * `ModelRetiredError` (410)
    * `FrozenError` (423)
    * `RateLimitError` (429)

      * `ConcurrencyLimitError`: too many at once, not too many a minute
    * `ServerError` (500 and above)
  * `APIConnectionError`: the service could not be reached, or went away

    * `APITimeoutError`
  * `StreamError`: the service reported an error inside a stream

    * `StreamClosedError`: a stream was closed before its end
  * `LocalProtocolError`: you called something out of turn
  * `RemoteProtocolError`: the service sent something that breaks its own grammar

An error says what happened, then what to do where that is known, then the status, the service's
code and the request id. All of these are attributes as well. No error holds an API key.
"""

from __future__ import annotations

from smallestai._exceptions import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    ConfigurationError,
    LocalProtocolError,
    OutputError,
    RemoteProtocolError,
    SmallestError,
    StreamClosedError,
    StreamError,
)
from smallestai._refusals import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConcurrencyLimitError,
    ConflictError,
    FrozenError,
    ModelRetiredError,
    NotFoundError,
    OrganizationNotAllowedError,
    PaymentRequiredError,
    PermissionDeniedError,
    PlanNotEntitledError,
    RateLimitError,
    ServerError,
    api_error,
    stream_error,
)

__all__ = [
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "ArgumentError",
    "AuthenticationError",
    "BadRequestError",
    "ConcurrencyLimitError",
    "ConfigurationError",
    "ConflictError",
    "FrozenError",
    "LocalProtocolError",
    "ModelRetiredError",
    "NotFoundError",
    "OrganizationNotAllowedError",
    "OutputError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "PlanNotEntitledError",
    "RateLimitError",
    "RemoteProtocolError",
    "ServerError",
    "SmallestError",
    "StreamClosedError",
    "StreamError",
    "api_error",
    "stream_error",
]

# Tracebacks and pickles name the public module.
for _name in __all__:
    globals()[_name].__module__ = __name__

"""Settings: where they come from, and what is refused before anything is sent."""

import dataclasses
import math

import pytest

from smallestai import ArgumentError, ConfigurationError, Timeout, __version__
from smallestai._config import Config

SECRET = "sk_0123456789abcdef"


def test_defaults():
    """A key is all that is needed."""
    config = Config.resolve(api_key=SECRET)
    assert config.base_url == "https://api.smallest.ai"
    assert config.timeout == Timeout(connect=10, first=30, between=20, total=600)
    assert (config.max_retries, config.headers) == (2, {})


def test_environment(monkeypatch):
    """Variables count when the client is made, arguments before them; an empty one is none."""
    monkeypatch.setenv("SMALLEST_API_KEY", f" {SECRET}\n")
    monkeypatch.setenv("SMALLEST_BASE_URL", "http://127.0.0.1:9/")
    assert Config.resolve().api_key == SECRET
    assert Config.resolve().base_url == "http://127.0.0.1:9"
    assert Config.resolve(api_key=" other\n").api_key == "other"
    assert Config.resolve(region="us").base_url == "https://api.us.smallest.ai"
    assert Config.resolve(base_url="http://h").base_url == "http://h"
    monkeypatch.setenv("SMALLEST_BASE_URL", " ")
    assert Config.resolve().base_url == "https://api.smallest.ai"


@pytest.mark.parametrize("variable", [None, "", "  "])
def test_no_key(monkeypatch, variable):
    """Without a key the error says how to get one, and what needs none."""
    if variable is not None:
        monkeypatch.setenv("SMALLEST_API_KEY", variable)
    with pytest.raises(ConfigurationError) as caught:
        Config.resolve()
    text = str(caught.value)
    for word in ("SMALLEST_API_KEY", "https://app.smallest.ai", "SmallestAI.sandbox()"):
        assert word in text
    assert "\n" not in text


@pytest.mark.parametrize(
    "key",
    [
        f"{SECRET} x",
        f"{SECRET}\nX-Evil: 1",
        f"{SECRET}é",
        f"{SECRET}\x00",
        f"Bearer {SECRET}",
        b"sk_0123",
    ],
)
def test_bad_key_is_not_shown(key):
    """A key that cannot be one is refused without being quoted."""
    with pytest.raises(ConfigurationError) as caught:
        Config.resolve(api_key=key)
    assert "0123" not in f"{caught.value!s}{caught.value!r}{vars(caught.value)}"


def test_repr_hides_the_key():
    """No repr shows the key, nor the headers, which may hold others."""
    config = Config.resolve(api_key=SECRET, headers={"X-Gateway-Key": "hidden-too"})
    assert SECRET not in repr(config)
    assert "hidden-too" not in repr(config)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://h/", "https://h"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:80/", "http://[::1]:80"),
        ("https://h/smallest/v9//", "https://h/smallest/v9"),
        (" https://h ", "https://h"),
    ],
)
def test_base_url(given, kept):
    """A base URL keeps its path and loses the slashes at its end."""
    assert Config.resolve(api_key="k", base_url=given).base_url == kept


@pytest.mark.parametrize(
    "url",
    [
        "h",
        "ws://h",
        "ftp://h",
        "https://",
        "https://h:port",
        "https://h:99999",
        "https://h?x=1",
        "https://h#f",
        "https://a b",
        "https://h\n/x",
        "http://[::1",
        "https://hö.example",
        5,
    ],
)
def test_bad_base_url(url):
    """A base URL that cannot be one is refused with its value and an example."""
    with pytest.raises(ConfigurationError, match=r"base_url=.*https://api\.smallest\.ai"):
        Config.resolve(api_key="k", base_url=url)


def test_base_url_with_a_password_is_not_shown():
    """Credentials in a base URL are refused and not quoted."""
    with pytest.raises(ConfigurationError) as caught:
        Config.resolve(api_key="k", base_url="https://me:hunter2@h")
    assert "hunter2" not in str(caught.value)


def test_regions():
    """A region is a host; an unknown one, or one beside a base URL, is refused."""
    assert Config.resolve(api_key="k", region="india").base_url == "https://api.india.smallest.ai"
    with pytest.raises(ConfigurationError, match=r"region='eu'.*'us' or 'india'"):
        Config.resolve(api_key="k", region="eu")
    with pytest.raises(ConfigurationError, match="contradict"):
        Config.resolve(api_key="k", region="us", base_url="https://h")


@pytest.mark.parametrize("value", [0, -1, math.inf, math.nan, True, "5", 10**9])
def test_bad_timeouts(value):
    """A timeout is a number of seconds that ends some day."""
    with pytest.raises(ArgumentError, match="seconds above 0"):
        Timeout.of(value)
    with pytest.raises(ArgumentError, match=r"timeout\.total="):
        Timeout(total=value)


def test_timeout_of():
    """A number sets the waits, and the whole where that would be less; None is the defaults."""
    assert Timeout.of(None) == Timeout()
    assert Timeout.of(5) == Timeout(5, 5, 5, 600)
    assert Timeout.of(900.0) == Timeout(900, 900, 900, 900)
    assert Timeout.of(Timeout(first=1)) == Timeout(first=1)


@pytest.mark.parametrize("value", [-1, 21, 1.5, True, None, "2"])
def test_bad_retries(value):
    """Retries are a small whole number."""
    with pytest.raises(ArgumentError, match=r"max_retries=.*0 to 20"):
        Config.resolve(api_key="k", max_retries=value)


@pytest.mark.parametrize(
    "headers",
    [
        {"a b": "1"},
        {"": "1"},
        {"X": "a\r\nb"},
        {"X": "é"},
        {"X": 1},
        {1: "x"},
        ["X"],
        {"authorization": "Bearer other"},
    ],
)
def test_bad_headers(headers):
    """Headers that would break a request, or replace the key, are refused without their values."""
    with pytest.raises(ArgumentError, match="headers") as caught:
        Config.resolve(api_key="k", headers=headers)
    assert "other" not in str(caught.value)


def test_request_headers():
    """The key, the source and the caller's headers go with every request, each once."""
    config = Config.resolve(api_key=SECRET, headers={"user-agent": "mine/1", "X-Trace": "7"})
    assert config.request_headers() == {
        "Authorization": f"Bearer {SECRET}",
        "X-Source": f"smallestai-python/{__version__}",
        "User-Agent": "mine/1",
        "X-Trace": "7",
    }
    plain = Config.resolve(api_key=SECRET).request_headers()
    assert plain["User-Agent"] == f"smallestai-python/{__version__}"


@pytest.mark.parametrize(
    ("base", "query", "expected"),
    [
        ("https://h", {}, "wss://h/live"),
        ("http://h:1/p", {"timeout": 60, "no": None}, "ws://h:1/p/live?timeout=60"),
        (
            "https://h",
            {"a": True, "b": "x y&z", "c": [1, 2]},
            "wss://h/live?a=true&b=x+y%26z&c=1&c=2",
        ),
    ],
)
def test_socket_url(base, query, expected):
    """Sockets follow the base URL; query values are spelt as on the wire."""
    assert Config.resolve(api_key="k", base_url=base).socket_url("/live", **query) == expected


def test_replace_checks_again():
    """Changed settings are checked as new ones are, and the old ones stay as they are."""
    config = Config.resolve(api_key="k")
    assert config.replace(max_retries=5).max_retries == 5
    assert config.max_retries == 2
    with pytest.raises(ArgumentError):
        config.replace(max_retries=-1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        config.max_retries = 3
    with pytest.raises(dataclasses.FrozenInstanceError):
        config.timeout.first = 3


def test_headers_are_copied():
    """Settings do not change with the mapping they were made of."""
    headers = {"X-Trace": "1"}
    config = Config.resolve(api_key="k", headers=headers)
    headers["X-Trace"] = "2"
    assert config.headers == {"X-Trace": "1"}

"""Webhooks: keeping them, and what they are sent of calls, signed."""

import hashlib
import hmac
import json
import queue
from contextlib import contextmanager

import pytest
from agent_talk import CALLS, check, client_of
from servers import answer, read_request, tcp_server

WEBHOOK = "/atoms/v1/webhook"
ALL = ("pre-conversation", "post-conversation", "analytics-completed")
SCHEMAS = dict(
    zip(
        ALL,
        ("PreConversationEvent", "PostConversationEvent", "AnalyticsCompletedEvent"),
        strict=True,
    )
)
NOBODY = "0" * 24
ELSEWHERE = "https://hooks.example.com/take"
METRICS = {
    "dispositionMetrics": [
        {"identifier": f"m_{kind.lower()}", "dispositionMetricPrompt": "What?", **more}
        for kind, more in (
            ("STRING", {"dispositionMetricType": "STRING"}),
            ("BOOLEAN", {"dispositionMetricType": "BOOLEAN"}),
            ("INTEGER", {"dispositionMetricType": "INTEGER"}),
            ("ENUM", {"dispositionMetricType": "ENUM", "choices": ["x", "y"]}),
        )
    ],
    "successMetrics": [
        {
            "identifier": "done",
            "successMetricPrompt": "Done?",
            "successMetricType": "PASS_FAIL",
        }
    ],
}


@pytest.fixture(scope="module")
def client():
    numbers = {"+1000": "no_answer", "+2000": "busy"}
    fast = {"time_scale": 0.05, "call_seconds": 2.0, "agent_pace": None}
    with client_of(call_outcomes=numbers, **fast) as made:
        yield made


class Receiver:
    """Keeps what a webhook is sent."""

    def __init__(self, url, requests):
        self.url = url
        self._requests = requests

    def next(self):
        """Return the headers and the body of the next request."""
        head, _, body = self._requests.get(timeout=10).partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")[1:]
        return {
            name.lower(): value for name, value in (line.split(": ", 1) for line in lines)
        }, body

    def events(self, count):
        """Return the next events, each of which agrees with its schema."""
        found = []
        for _ in range(count):
            event = json.loads(self.next()[1])
            check(event, SCHEMAS[event["metadata"]["eventType"]])
            found.append(event)
        return found


@contextmanager
def receiver(status="200 OK"):
    """Run an endpoint that answers with a status."""
    requests = queue.Queue()

    def take(connection):
        requests.put(read_request(connection))
        connection.sendall(answer(b"", "text/plain", status=status))

    with tcp_server(take) as url:
        yield Receiver(url, requests)


def create(client, url, agent, *kinds):
    """Create a webhook, return its id."""
    events = [{"agentId": agent, "eventType": kind} for kind in kinds]
    body = {"endpoint": url, "description": "Notes", "events": events}
    return client.data("POST", WEBHOOK, json=body)


def one(client, webhook):
    """Return a webhook."""
    return client.data("GET", WEBHOOK, params={"webhookId": webhook})


def logs(client, url):
    """Return the log of deliveries to an address, oldest first."""
    reply = client.request("GET", "/waves/v1/analytics/webhooks/logs", params={"pageSize": 100})
    return [each for each in reply.json()["data"][::-1] if each["webhook_url"] == url]


# Management


def test_a_webhook_is_kept(client):
    """It is created, read with its secret, listed, changed, and deleted."""
    agent = client.agent()
    webhook = create(client, ELSEWHERE, agent, "post-conversation")
    kept = one(client, webhook)
    assert (kept["url"], kept["description"], kept["status"]) == (ELSEWHERE, "Notes", "enabled")
    assert len(kept["decryptedSecretKey"]) == 64
    [subscriber] = kept["subscriptions"]
    assert subscriber["eventType"] == "post-conversation"
    assert (subscriber["agentId"]["_id"], subscriber["agentId"]["name"]) == (agent, "Receptionist")
    assert kept in client.data("GET", WEBHOOK)
    changes = {"endpoint": "http://127.0.0.1:9/x", "headers": {"X-Team": "desk"}}
    client.data("PATCH", f"{WEBHOOK}/{webhook}", json=changes)
    changed = one(client, webhook)
    assert changed["url"] == "http://127.0.0.1:9/x"
    assert changed["decryptedSecretKey"] == kept["decryptedSecretKey"]
    assert "headers" not in changed
    assert client.request("DELETE", f"{WEBHOOK}/{webhook}").status_code == 400
    client.data("DELETE", f"/atoms/v1/agent/{agent}/webhook-subscriptions")
    client.data("DELETE", f"{WEBHOOK}/{webhook}")
    assert client.request("GET", WEBHOOK, params={"webhookId": webhook}).status_code == 400


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"endpoint": "nowhere"}, "endpoint: Invalid url"),
        ({"endpoint": "ftp://example.com"}, "endpoint: Invalid url"),
        ({"endpoint": "http://[/"}, "endpoint: Invalid url"),
        ({"description": 7}, "description: Expected string, received number"),
        ({"events": [{"agentId": NOBODY, "eventType": "post-conversation"}]}, "No agent found"),
        ({"events": [{"agentId": NOBODY, "eventType": "x"}]}, "events.0.eventType: Invalid enum"),
    ],
)
def test_a_bad_webhook_is_refused(client, change, error):
    """A bad address, an unknown agent, an unknown event: 400, and nothing is kept."""
    before = len(client.data("GET", WEBHOOK))
    body = {"endpoint": ELSEWHERE, "description": "", "events": [], **change}
    reply = client.request("POST", WEBHOOK, json=body)
    assert reply.status_code == 400
    assert reply.json()["errors"][0].startswith(error)
    assert len(client.data("GET", WEBHOOK)) == before


@pytest.mark.parametrize(
    "headers",
    [
        {f"X-{number}": "x" for number in range(11)},
        {"X-Long": "x" * 1025},
        {"Host": "x"},
        {"x-signature": "x"},
        {"X Y": "x"},
        {"X-Line": "a\r\nb"},
    ],
)
def test_bad_headers_are_refused(client, headers):
    """Too many, too long, reserved, or no headers at all."""
    webhook = create(client, ELSEWHERE, client.agent())
    reply = client.request("PATCH", f"{WEBHOOK}/{webhook}", json={"headers": headers})
    assert reply.status_code == 400
    good = {f"X-{number}": "x" * 1024 for number in range(10)}
    client.data("PATCH", f"{WEBHOOK}/{webhook}", json={"headers": good})


def test_an_unknown_webhook_is_missing(client):
    """404 for changes, 400 for a read by its id."""
    assert client.request("PATCH", f"{WEBHOOK}/{NOBODY}", json={}).status_code == 404
    assert client.request("DELETE", f"{WEBHOOK}/{NOBODY}").status_code == 404
    assert client.request("GET", WEBHOOK, params={"webhookId": NOBODY}).status_code == 400


def test_subscriptions_of_an_agent(client):
    """POST replaces them all, each once; DELETE removes them all; others' stay."""
    agent, other = client.agent(), client.agent()
    path = f"/atoms/v1/agent/{agent}/webhook-subscriptions"
    first = create(client, ELSEWHERE, agent, *ALL)
    create(client, ELSEWHERE, other, "post-conversation")
    assert [each["eventType"] for each in client.data("GET", path)] == [*ALL]
    second = create(client, ELSEWHERE, agent)
    kinds = ["analytics-completed", "analytics-completed"]
    client.data("POST", path, json={"eventTypes": kinds, "webhookId": second})
    [left] = client.data("GET", path)
    assert (left["webhookId"], left["agentId"]) == (second, agent)
    assert one(client, first)["subscriptions"] == []
    client.data("DELETE", path)
    assert client.data("GET", path) == []
    assert client.data("GET", f"/atoms/v1/agent/{other}/webhook-subscriptions") != []
    missing = {"eventTypes": [], "webhookId": NOBODY}
    assert client.request("POST", path, json=missing).status_code == 404
    nobody = f"/atoms/v1/agent/{NOBODY}/webhook-subscriptions"
    assert client.request("GET", nobody).json() == {"errors": ["No agent found"]}


def test_webhooks_are_part_of_a_plan():
    """A plan without them refuses new ones, and says what to do."""
    with client_of(plan_excludes=("webhooks",)) as client:
        body = {"endpoint": ELSEWHERE, "description": "", "events": []}
        [text] = client.request("POST", WEBHOOK, json=body).json()["errors"]
        assert "plan" in text.lower()
        assert "upgrade" in text.lower()


# Delivery


def test_a_call_is_told_in_three_events(client):
    """Before, after, and when analysed; one call id joins them; all is signed with the secret."""
    agent = client.agent(firstMessage="Hello {{name}}.", defaultVariables={"name": "Sam"})
    with receiver() as endpoint:
        secret = one(client, create(client, endpoint.url, agent, *ALL))["decryptedSecretKey"]
        call_id = client.dial(agent, "+14155550123")
        bodies = []
        for _ in ALL:
            headers, body = endpoint.next()
            signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
            assert headers["x-signature"] == signature
            assert headers["content-type"] == "application/json"
            bodies.append(json.loads(body))
    for event, kind in zip(bodies, ALL, strict=True):
        check(event, SCHEMAS[kind])
        assert event["event"] == f"{agent}.{kind}"
        assert (event["url"], event["description"]) == (endpoint.url, "Notes")
        about = event["metadata"]
        assert (about["callId"], about["conversationType"]) == (call_id, "telephonyOutbound")
    before, after, analysed = (event["metadata"] for event in bodies)
    assert (before["toPhone"], before["fromPhone"]) == ("+14155550123", "+12025550100")
    assert after["transcript"][0]["content"] == "Hello Sam."
    assert after["variables"] == {"name": "Sam"}
    assert after["recordingUrl"].startswith(client.sandbox.url)
    data = after["callData"]
    assert data == analysed["callData"]
    assert (data["callStatus"], data["callDirection"]) == ("completed", "telephony_outbound")
    assert data["callDuration"] == pytest.approx(1.8)
    assert data["answerTime"] < data["endTime"]
    assert analysed["analytics"]["summary"]
    assert len({event["id"] for event in bodies}) == 3


def test_metrics_have_values_of_their_types(client):
    """Text, truth, number, choice and mark, each typed; as texts in the record of the call."""
    agent = client.agent()
    state = client.sandbox._running()
    state.store.update("agents", agent, {"postCallAnalyticsConfig": METRICS})
    with receiver() as endpoint:
        create(client, endpoint.url, agent, "analytics-completed")
        call_id = client.dial(agent)
        [event] = endpoint.events(1)
    metrics = event["metadata"]["analytics"]["dispositionMetrics"]
    assert [each["value"] for each in metrics] == ["answered", True, 1, "x"]
    assert [each["dispositionMetricType"] for each in metrics][-1] == "ENUM"
    assert event["metadata"]["analytics"]["successMetrics"][0]["value"] is True
    kept = client.call(call_id)["postCallAnalytics"]["dispositionMetrics"]
    assert [each["value"] for each in kept] == ["answered", "true", "1", "x"]


@pytest.mark.parametrize(
    ("number", "status"), [("+1000", "no_answer"), ("+2000", "busy")], ids=["no answer", "busy"]
)
def test_a_call_that_nobody_answers_is_told(client, number, status):
    """Its metrics are null, it has no transcript and no recording."""
    agent = client.agent()
    state = client.sandbox._running()
    state.store.update("agents", agent, {"postCallAnalyticsConfig": METRICS})
    with receiver() as endpoint:
        create(client, endpoint.url, agent, *ALL)
        client.dial(agent, number)
        _, after, analysed = (event["metadata"] for event in endpoint.events(3))
    assert after["callData"]["callStatus"] == status
    assert (after["callData"]["answerTime"], after["recordingUrl"]) == (None, None)
    assert after["transcript"] == []
    assert {each["value"] for each in analysed["analytics"]["dispositionMetrics"]} == {None}


def test_a_session_on_the_socket_is_told_too(client):
    """With its transcript; it has neither numbers nor direction."""
    agent = client.agent(firstMessage="Hello.")
    with receiver() as endpoint:
        create(client, endpoint.url, agent, *ALL)
        with client.talk(agent, mode="chat") as talk:
            talk.answer()
            [before] = endpoint.events(1)
            talk.say("Say: fine.")
            talk.answer()
            talk.close()
        after, analysed = endpoint.events(2)
    assert before["metadata"]["conversationType"] == "webcall"
    said = [each["content"] for each in after["metadata"]["transcript"]]
    assert said == ["Hello.", "Say: fine.", "fine."]
    assert "callDirection" not in analysed["metadata"]["callData"]


def test_only_subscribers_are_told(client):
    """Other events and other agents' calls go nowhere; own headers go along."""
    agent = client.agent()
    with receiver() as endpoint:
        webhook = create(client, endpoint.url, agent, "analytics-completed")
        headers = {"X-Team": "desk", "Authorization": "Basic eA=="}
        client.data("PATCH", f"{WEBHOOK}/{webhook}", json={"headers": headers})
        client.ended(client.dial(client.agent()))
        call_id = client.dial(agent)
        sent, body = endpoint.next()
    assert (sent["x-team"], sent["authorization"]) == ("desk", "Basic eA==")
    assert json.loads(body)["metadata"]["callId"] == call_id


def test_a_failure_is_logged_and_not_repeated(client):
    """An endpoint that answers 500 gets each event once."""
    agent = client.agent()
    with receiver("500 Internal Server Error") as endpoint:
        create(client, endpoint.url, agent, "post-conversation", "analytics-completed")
        client.dial(agent)
        endpoint.events(2)
        with receiver() as later:  # by its only event, all of the first call is over
            create(client, later.url, agent, "analytics-completed")
            client.dial(agent)
            later.events(1)
        endpoint.events(2)
        entries = logs(client, endpoint.url)
    assert {each["status"] for each in entries} == {"FAILED"}
    assert [each["response_status_code"] for each in entries][:2] == [500, 500]
    assert [each["event_type"] for each in entries][:2] == [*ALL[1:]]


def test_an_endpoint_elsewhere_is_never_contacted(client):
    """The log says that it was refused, and why; the next endpoint is told all the same."""
    agent = client.agent()
    url = "http://192.0.2.1/take"
    with receiver() as endpoint:
        create(client, url, agent, "post-conversation")
        create(client, endpoint.url, agent, "analytics-completed")
        client.dial(agent)
        endpoint.events(1)
    [entry] = logs(client, url)
    assert (entry["status"], "response_status_code" in entry) == ("FAILED", False)
    assert "this machine only" in entry["error"]


def test_a_slow_endpoint_is_given_up():
    """After 30 seconds, scaled, the event counts as failed, and the next is sent."""
    with client_of(time_scale=0.002) as client:
        agent = client.agent()
        arrived = queue.Queue()

        def hold(connection):
            arrived.put(read_request(connection))
            connection.recv(1)  # until the sandbox goes

        with tcp_server(hold) as url:
            create(client, url, agent, "post-conversation")
            with receiver() as endpoint:
                create(client, endpoint.url, agent, "analytics-completed")
                client.dial(agent)
                endpoint.events(1)
            arrived.get(timeout=10)
        [entry] = logs(client, url)
    assert "30 seconds" in entry["error"]


def test_a_call_off_the_queue_is_told():
    """It has the status `cancelled`; there was nothing to say before it."""
    with client_of(plan_limits={"concurrentCalls": 0}) as client:
        agent = client.agent()
        with receiver() as endpoint:
            create(client, endpoint.url, agent, *ALL)
            call_id = client.dial(agent)
            client.data("POST", f"{CALLS}/{call_id}/cancel")
            after, _ = endpoint.events(2)
    assert after["metadata"]["eventType"] == "post-conversation"
    assert after["metadata"]["callData"]["callStatus"] == "cancelled"

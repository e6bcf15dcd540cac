"""Does with agents what programs of 4.3 do, under whatever release is installed; see `program`.

    python agents.py URL

Each result is the shape of what was returned, or what an ``except`` clause of such a program sees.
"""

import json
import os
import sys
import warnings

import requests

URL = f"{sys.argv[1]}/atoms/v1"
os.environ |= {"SMALLEST_BASE_URL": URL, "SMALLEST_API_KEY": "any-key"}
warnings.simplefilter("ignore")

from smallestai import atoms  # noqa: E402

NUMBERS = ["+14155550100", "+14155550101"]
CASES = {}
CLIENT = atoms.AtomsClient(atoms.Configuration(host=URL, access_token="any-key"))


def case(function):
    """Mark a case."""
    CASES[function.__name__] = function


def shape(value):
    """Return the names and types that JSON has, of a list those of its first thing."""
    if isinstance(value, dict):
        return {name: shape(each) for name, each in sorted(value.items())}
    if isinstance(value, list):
        return [shape(each) for each in value[:1]]
    return type(value).__name__


def agent_id():
    return CLIENT.new_agent("Desk", prompt="Be short.", background_sound="office").data


def audience_id():
    return CLIENT.create_audience("People", NUMBERS)["data"]["_id"]


def campaign_id(manager=None):
    phones = [each["_id"] for each in CLIENT.get_phone_numbers()["data"]][:1]
    manager = manager or atoms.Campaign()
    return manager.create("June", agent_id(), audience_id(), phones)["data"]["_id"]


@case
def agents():
    agent = agent_id()
    found = CLIENT.get_agent_by_id(agent)
    shown = [type(agent).__name__, isinstance(found, dict), shape(found)]
    flow = CLIENT.get_agent_workflow(agent)
    api = atoms.AgentsApi(CLIENT.api_client)
    flows = [flow.status, flow.data.nodes, api.agent_id_workflow_get(agent).data.edges]
    return [*shown, flows, shape(CLIENT.delete_agent(agent))]


@case
def webhooks():
    sent = {"endpoint": "https://hooks.example/atoms", "description": "All", "events": []}
    key = {"Authorization": "Bearer any-key"}
    webhook = requests.post(f"{URL}/webhook", json=sent, headers=key, timeout=10).json()["data"]
    api, agent = atoms.AgentsApi(CLIENT.api_client), agent_id()
    kind = atoms.AgentAgentIdWebhookSubscriptionsPostRequest
    wanted = kind(event_types=["post-conversation"], webhook_id=webhook)
    made = api.agent_agent_id_webhook_subscriptions_post(agent, wanted)
    there = api.agent_agent_id_webhook_subscriptions_get(agent).data
    gone = api.agent_agent_id_webhook_subscriptions_delete(agent_id=agent)
    seen = [[each.webhook_id == webhook, each.event_type, each.agent_id == agent] for each in there]
    return [type(made.data).__name__, seen, gone.status, type(gone.data).__name__]


@case
def subscriptions_of_nobody():
    return atoms.AgentsApi(CLIENT.api_client).agent_agent_id_webhook_subscriptions_get("f" * 24)


@case
def audiences():
    made = CLIENT.create_audience("People", NUMBERS, names=[("Ada", "Byron")])
    audience = made["data"]["_id"]
    more = {"phoneNumber": "+14155550102", "firstName": "No", "lastName": "body"}
    results = [
        CLIENT.get_audiences(),
        CLIENT.get_audience_by_id(audience),
        CLIENT.add_audience_members(audience, [more]),
        CLIENT.get_audience_members(audience, 1, 2),
        CLIENT.delete_audience(audience),
    ]
    people = [each["data"] for each in results[3]["data"]["members"]]
    return [shape(made), *map(shape, results), people]


@case
def audience_alone():
    manager = atoms.Audience()
    made = manager.create("People", NUMBERS, [("Ada", "Byron")], "Of June")
    audience = made["data"]["_id"]
    results = [
        manager.get(audience),
        manager.list(),
        manager.add_contacts(audience, ["+14155550102"], [("No", "body")]),
        manager.get_members(audience),
        manager.delete(audience),
    ]
    people = [each["data"] for each in results[3]["data"]["members"]]
    return [shape(made), *map(shape, results), people]


@case
def audience_of_another_column():
    made = atoms.Audience().create("People", NUMBERS, phone_number_column_name="phone")
    return made["data"]["phoneNumberColumnName"]


@case
def audience_with_commas():
    made = atoms.Audience().create("People", NUMBERS[:1], [("Byron, Ada", "Countess")])
    members = atoms.Audience().get_members(made["data"]["_id"])["data"]["members"]
    return [each["data"] for each in members]


@case
def campaigns():
    manager = atoms.Campaign()
    campaign = campaign_id(manager)
    results = [
        manager.get(campaign),
        manager.list(),
        manager.start(campaign),
        manager.pause(campaign),
        CLIENT.get_campaign_by_id(campaign),
        CLIENT.start_campaign(campaign),
        CLIENT.campaign.pause(campaign),
        manager.delete(campaign),
    ]
    found = results[0]["data"]["campaign"]
    return [*map(shape, results), found["maxRetries"], found["retryDelay"]]


@case
def campaign_of_the_client():
    phones = [each["_id"] for each in CLIENT.get_phone_numbers()["data"]][:1]
    made = CLIENT.new_campaign("June", agent_id(), audience_id(), phones, max_retries=1)
    found = CLIENT.get_campaign_by_id(made.data["_id"])["data"]["campaign"]
    listed = CLIENT.get_campaigns(atoms.CampaignGetRequest()).data.campaigns
    return [made.data["name"], made.data["_id"] == found["_id"], type(listed[0]["_id"]).__name__]


@case
def retries_of_a_campaign():
    made = CLIENT.new_campaign("June", agent_id(), audience_id(), [], max_retries=1)
    return CLIENT.get_campaign_by_id(made.data["_id"])["data"]["campaign"]["maxRetries"]


@case
def many_campaigns():
    for _ in range(7):
        campaign_id()
    return len(atoms.Campaign().list(limit=7)["data"]["campaigns"])


@case
def stop():
    return atoms.Campaign().stop(campaign_id())


@case
def knowledge_bases():
    with open("prices.pdf", "wb") as file:  # noqa: PTH123
        file.write(b"%PDF-1.4 Ten.")
    manager = atoms.KB()
    made = manager.create("Prices", "All", file_paths=["prices.pdf"], urls=["https://a.example/"])
    base = made["data"]["_id"]
    items = manager.get_items(base)
    results = [
        manager.get(base),
        manager.list(),
        items,
        manager.add_file(base, "prices.pdf"),
        manager.scrape_urls(base, ["https://b.example/"]),
        manager.add_url(base, "https://c.example/"),
        manager.get_scraped_urls(base),
        manager.delete_item(base, items["data"][0]["_id"]),
        manager.delete(base),
    ]
    return [shape(made), *map(shape, results), type(CLIENT.new_kb("More").data).__name__]


@case
def text():
    manager = atoms.KB()
    base = manager.create("Prices")["data"]["_id"]
    return [manager.add_text(base, "All is ten.")["status"], len(manager.get_items(base)["data"])]


@case
def file_that_is_missing():
    before = len(atoms.KB().list()["data"])
    try:
        atoms.KB().create("Prices", file_paths=["missing.pdf"])
    except FileNotFoundError:
        return len(atoms.KB().list()["data"]) - before


@case
def calls():
    wanted = {"agent_id": agent_id(), "phone_number": NUMBERS[0]}
    call = CLIENT.start_outbound_call(wanted).data.conversation_id
    results = [
        CLIENT.get_call(call),
        atoms.Call().get_call(call),
        CLIENT.search_calls([call]),
        CLIENT.get_calls(agent_id=wanted["agent_id"], limit=1),
        atoms.Call().get_calls(status="completed", call_type="telephony_outbound", limit=1),
        CLIENT.call.search_calls(["nobody"]),
    ]
    names = [sorted(each) for each in results] + [sorted(each["data"]) for each in results]
    return [names, [each["callId"] == call for each in results[3]["data"]["logs"]]]


@case
def post_call_config():
    return CLIENT.set_post_call_config(agent_id(), "Sum it up.", [{"identifier": "sold"}])


for name, method in {
    "call_of_nobody": lambda: CLIENT.get_call("nobody"),
    "agent_of_nobody": lambda: CLIENT.get_agent_by_id("f" * 24),
    "campaign_of_nobody": lambda: atoms.Campaign().start("f" * 24),
    "audience_of_nobody": lambda: CLIENT.delete_audience("f" * 24),
    "base_of_nobody": lambda: atoms.KB().get("f" * 24),
    "agent_of_a_wrong_sound": lambda: CLIENT.new_agent("Desk", background_sound="sea"),
    "audience_without_people": lambda: atoms.Audience().create("People", []),
    "base_without_a_name": lambda: atoms.KB().create(),
    "nobody_there": lambda: atoms.Call("http://127.0.0.1:9", "any-key").search_calls(["a"]),
}.items():
    CASES[name] = method

results = {}
for name, function in CASES.items():
    try:
        results[name] = function()
    except requests.HTTPError as error:
        said = error.response.text if error.response.text.startswith("{") else "no JSON"
        results[name] = ["HTTPError", error.response.status_code, said]
    except requests.ConnectionError as error:
        results[name] = ["ConnectionError", error.response]
    except atoms.ApiException as error:
        results[name] = [type(error).__name__, error.status]
    except Exception as error:
        results[name] = [f"raises {type(error).__name__}"]
json.dump(results, sys.__stdout__)

"""The first call of Atoms, from the imports to the answer."""

from __future__ import annotations

from .field import OURS
from .startup import VENDOR_NAME, Program

CALL = "first Atoms call, answered"

BARE = """
import httpx
client = httpx.Client(base_url="{url}", headers={{"Authorization": "Bearer bench"}})
reply = client.get("/atoms/v1/agent")
agents = reply.raise_for_status().json()["data"]["agents"]
names = [agent["name"] for agent in agents]
"""
OURS_SOURCE = """
import smallestai
client = smallestai.SmallestAI(api_key="bench", base_url="{url}")
names = [agent.name for agent in client.atoms.agents.list_agents().data.agents]
"""
VENDOR = """
from smallestai import SmallestAI, SmallestAIEnvironment
url = "{url}/atoms/v1"
places = SmallestAIEnvironment(atoms=url, waves=url, waves_ws=url, payment=url)
client = SmallestAI(api_key="bench", environment=places)
names = [agent.name for agent in client.atoms.agents.list_agents().data.agents]
"""
CHECK = """
if names != ["Receptionist"] * 10:
    raise RuntimeError("the agents are not there")
"""


def programs(url: str) -> list[Program]:
    """Return the programs that list the agents of the server at `url`."""
    sources = {"bare httpx": BARE, OURS: OURS_SOURCE, VENDOR_NAME: VENDOR}
    return [
        Program(CALL, name, source.format(url=url) + CHECK, "ran", vendor=name == VENDOR_NAME)
        for name, source in sources.items()
    ]

"""An agent, made and read back."""

from vendor import client, report

agents = client().atoms.agents
created = agents.create_agent(name="Front desk", description="Answers the phone")
read = agents.get_agent(created.data)
report(
    created={"status": created.status, "id": created.data},
    read={"status": read.status, "id": read.data.id, "name": read.data.name},
)

"""An agent, an audience, a campaign, a knowledge base and a webhook, made and read back."""

from smallestai.atoms.webhooks.types import CreateWebhooksRequestEventsItem
from vendor import client, report

atoms = client().atoms
PEOPLE = b"phone,name\n+12025550111,Ada\n+12025550112,Grace\n"
PDF = b"%PDF-1.4 prices"
ENDPOINT = "http://127.0.0.1:9/hook"

agent = atoms.agents.create_agent(name="Caller").data
audience = atoms.audience.create_audience_with_csv_upload(
    name="Customers", phone_number_column_name="phone", file=("people.csv", PEOPLE, "text/csv")
).data.id
campaign = atoms.campaigns.create(name="Spring", audience_id=audience, agent_id=agent).data.id
base = atoms.knowledge_base.create(name="Prices").data
atoms.knowledge_base.upload_a_pdf_file_to_a_knowledge_base(
    base, media=("prices.pdf", PDF, "application/pdf")
)
webhook = atoms.webhooks.create(
    endpoint=ENDPOINT,
    description="Tells",
    events=[CreateWebhooksRequestEventsItem(agent_id=agent, event_type="post-conversation")],
).data

members = atoms.audience.get_audience_members(audience).data
listed = atoms.campaigns.list().data
started = atoms.campaigns.start_or_resume(campaign)
read = atoms.campaigns.get(campaign).data
items = atoms.knowledge_base.get_all_knowledge_base_items(base).data
hook = atoms.webhooks.get_webhooks(webhook_id=webhook).data
subscriptions = atoms.webhooks.get_webhook_subscriptions_for_an_agent(agent).data
balance = atoms.billing.get_balance().data

report(
    agent=agent,
    audience={
        "id": audience,
        "name": atoms.audience.get(audience).data.name,
        "listed": [each.id for each in atoms.audience.list().data],
        "total": members.total_count,
        "names": [each.data["name"] for each in members.members],
    },
    campaign={
        "id": campaign,
        "listed": [each.id for each in listed.campaigns],
        "started": started.data.campaign_id,
        "name": read.campaign.name,
        "status": read.campaign.status,
        "agent": read.campaign.agent.id,
        "audience": read.campaign.audience.id,
        "participants": read.metrics.total_participants,
    },
    base={
        "id": base,
        "name": atoms.knowledge_base.get(base).data.name,
        "listed": [each.id for each in atoms.knowledge_base.list().data],
        "files": [each.file_name for each in items],
        "base_of_file": [each.knowledge_base_id for each in items],
    },
    webhook={
        "id": webhook,
        "read": hook.id,
        "url": hook.url,
        "secret": bool(hook.decrypted_secret_key),
        "subscriptions": [[each.webhook_id, each.event_type] for each in subscriptions],
    },
    credits=balance.credit_balance,
)

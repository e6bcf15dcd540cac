"""A group of commands for each namespace of Atoms, made when it is asked for.

What a group offers is read from the specification, so a new operation is a new command.
"""

from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup

from smallestai.cli._groups import group_of


class Group(NamedTuple):
    """A group of commands.

    Attributes:
        namespace: The namespace on `client.atoms` that it calls.
        noun: What it is about, in the singular.
        help: What it holds.
    """

    namespace: str
    noun: str
    help: str


GROUPS = {
    "agents": Group("agents", "agent", "Voice agents and their settings."),
    "templates": Group("agent_templates", "agent_template", "Ready-made agents to start from."),
    "branches": Group(
        "agent_versioning_branches", "branch", "Lines of versions of an agent, and their drafts."
    ),
    "revisions": Group("agent_versioning_revisions", "revision", "Published states of a branch."),
    "drafts": Group("agent_versioning_drafts", "draft", "Drafts from before there were branches."),
    "versions": Group(
        "agent_versioning_versions", "version", "Versions from before there were branches."
    ),
    "calls": Group("calls", "call", "Place calls, read their records, watch them."),
    "conversations": Group("conversations", "call", "Recordings, attempts, calling calls off."),
    "web-calls": Group("web_call", "web_call", "Rooms to talk to an agent in from a web page."),
    "realtime": Group("realtime", "realtime", "Tokens for the agent socket."),
    "campaigns": Group("campaigns", "campaign", "Calls by one agent to many people."),
    "audiences": Group("audience", "audience", "Lists of people to call."),
    "dnc": Group("dnc", "dnc", "Numbers that must not be called."),
    "numbers": Group("phone_numbers", "number", "Numbers rented, or brought along."),
    "compliance": Group("compliance", "compliance", "Applications for numbers."),
    "kb": Group("knowledge_base", "knowledge_base", "What agents can look things up in."),
    "webhooks": Group("webhooks", "webhook", "Addresses that events of calls are sent to."),
    "call-actions": Group("call_actions", "call_action", "Links of calls to other systems."),
    "integrations": Group("integrations", "integration", "Connections with other systems."),
    "widget": Group("widget", "widget", "Look of agents on web pages."),
    "call-analytics": Group("analytics", "analytics", "Figures of calls."),
    "metric-templates": Group(
        "disposition_metric_templates", "disposition_metric_template", "Ready-made metrics."
    ),
    "prompt-scoring": Group("prompt_scoring", "prompt", "Judgement of prompts."),
    "concurrency": Group("concurrency", "concurrency", "Calls at one time."),
    "user": Group("user", "user", "The holder of the key, and the plan."),
    "account": Group("account", "account", "The account and its organisations."),
    "organization": Group("organization", "organization", "The organisation, for old clients."),
    "billing": Group("billing", "billing", "Credits and invoices."),
}
"""The groups by their names on the command line."""


class OperationGroup(TyperGroup):
    """A group whose commands are made when it is the one that was asked for."""

    def list_commands(self, _: Any) -> list[str]:
        """Return the names of the commands."""
        self._make()
        return list(self.commands)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by its name."""
        self._make()
        return super().get_command(ctx, cmd_name)

    def _make(self) -> None:
        if self.commands:
            return
        from smallestai.cli.atoms_commands import commands_of

        namespace, noun, _ = GROUPS[str(self.name)]
        maker = typer.Typer(rich_markup_mode=None)
        for name, run in {**_by_hand(str(self.name)), **commands_of(namespace, noun)}.items():
            maker.command(name, epilog=self.epilog)(run)
        maker.callback()(lambda: None)  # so that one command is a group too
        self.commands = typer.main.get_group(maker).commands


def _by_hand(group: str) -> dict[str, Any]:
    """Return the commands of a group that are no operation."""
    if group == "webhooks":
        from smallestai.cli.webhooks import listen, replay

        return {"replay": replay, "listen": listen}
    if group == "calls":
        from smallestai.cli.events import watch

        return {"watch": watch}
    return {}


def add_groups(app: typer.Typer, epilog: str) -> None:
    """Add the groups to the command.

    Args:
        app: What they are added to.
        epilog: What stands below their help.
    """
    for name, group in GROUPS.items():
        app.add_typer(group_of(OperationGroup, epilog), name=name, help=group.help)

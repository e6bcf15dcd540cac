"""Calls, as 4.3 has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.atoms.legacy.manager import Manager, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Call"]

_ANALYTICS = "/agent/{agent_id}/post-call-analytics"


class Call(Manager):
    """Calls, and what is asked about them afterwards. New programs use `client.atoms.calls`.

        with Call() as calls:
            for each in calls.get_calls(limit=5)["data"]["logs"]:
                print(each["callId"], each["status"])

    Every method returns the JSON of the answer, and raises an `ApiException` that is an
    ``HTTPError`` of ``requests`` too.
    """

    def get_call(self, call_id: str) -> dict[str, Any]:
        """Return a call. Source: operation `callsGet`."""
        return self._send("GET", "/conversation/{call_id}", {"call_id": call_id})

    def get_calls(
        self,
        agent_id: str | None = None,
        campaign_id: str | None = None,
        page: int = 1,
        limit: int = 10,
        status: str | None = None,
        call_type: str | None = None,
        search: str | None = None,
    ) -> dict[str, Any]:
        """Return a page of calls. Source: operation `callsList`.

        Args:
            agent_id: Those of an agent.
            campaign_id: Those of a campaign.
            page: Which page, counted from 1.
            limit: How many on a page.
            status: Those with a status, such as ``completed``.
            call_type: ``telephony_inbound``, ``telephony_outbound`` or ``webcall``.
            search: Those with a text in a number or an id.
        """
        query = {
            "page": page,
            "limit": limit,
            "agentIds": agent_id,
            "campaignIds": campaign_id,
            "statusFilter": status,
            "callTypes": call_type,
            "search": search,
        }
        return self._send("GET", "/conversation", query=query)

    def search_calls(self, call_ids: Sequence[str]) -> dict[str, Any]:
        """Return calls by their ids. Source: operation `callsSearch`."""
        body = {"callIds": listed("call_ids", call_ids)}
        return self._send("POST", "/conversation/search", body=body)

    def get_post_call_config(self, agent_id: str) -> dict[str, Any]:
        """Return what an agent's calls are asked afterwards.

        The description of today's service has not got this route; nor that of the next method.
        """
        return self._send("GET", _ANALYTICS, {"agent_id": agent_id})

    def set_post_call_config(
        self,
        agent_id: str,
        summary_prompt: str | None = None,
        disposition_metrics: Sequence[Mapping[str, Any]] | None = None,
    ) -> dict[str, Any]:
        """Set what an agent's calls are asked afterwards; what is None stays as it is.

        Args:
            agent_id: The agent.
            summary_prompt: How to sum up a call.
            disposition_metrics: The questions, each with an ``identifier``.
        """
        given = {"summaryPrompt": summary_prompt, "dispositionMetrics": disposition_metrics}
        body = {name: value for name, value in given.items() if value is not None}
        return self._send("POST", _ANALYTICS, {"agent_id": agent_id}, body=body)

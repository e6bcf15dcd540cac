"""Campaigns, as 4.3 has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.atoms.legacy.manager import Manager, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Campaign"]

_ONE = "/campaign/{campaign_id}"


class Campaign(Manager):
    """Campaigns. New programs use `client.atoms.campaigns`.

        with Campaign() as campaigns:
            made = campaigns.create("Renewals", agent_id, audience_id, [number_id])
            campaigns.start(made["data"]["_id"])

    Every method returns the JSON of the answer, and raises an `ApiException` that is an
    ``HTTPError`` of ``requests`` too.
    """

    def create(
        self,
        name: str,
        agent_id: str,
        audience_id: str,
        phone_ids: Sequence[str],
        description: str = "",
        max_retries: int = 3,
        retry_delay: int = 15,
    ) -> dict[str, Any]:
        """Create a campaign. Source: operation `campaignsCreate`.

        Args:
            name: Its name.
            agent_id: Who calls.
            audience_id: Who is called.
            phone_ids: The ids of the numbers that are called from.
            description: What it is for.
            max_retries: How often somebody who did not answer is called again, 0 to 10.
            retry_delay: Minutes until then, 1 to 1440.
        """
        body = {
            "name": name,
            "agentId": agent_id,
            "audienceId": audience_id,
            "phoneNumberIds": listed("phone_ids", phone_ids),
            "description": description,
            "maxRetries": max_retries,
            "retryDelay": retry_delay,
        }
        return self._send("POST", "/campaign", body=body)

    def get(self, campaign_id: str) -> dict[str, Any]:
        """Return a campaign. Source: operation `campaignsGet`."""
        return self._send("GET", _ONE, {"campaign_id": campaign_id})

    def list(self, limit: int = 50) -> dict[str, Any]:
        """Return the newest campaigns. Source: operation `campaignsList`.

        Args:
            limit: How many at most.
        """
        # The service calls the size of a page its offset, and knows no limit.
        return self._send("GET", "/campaign", query={"offset": limit})

    def delete(self, campaign_id: str) -> dict[str, Any]:
        """Delete a campaign. Source: operation `campaignsDelete`."""
        return self._send("DELETE", _ONE, {"campaign_id": campaign_id})

    def start(self, campaign_id: str) -> dict[str, Any]:
        """Start a campaign, or go on with it. Source: operation `startOrResume`."""
        return self._send("POST", f"{_ONE}/start", {"campaign_id": campaign_id})

    def stop(self, campaign_id: str) -> dict[str, Any]:
        """Stop a campaign. The description of today's service has not got this route."""
        return self._send("POST", f"{_ONE}/stop", {"campaign_id": campaign_id})

    def pause(self, campaign_id: str) -> dict[str, Any]:
        """Pause a campaign. Source: operation `campaignsPause`."""
        return self._send("POST", f"{_ONE}/pause", {"campaign_id": campaign_id})

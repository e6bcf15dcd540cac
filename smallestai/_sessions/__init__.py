"""What sessions that listen and speak at once have in common, whichever the service.

From the network to the caller: `links` connects, and connects again; `jobs` carries what comes to
the session, which hands it to its `hub`, and that to each `mailbox`; `workers` is what the caller
holds. `link` and `session` are the halves of it that wait for nothing.
"""

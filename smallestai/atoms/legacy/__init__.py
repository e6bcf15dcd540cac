"""The old clients of agents, `smallestai.atoms` 3.x to 4.3, as tables and what reads them.

Their public places are `smallestai.atoms` and its modules ``configuration``, ``api_client``,
``api_response``, ``rest``, ``exceptions``, ``atoms_client``, ``api`` and ``models``.
"""

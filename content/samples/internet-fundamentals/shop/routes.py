"""How a router picks the next hop: of all networks that contain the address, the narrowest wins."""

from ipaddress import ip_address, ip_network

# #region table
TABLE = {
    "0.0.0.0/0": "to the provider (the default route)",
    "203.0.113.0/24": "to the data center",
    "203.0.113.64/26": "to the shop's rack",
}


def next_hop(address):
    ip = ip_address(address)
    matching = [ip_network(net) for net in TABLE if ip in ip_network(net)]
    narrowest = max(matching, key=lambda net: net.prefixlen)
    return narrowest, TABLE[str(narrowest)]


for address in ("203.0.113.80", "203.0.113.10", "198.51.100.7"):
    network, hop = next_hop(address)
    print(f"{address:<13} matches {network!s:<16} {hop}")
# #endregion table

"""Cut the shop's network into subnets of the sizes that its tiers need."""

# #region plan
from ipaddress import IPv4Network

vpc = IPv4Network("10.20.0.0/16")
tiers = {
    "public": "10.20.0.0/20",
    "app": "10.20.32.0/19",
    "data": "10.20.64.0/20",
}
RESERVED = 5  # AWS keeps the first four addresses and the last

print(f"{vpc}: {vpc.num_addresses} addresses")
for tier, block in tiers.items():
    network = IPv4Network(block)
    assert network.subnet_of(vpc)
    prefix = 20 if tier == "app" else 24
    for zone, subnet in zip("ab", network.subnets(new_prefix=prefix)):
        usable = subnet.num_addresses - RESERVED
        print(f"{tier:7} zone {zone}  {subnet!s:15} {usable:5} usable")
# #endregion plan

blocks = [IPv4Network(block) for block in tiers.values()]
assert not any(a.overlaps(b) for a in blocks for b in blocks if a is not b)

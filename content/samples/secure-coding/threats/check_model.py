"""Fails when the threat model has a gap. Run in CI: python3 check_model.py"""
import pathlib
import tomllib

# #region check
STRIDE = {
    "external": {"spoofing", "repudiation"},
    "process": {
        "spoofing", "tampering", "repudiation",
        "disclosure", "denial", "elevation",
    },
    "store": {"tampering", "disclosure", "denial"},
    "flow": {"tampering", "disclosure", "denial"},
}


def problems(model: dict) -> list[str]:
    found = []
    covered = {(t["element"], t["kind"]) for t in model["threat"]}
    for element, kind_of_element in model["elements"].items():
        for kind in sorted(STRIDE[kind_of_element]):
            if (element, kind) not in covered:
                found.append(f"nobody has thought about {kind} of {element}")
    for threat in model["threat"]:
        name = f'{threat["kind"]} of {threat["element"]}'
        responses = {"mitigate", "accept", "transfer", "eliminate"}
        if threat["response"] not in responses:
            found.append(f"{name} has no decision")
        if not threat.get("proof"):
            found.append(f"{name}: nothing shows that the answer works")
    return found
# #endregion check


model = tomllib.loads((pathlib.Path(__file__).parent / "refund.toml").read_text())
print(len(model["elements"]), "elements,", len(model["threat"]), "threats,", len(problems(model)), "problems")
assert not problems(model), problems(model)

model["elements"]["mail_queue"] = "store"  # somebody adds a box to the diagram
print(*problems(model), sep="\n")
assert len(problems(model)) == 3

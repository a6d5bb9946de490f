"""PKCE: what the client keeps, what it sends first, and what the server compares."""
import base64, hashlib, secrets


# #region pkce
def b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def challenge_of(verifier: str) -> str:
    return b64url(hashlib.sha256(verifier.encode("ascii")).digest())


verifier = b64url(secrets.token_bytes(32))  # 43 characters, kept by the client
challenge = challenge_of(verifier)          # sent in the redirect, may be seen

# later, at the token endpoint, the server has `challenge` and gets `verifier`
assert secrets.compare_digest(challenge_of(verifier), challenge)
# #endregion pkce

# The worked example of RFC 7636, appendix B.
assert challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
print("verifier has", len(verifier), "characters; RFC 7636 example matches")

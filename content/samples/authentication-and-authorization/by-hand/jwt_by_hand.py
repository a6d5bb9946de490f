"""Makes, reads and checks a JWT with nothing but the standard library (to learn with)."""
import base64, hashlib, hmac, json

KEY = b"a demo key of at least 32 bytes!"


# #region make
def b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64url(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sign(signing_input: str) -> str:
    signature = hmac.new(KEY, signing_input.encode(), hashlib.sha256).digest()
    return b64url(signature)


def make(claims: dict) -> str:
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    compact = [json.dumps(p, separators=(",", ":")) for p in parts]
    signing_input = ".".join(b64url(text.encode()) for text in compact)
    return signing_input + "." + sign(signing_input)


def genuine(token: str) -> bool:
    signing_input, _, signature = token.rpartition(".")
    return hmac.compare_digest(sign(signing_input), signature)
# #endregion make


token = make({"iss": "https://shop.example", "aud": "shop-api", "sub": "42",
              "roles": ["CUSTOMER"], "exp": 1795226400})
header, payload, signature = token.split(".")
print("header    ", header, "\npayload   ", payload, "\nsignature ", signature)
print("anyone can read:", unb64url(payload).decode())
print("genuine:", genuine(token))

forged_claims = unb64url(payload).replace(b"CUSTOMER", b"ADMIN")
forged = f"{header}.{b64url(forged_claims)}.{signature}"
print("role changed to ADMIN, genuine:", genuine(forged))

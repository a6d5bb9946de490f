"""Presign an S3 GET as AWS Signature Version 4 does, and compare with the example in the S3 manual."""

# #region sign
import hashlib
import hmac
from urllib.parse import quote, urlencode


def presign(method, host, key, region, time, seconds, access_key, secret):
    scope = f"{time[:8]}/{region}/s3/aws4_request"
    query = urlencode(sorted({
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Credential": f"{access_key}/{scope}",
        "X-Amz-Date": time,
        "X-Amz-Expires": str(seconds),
        "X-Amz-SignedHeaders": "host",
    }.items()), quote_via=quote, safe="")
    request = (
        f"{method}\n/{quote(key)}\n{query}\nhost:{host}\n\n"
        "host\nUNSIGNED-PAYLOAD"
    )
    digest = hashlib.sha256(request.encode()).hexdigest()
    to_sign = f"AWS4-HMAC-SHA256\n{time}\n{scope}\n{digest}"

    signing_key = f"AWS4{secret}".encode()
    for part in scope.split("/"):       # date, region, service, fixed word
        signing_key = hmac.digest(signing_key, part.encode(), "sha256")
    signature = hmac.digest(signing_key, to_sign.encode(), "sha256").hex()
    return f"https://{host}/{quote(key)}?{query}&X-Amz-Signature={signature}"
# #endregion sign


# The credentials, time and result are those published in the manual; they open nothing.
example = ("examplebucket.s3.amazonaws.com", "test.txt", "us-east-1", "20130524T000000Z", 86400,
           "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
url = presign("GET", *example)
assert url.endswith("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404"), url
assert presign("PUT", *example) != url
print("the signature is the one in the manual")

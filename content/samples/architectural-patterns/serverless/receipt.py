"""AWS Lambda handler: mails a receipt for every PaymentCaptured message of an SQS batch."""
import json
import os

# #region handler
TEMPLATE = os.environ.get(
    "RECEIPT_TEMPLATE", "Order {orderId}: we received {amount} EUR."
)
# Code above the handler runs once per environment, during the cold start.


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            payment = json.loads(record["body"])
            key = f"receipt-{payment['orderId']}"
            send(payment["email"], TEMPLATE.format(**payment), key=key)
        except Exception as problem:
            report = {"messageId": record["messageId"], "error": repr(problem)}
            print(json.dumps(report))
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}  # only these are delivered again
# #endregion handler


SENT = {}                                     # stands in for the mail provider and its idempotency key


def send(email, text, key):
    if key not in SENT:
        SENT[key] = (email, text)

"""AWS Lambda handler: mails a receipt for every PaymentCaptured message of an SQS batch."""
import json
import os

# #region handler
TEMPLATE = os.environ.get("RECEIPT_TEMPLATE", "Order {orderId}: we received {amount} EUR.")
# Code above the handler runs once per execution environment, during the cold start.


def handler(event, context):
    failed = []
    for record in event["Records"]:
        try:
            payment = json.loads(record["body"])
            send(payment["email"], TEMPLATE.format(**payment), key=f"receipt-{payment['orderId']}")
        except Exception as problem:
            print(json.dumps({"messageId": record["messageId"], "error": repr(problem)}))
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}      # only these messages are delivered again
# #endregion handler


SENT = {}                                     # stands in for the mail provider and its idempotency key


def send(email, text, key):
    if key not in SENT:
        SENT[key] = (email, text)

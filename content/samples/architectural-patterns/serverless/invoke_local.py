import json
import receipt

def message(message_id, body):
    return {"messageId": message_id, "body": body}

paid = json.dumps({"orderId": 42, "amount": "178.00", "email": "ada@example.com"})
event = {"Records": [message("m1", paid), message("m2", "{broken"), message("m1-again", paid)]}
print("returned:", receipt.handler(event, None))
print("mails sent:", len(receipt.SENT))

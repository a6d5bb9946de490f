"""The shop's shipping rule, in cents: free from 50 euro. The bug is in here."""


# #region rule
def fee(total: int, grams: int) -> int:
    free = total > 5000
    if free:
        return 0
    return 790 if grams > 5000 else 490


orders = [(499, 2990, 800), (500, 5010, 900), (501, 5000, 700)]
for order_id, total, grams in orders:
    print(order_id, fee(total, grams))
# #endregion rule

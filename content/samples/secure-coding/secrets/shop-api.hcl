# Vault policy of the order service. What is not named here is refused.

# A fresh PostgreSQL login for each instance, dropped when its lease ends.
path "database/creds/shop-api" {
  capabilities = ["read"]
}

# Envelope encryption: get a data key (in the
# clear and wrapped), open a wrapped one.
path "transit/datakey/plaintext/iban" {
  capabilities = ["update"]
}
path "transit/decrypt/iban" {
  capabilities = ["update"]
}

# Keep its own login alive.
path "auth/token/renew-self" {
  capabilities = ["update"]
}

package shop.users;

import java.time.Instant;

/** What the shop stores: the data a caller may set, and what only the shop sets. */
record User(long id, UserData data, Instant createdAt) {}

package shop.ordering.domain;

import java.time.Instant;

/** A domain event: something that has happened, named in the past tense. */
public record OrderCreated(long orderId, long customerId, Money total, Instant at) {}

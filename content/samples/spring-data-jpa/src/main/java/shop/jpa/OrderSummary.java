package shop.jpa;

import java.time.Instant;

public record OrderSummary(Long id, Instant createdAt, String customerName) {}

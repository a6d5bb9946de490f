package shop.caching;

public record ProductChanged(long id) {}

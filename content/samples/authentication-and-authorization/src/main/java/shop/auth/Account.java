package shop.auth;

public record Account(long id, String email, String passwordHash, Role role) {}

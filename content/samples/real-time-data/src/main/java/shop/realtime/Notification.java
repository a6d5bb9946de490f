package shop.realtime;

public record Notification(long id, String type, String text) {}

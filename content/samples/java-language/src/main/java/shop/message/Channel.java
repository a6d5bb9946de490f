package shop.message;

// #region enum
public enum Channel {
    MAIL(10_000), SMS(40);

    private final int limit;

    Channel(int limit) {
        this.limit = limit;
    }

    String fit(String text) {
        return text.length() <= limit
                ? text
                : text.substring(0, limit - 3) + "...";
    }
}
// #endregion enum

package shop.message;

import java.util.Objects;

// #region child
public class OrderShipped extends Message implements Urgent {
    private final String parcel;

    public OrderShipped(String to, String parcel) {
        Objects.requireNonNull(parcel, "parcel");   // before super: Java 25
        this.parcel = parcel;
        super(to);
    }

    @Override
    protected String text() {
        return "Your parcel " + parcel + " is on its way to you.";
    }

    @Override
    protected Channel channel() {
        return Channel.SMS;
    }
}
// #endregion child

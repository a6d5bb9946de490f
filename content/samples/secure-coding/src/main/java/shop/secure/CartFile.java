package shop.secure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;

/** Reads carts that an older version of the shop wrote with Java's own serialization. */
public final class CartFile {
    public record Line(String sku, int quantity) implements Serializable {}

    public record Cart(List<Line> lines) implements Serializable {}

    // #region filter
    static final ObjectInputFilter CARTS_ONLY =
            ObjectInputFilter.Config.createFilter(
                    "maxbytes=10000;maxdepth=5;maxarray=100;"
                            + "shop.secure.CartFile$*;java.lang.Object;"
                            // List.of
                            + "java.util.CollSer;java.util.ImmutableCollections$*;"
                            + "!*");

    public static Cart read(byte[] bytes)
            throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(CARTS_ONLY);  // asked before an object is made
            return (Cart) in.readObject();
        }
    }
    // #endregion filter

    private CartFile() {}
}

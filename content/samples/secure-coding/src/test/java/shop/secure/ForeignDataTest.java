package shop.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignDataTest {
    // #region gadget
    /** A class on the class path that does something when it is read. */
    static class Cleanup implements Serializable {
        static boolean ran;

        private void readObject(ObjectInputStream in) {
            ran = true;  // in an attack: a chain that runs a command
        }
    }

    @Test
    void theCastComesTooLate() throws IOException {
        byte[] attack = written(new Cleanup());
        assertThrows(ClassCastException.class, () -> {
            var in = new ObjectInputStream(new ByteArrayInputStream(attack));
            var cart = (CartFile.Cart) in.readObject();
        });
        assertTrue(Cleanup.ran);            // refused, and yet it ran
    }

    @Test
    void theFilterAsksBeforeAnObjectIsMade() throws IOException {
        Cleanup.ran = false;
        byte[] attack = written(new Cleanup());
        assertThrows(InvalidClassException.class, () -> CartFile.read(attack));
        assertFalse(Cleanup.ran);
    }
    // #endregion gadget

    @Test
    void aCartPassesTheFilter() throws Exception {
        var cart = new CartFile.Cart(List.of(new CartFile.Line("MUG-01", 2), new CartFile.Line("TEE-01", 1), new CartFile.Line("PEN-01", 1)));
        assertEquals(cart, CartFile.read(written(cart)));
    }

    // #region forged
    @Test
    void aForgedLineStaysInsideItsOwn() {
        String name = "eve\n2026-11-30 12:00:00 INFO login ok: root\u001b[2K";
        assertEquals("eve\\u000a2026-11-30 12:00:00 INFO login ok: root\\u001b[2K",
                LogText.of(name));
    }
    // #endregion forged

    @Test
    void longTextIsCutAndDirectionMarksShow() {
        assertEquals(200, LogText.of("a".repeat(100_000)).length());
        assertEquals("a\\u202eb", LogText.of("a\u202eb"));
        assertEquals("Zoë 🍵", LogText.of("Zoë 🍵"));
    }

    private static byte[] written(Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}

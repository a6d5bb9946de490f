package shop.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import shop.formats.proto.LineMessage;
import shop.formats.proto.LineMessageNext;
import shop.formats.proto.LineMessageReused;
import shop.formats.proto.OrderMessage;
import shop.formats.proto.StockChange;

class ProtoTest {

    @Test
    void theBytesOnThePage() throws Exception {
        assertEquals(Files.readString(Path.of("output/bytes.txt")), Show.bytes());
        OrderMessage back = OrderMessage.parseFrom(ProtoOrders.toMessage(Show.mugs()).toByteArray());
        assertEquals(1250, back.getLines(0).getUnitPriceCents());
        assertEquals(Show.mugs().createdAt(), ProtoOrders.createdAt(back));
    }

    // #region evolution
    @Test
    void anOldReaderCarriesANewFieldAlong() throws Exception {
        byte[] sent = LineMessageNext.newBuilder().setSku("MUG-1").setQuantity(2)
                .setGiftNote("For Ada").build().toByteArray();
        byte[] forwarded = LineMessage.parseFrom(sent)
                .toBuilder().setQuantity(3).build().toByteArray();
        assertEquals("For Ada", LineMessageNext.parseFrom(forwarded).getGiftNote());
    }

    @Test
    void aReusedNumberTurnsAQuantityIntoADiscount() throws Exception {
        byte[] old = LineMessage.newBuilder()
                .setSku("MUG-1").setQuantity(2).build().toByteArray();
        // No error at all.
        assertEquals(2, LineMessageReused.parseFrom(old).getDiscountCents());
    }
    // #endregion evolution

    @Test
    void zeroIsNotSentUnlessOptional() {
        assertArrayEquals(new byte[0], StockChange.newBuilder().setAbsolute(0).build().toByteArray());
        assertFalse(StockChange.getDefaultInstance().hasMinimum());
        StockChange zero = StockChange.newBuilder().setMinimum(0).build();
        assertTrue(zero.hasMinimum());
        assertArrayEquals(new byte[] {0x10, 0x00}, zero.toByteArray());
    }

    @Test
    void aNegativeInt32TakesTenBytes() {
        assertEquals(1 + 10, StockChange.newBuilder().setDelta(-1).build().getSerializedSize());
        assertEquals(1 + 1, StockChange.newBuilder().setCompactDelta(-1).build().getSerializedSize());
    }
}

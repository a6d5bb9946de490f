package shop.formats;

import java.io.IOException;
import java.time.Instant;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import shop.formats.proto.LineMessage;
import shop.formats.proto.OrderMessage;

/** Writes orders as Protocol Buffers, and shows what the bytes are. */
public final class ProtoOrders {

    // #region write
    static OrderMessage toMessage(Order order) {
        var message = OrderMessage.newBuilder()
                .setId(order.id())
                .setStatus(OrderMessage.Status.valueOf("STATUS_" + order.status()))
                .setCreatedAt(order.createdAt().getEpochSecond());
        for (Order.Line line : order.lines()) {
            message.addLines(LineMessage.newBuilder()
                    .setSku(line.sku())
                    .setQuantity(line.quantity())
                    .setUnitPriceCents(
                            line.unitPrice().movePointRight(2).longValueExact()));
        }
        return message.build();
    }
    // #endregion write

    /** Reads a message without its .proto file: all that the bytes say by themselves. */
    static void dump(byte[] bytes, String indent, StringBuilder out) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        while (!in.isAtEnd()) {
            int from = in.getTotalBytesRead();
            int tag = in.readTag();                                   // number * 8 + wire type
            int field = WireFormat.getTagFieldNumber(tag);
            switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_VARINT -> {
                    long value = in.readRawVarint64();
                    line(out, indent, bytes, from, in.getTotalBytesRead(), "field " + field + " = " + value);
                }
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
                    byte[] content = in.readByteArray();
                    boolean nested = content.length > 0 && content[0] == 0x0a;    // good enough here
                    int to = nested ? in.getTotalBytesRead() - content.length : in.getTotalBytesRead();
                    line(out, indent, bytes, from, to, "field " + field
                            + (nested ? ", " + content.length + " bytes:" : " = \"" + new String(content) + "\""));
                    if (nested) {
                        dump(content, indent + "  ", out);
                    }
                }
                default -> throw new IOException("wire type not used in order.proto");
            }
        }
    }

    private static void line(StringBuilder out, String indent, byte[] bytes, int from, int to, String what) {
        StringBuilder hex = new StringBuilder(indent);
        for (int i = from; i < to; i++) {
            hex.append("%02x ".formatted(bytes[i]));
        }
        out.append("%-26s%s%n".formatted(hex, what));
    }

    static Instant createdAt(OrderMessage message) {
        return Instant.ofEpochSecond(message.getCreatedAt());
    }

    private ProtoOrders() { }
}

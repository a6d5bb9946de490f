package shop.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import shop.formats.proto.OrderMessage;

/** Prints what the page shows: the bytes of one order, and the sizes of one and of a thousand. */
public final class Show {

    static Order mugs() {
        return new Order(4711, Order.Status.PAID, Instant.parse("2026-11-20T09:30:00Z"), List.of(
                new Order.Line("MUG-1", 2, new BigDecimal("12.50")),
                new Order.Line("TEA-7", 1, new BigDecimal("4.50"))));
    }

    static String bytes() throws IOException {
        StringBuilder out = new StringBuilder();
        ProtoOrders.dump(ProtoOrders.toMessage(mugs()).toByteArray(), "", out);
        return out.toString();
    }

    static String sizes() throws IOException {
        String[] skus = {"MUG-1", "TEA-7", "PEN-3", "CUP-2", "BAG-9"};
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        ByteArrayOutputStream proto = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) {
            List<Order.Line> lines = new ArrayList<>();
            for (int j = 0; j <= i % 3; j++) {
                lines.add(new Order.Line(skus[(i * 7 + j) % 5], 1 + (i + j) % 4,
                        BigDecimal.valueOf(120 + (i * 37L + j * 11L) % 4000, 2)));
            }
            Order order = new Order(4711 + i, Order.Status.values()[i % 4],
                    mugs().createdAt().plusSeconds(i * 61L), lines);
            json.write(JsonOrders.write(order));
            json.write('\n');
            xml.write(XmlOrders.write(order).getBytes(StandardCharsets.UTF_8));
            xml.write('\n');
            ProtoOrders.toMessage(order).writeDelimitedTo(proto);
        }
        OrderMessage one = ProtoOrders.toMessage(mugs());
        return "%-28s%10s%10s%10s%n".formatted("bytes", "XML", "JSON", "Protobuf")
                + row("one order", XmlOrders.write(mugs()).getBytes(StandardCharsets.UTF_8).length,
                        JsonOrders.write(mugs()).length, one.getSerializedSize())
                + row("1,000 orders", xml.size(), json.size(), proto.size())
                + row("1,000 orders, gzip", gzip(xml), gzip(json), gzip(proto));
    }

    private static String row(String name, int xml, int json, int proto) {
        return "%-28s%,10d%,10d%,10d%n".formatted(name, xml, json, proto);
    }

    private static int gzip(ByteArrayOutputStream plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            plain.writeTo(out);
        }
        return packed.size();
    }

    public static void main(String[] args) throws IOException {
        System.out.print(args[0].equals("bytes") ? bytes() : sizes());
    }

    private Show() { }
}

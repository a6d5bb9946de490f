package shop.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class XmlTest {

    @Test
    void theOrderIsTheSameAsInJson() throws Exception {
        assertEquals(Show.mugs(), XmlOrders.read(Files.readAllBytes(Path.of("data/order.xml"))));
        assertEquals(Show.mugs(), XmlOrders.read(XmlOrders.write(Show.mugs()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSchemaRefusesAQuantityOfZero() throws Exception {
        String xml = Files.readString(Path.of("data/order.xml")).replace("<quantity>2<", "<quantity>0<");
        var e = assertThrows(SAXException.class, () -> XmlOrders.read(xml.getBytes(StandardCharsets.UTF_8)));
        assertTrue(e.getMessage().contains("positiveInteger"));
    }

    // #region xxe
    @Test
    void anEntityReadsAFileUnlessDoctypesAreForbidden(@TempDir Path dir)
            throws Exception {
        Path secret =
                Files.writeString(dir.resolve("secret.txt"), "db.password=hunter2");
        byte[] attack = """
                <!DOCTYPE order [<!ENTITY leak SYSTEM "%s">]>
                <order xmlns="urn:shop:order:1"><note>&leak;</note></order>
                """.formatted(secret.toUri()).getBytes(StandardCharsets.UTF_8);

        String note = XmlOrders.parseWithDefaults(attack)
                .getDocumentElement().getTextContent();
        assertEquals("db.password=hunter2", note);      // the file is in the order

        var refused =
                assertThrows(SAXException.class, () -> XmlOrders.parse(attack));
        assertTrue(refused.getMessage().contains("DOCTYPE is disallowed"));
    }
    // #endregion xxe

    @Test
    void entitiesThatMultiplyAreStoppedByTheJdk() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE o [<!ENTITY a0 \"ha\">");
        for (int i = 1; i <= 9; i++) {
            laughs.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        byte[] bomb = laughs.append("]><o>&a9;</o>").toString().getBytes(StandardCharsets.UTF_8);
        assertTrue(bomb.length < 600);
        var e = assertThrows(SAXException.class, () -> XmlOrders.parseWithDefaults(bomb));
        assertTrue(e.getMessage().contains("entityExpansionLimit"));
        assertThrows(SAXException.class, () -> XmlOrders.parse(bomb));
    }

    @Test
    void withoutNamespacesNothingIsFound() throws Exception {
        byte[] xml = Files.readAllBytes(Path.of("data/order.xml"));
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml));
        assertEquals(0, document.getElementsByTagNameNS("urn:shop:order:1", "line").getLength());
        assertEquals(2, XmlOrders.parse(xml).getElementsByTagNameNS("urn:shop:order:1", "line").getLength());
    }
}

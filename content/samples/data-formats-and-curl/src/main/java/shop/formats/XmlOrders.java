package shop.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads orders as XML: no DTD, no outside files, valid against order.xsd. */
public final class XmlOrders {

    private static final String NS = "urn:shop:order:1";

    // #region hardened
    static Document parse(byte[] xml)
            throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(
                "http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(THROW);
        return builder.parse(new ByteArrayInputStream(xml));
    }
    // #endregion hardened

    static Order read(byte[] xml) throws SAXException, IOException, ParserConfigurationException {
        Document document = parse(xml);
        SCHEMA.newValidator().validate(new DOMSource(document));   // throws with the reason
        Element order = document.getDocumentElement();
        List<Order.Line> lines = new ArrayList<>();
        var nodes = order.getElementsByTagNameNS(NS, "line");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element line = (Element) nodes.item(i);
            lines.add(new Order.Line(line.getAttribute("sku"),
                    Integer.parseInt(text(line, "quantity")),
                    new BigDecimal(text(line, "unitPrice"))));
        }
        return new Order(Long.parseLong(order.getAttribute("id")),
                Order.Status.valueOf(order.getAttribute("status")),
                Instant.parse(text(order, "createdAt")), lines);
    }

    /** How not to do it: the factory as the JDK hands it out. */
    static Document parseWithDefaults(byte[] xml)
            throws SAXException, IOException, ParserConfigurationException {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(THROW);
        return builder.parse(new ByteArrayInputStream(xml));
    }

    static String write(Order order) {
        StringBuilder xml = new StringBuilder("<order xmlns=\"" + NS + "\" id=\"" + order.id()
                + "\" status=\"" + order.status() + "\"><createdAt>" + order.createdAt() + "</createdAt>");
        for (Order.Line line : order.lines()) {       // every value here is a number or [A-Z0-9-]
            xml.append("<line sku=\"").append(line.sku()).append("\"><quantity>").append(line.quantity())
                    .append("</quantity><unitPrice>").append(line.unitPrice()).append("</unitPrice></line>");
        }
        return xml.append("</order>").toString();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(NS, name).item(0).getTextContent().strip();
    }

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new javax.xml.transform.stream.StreamSource(
                    XmlOrders.class.getResourceAsStream("/order.xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final ErrorHandler THROW = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) { }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    private XmlOrders() { }
}

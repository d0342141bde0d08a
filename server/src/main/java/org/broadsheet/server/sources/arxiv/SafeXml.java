package org.broadsheet.server.sources.arxiv;

import java.io.Reader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.paper.Text;

/// XML from strangers: no document types, so no entities but the five that XML has by itself, and
/// nothing is fetched from anywhere.
final class SafeXml {
    private static final int LONGEST_REASON = 300;

    /// The JDK counts the five entities that XML has by itself against these, over the whole
    /// document, so that a long one fails in its midst. They guard against entities that document
    /// types declare, which are refused here.
    private static final List<String> NO_LIMITS =
            List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");

    private SafeXml() {}

    static XMLStreamReader reader(Reader text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        NO_LIMITS.forEach(limit -> factory.setProperty(limit, "0"));
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("it refers to something outside of itself");
        });
        return factory.createXMLStreamReader(text);
    }

    /// Throws for what only document types can bring.
    static void refuse(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("it declares a document type, which is not accepted");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("it uses an entity, which is not accepted");
        }
    }

    /// The text of the element that begins here, that of elements inside it too, to its end.
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters() && text.length() <= OaiRecord.LONGEST) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /// Why it broke, in a line.
    static String reason(XMLStreamException e) {
        String reason = line(String.valueOf(e.getMessage()));
        return reason.replaceFirst(
                "^ParseError at \\[row,col\\]:\\[(\\d+),(\\d+)\\] Message: ", "line $1: ");
    }

    static String line(String text) {
        String line = Text.oneLine(text);
        return line.length() <= LONGEST_REASON
                ? line
                : line.substring(0, LONGEST_REASON - 3) + "...";
    }
}

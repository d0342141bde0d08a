package org.broadsheet.server.sources.arxiv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One entry of a feed as a small tree: its children by their local names. Namespaces are passed
/// over; feeds use the prefixes that they like.
final class Element {
    private static final int DEEPEST = 20;

    private final Map<String, List<Element>> children = new LinkedHashMap<>();
    private final Map<String, String> attributes = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Element() {}

    /// Reads the element that begins here to its end.
    static Element read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0, new int[] {0});
    }

    private static Element read(XMLStreamReader xml, int depth, int[] letters)
            throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("its elements are nested too deep");
        }
        Element element = new Element();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        while (true) {
            int event = xml.next();
            SafeXml.refuse(event);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return element;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                element.children
                        .computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(read(xml, depth + 1, letters));
            } else if (xml.isCharacters()) {
                letters[0] += xml.getTextLength();
                if (letters[0] > OaiRecord.LONGEST) {
                    throw new XMLStreamException("one of its entries is too long");
                }
                element.text.append(xml.getText());
            }
        }
    }

    Stream<Element> all(String name) {
        return children.getOrDefault(name, List.of()).stream();
    }

    /// The text of the first child of that name, where it is not blank.
    Optional<String> text(String name) {
        return all(name).map(Element::text).filter(text -> !text.isEmpty()).findFirst();
    }

    String text() {
        return text.toString().strip();
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /// All of it, for setting it aside: a child a line.
    String raw() {
        StringBuilder raw = new StringBuilder();
        children.forEach((name, all) ->
                all.forEach(child ->
                        raw.append(name)
                                .append(": ")
                                .append(child.text())
                                .append(String.join(" ", child.attributes.values()))
                                .append(child.children.isEmpty() ? "" : " " + child.raw().strip())
                                .append('\n')));
        return raw.toString();
    }
}

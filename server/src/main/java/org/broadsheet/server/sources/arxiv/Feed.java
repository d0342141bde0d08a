package org.broadsheet.server.sources.arxiv;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A feed, Atom or RSS, as its entries and the facts above them.
///
/// @param root its outermost element, empty where there is none
/// @param facts texts that stand beside the entries, by their names
/// @param broken why it could not be read to its end, or empty
record Feed(String root, Map<String, String> facts, List<Element> entries, String broken) {
    /// Entries beyond these are not read; arXiv gives 2,000 at most.
    private static final int MOST_ENTRIES = 10_000;

    static Feed read(byte[] body) {
        Map<String, String> facts = new HashMap<>();
        List<Element> entries = new ArrayList<>();
        String root = "";
        try {
            XMLStreamReader xml =
                    SafeXml.reader(
                            new SoundText(
                                    new InputStreamReader(
                                            new ByteArrayInputStream(body),
                                            StandardCharsets.UTF_8)));
            while (xml.hasNext()) {
                int event = xml.next();
                SafeXml.refuse(event);
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String name = xml.getLocalName();
                if (root.isEmpty()) {
                    root = name;
                    if (!root.equals("feed") && !root.equals("rss")) {
                        throw new XMLStreamException("it begins with <" + root + ">");
                    }
                } else if (name.equals("entry") || name.equals("item")) {
                    entries.add(Element.read(xml));
                    if (entries.size() > MOST_ENTRIES) {
                        throw new XMLStreamException("it has more than 10,000 entries");
                    }
                } else if (!name.equals("channel")) {
                    facts.putIfAbsent(name, SafeXml.text(xml).strip());
                }
            }
            return new Feed(root, facts, entries, "");
        } catch (XMLStreamException e) {
            return new Feed(root, facts, entries, SafeXml.reason(e));
        }
    }

    boolean is(String kind) {
        return root.equals(kind);
    }
}

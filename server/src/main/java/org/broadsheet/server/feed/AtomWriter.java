package org.broadsheet.server.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes feeds as Atom (RFC 4287). Characters that XML cannot hold become `U+FFFD`.
public final class AtomWriter {
    public static final String TYPE = "application/atom+xml;charset=utf-8";

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final XMLStreamWriter xml;

    private AtomWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static byte[] write(Feed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new AtomWriter(xml).feed(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory took no XML: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    private void feed(Feed feed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        line();
        text("id", feed.id());
        text("title", feed.title());
        text("updated", moment(feed.updated()));
        link("self", feed.self(), "application/atom+xml");
        link("alternate", feed.page(), "text/html");
        text("generator", "Broadsheet");
        for (Feed.Entry entry : feed.entries()) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        line();
    }

    private void entry(Feed.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        line();
        text("id", entry.id());
        text("title", entry.title());
        link("alternate", entry.url(), "text/html");
        xml.writeStartElement("author");
        xml.writeStartElement("name");
        xml.writeCharacters(held(entry.author()));
        xml.writeEndElement();
        xml.writeEndElement();
        line();
        text("published", moment(entry.published()));
        text("updated", moment(entry.updated()));
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(held(entry.html()));
        xml.writeEndElement();
        line();
        xml.writeEndElement();
        line();
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(held(text));
        xml.writeEndElement();
        line();
    }

    private void link(String rel, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", held(href));
        line();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// XML 1.0, section 2.2.
    private static String held(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.codePoints().map(c -> isCharacter(c) ? c : '\uFFFD').forEach(held::appendCodePoint);
        return held.toString();
    }

    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}

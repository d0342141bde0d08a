package org.broadsheet.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.broadsheet.contract.Fixtures;
import org.broadsheet.contract.Golden;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AtomWriterTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Instant NOON = Instant.parse("2025-11-07T12:00:00.123Z");

    private static Feed feed(List<Feed.Entry> entries) {
        return new Feed(
                "urn:x-broadsheet:comments",
                "Comments & more",
                "https://papers.example/comments.atom",
                "https://papers.example/comments?a=b&c=d",
                Instant.EPOCH,
                entries);
    }

    private static Feed.Entry entry(int n, String html) {
        return new Feed.Entry(
                "urn:x-broadsheet:comment:" + n,
                "Ada on <Numbers>",
                "https://papers.example/papers/1/comments/" + n,
                "Ada",
                NOON,
                NOON.plusSeconds(n),
                html);
    }

    private static Document read(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @Test
    void aFeedIsWrittenAsTheGoldenFileSays() {
        byte[] xml = AtomWriter.write(feed(List.of(entry(2, "<p>a &lt; b</p>"), entry(1, "x"))));
        Golden.check("feed.atom", new String(xml, StandardCharsets.UTF_8));
    }

    /// RFC 4287, sections 4.1.1 and 4.1.2.
    @Test
    void aFeedHasWhatTheStandardRequires() throws Exception {
        Document read = read(AtomWriter.write(feed(List.of(entry(1, "x"), entry(2, "y")))));
        Element feed = read.getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        for (String name : List.of("id", "title", "updated")) {
            assertThat(childrenOf(feed, name)).as(name).isEqualTo(1);
        }
        NodeList entries = read.getElementsByTagNameNS(ATOM, "entry");
        assertThat(entries.getLength()).isEqualTo(2);
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            for (String name : List.of("id", "title", "updated", "author", "content")) {
                assertThat(childrenOf(entry, name)).as(name).isEqualTo(1);
            }
            Instant.parse(text(entry, "updated"));
            assertThat(text(entry, "id")).startsWith("urn:");
            assertThat(entry.getElementsByTagNameNS(ATOM, "name").getLength()).isEqualTo(1);
        }
        assertThat(text(feed, "updated")).isEqualTo("2025-11-07T12:00:02Z");
    }

    @Test
    void whateverTextThereIsTheFeedStaysWellFormed() throws Exception {
        String wild = Fixtures.WILD + "\u0000\u0008\uFFFF\uD800 ]]> <!-- &amp; <p>";
        Document read = read(AtomWriter.write(feed(List.of(entry(1, wild)))));
        assertThat(text(read.getDocumentElement(), "content"))
                .contains(Fixtures.WILD, "]]>")
                .doesNotContain("\u0008");
    }

    @Test
    void anEmptyFeedIsOne() throws Exception {
        Document read = read(AtomWriter.write(feed(List.of())));
        assertThat(text(read.getDocumentElement(), "updated")).isEqualTo("1970-01-01T00:00:00Z");
    }

    private static int childrenOf(Element parent, String name) {
        int count = 0;
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name.equals(child.getLocalName()) && ATOM.equals(child.getNamespaceURI())) {
                count++;
            }
        }
        return count;
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }
}

package org.broadsheet.server.sources.arxiv;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.server.sources.arxiv.OaiRecord.VersionTold;

/// Takes one `record` element apart: its header, and metadata in arXivRaw or arXiv.
final class OaiFields {
    private final XMLStreamReader xml;
    private final OaiRecord record;

    private OaiFields(XMLStreamReader xml, OaiRecord record) {
        this.xml = xml;
        this.record = record;
    }

    /// Reads from the start of the record to its end.
    static void read(XMLStreamReader xml, OaiRecord record) throws XMLStreamException {
        OaiFields fields = new OaiFields(xml, record);
        fields.children(fields::ofRecord);
    }

    private interface Child {
        /// Reads the child that begins here to its end.
        void read(String name) throws XMLStreamException;
    }

    private void children(Child child) throws XMLStreamException {
        while (true) {
            int event = xml.next();
            SafeXml.refuse(event);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(xml.getLocalName());
            }
        }
    }

    private void ofRecord(String name) throws XMLStreamException {
        switch (name) {
            case "header" -> {
                if ("deleted".equals(xml.getAttributeValue(null, "status"))) {
                    record.delete();
                }
                children(this::field);
            }
            case "metadata" ->
                    children(format -> {
                        record.format(format);
                        children(this::ofMetadata);
                    });
            default -> SafeXml.skip(xml);
        }
    }

    private void ofMetadata(String name) throws XMLStreamException {
        switch (name) {
            case "version" -> version();
            case "authors" -> authors();
            default -> field(name);
        }
    }

    private void field(String name) throws XMLStreamException {
        record.add(name, SafeXml.text(xml));
    }

    private void version() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "version");
        String[] told = {"", ""};
        children(name -> {
            String text = SafeXml.text(xml);
            switch (name) {
                case "date" -> told[0] = text;
                case "size" -> told[1] = text;
                default -> {}
            }
        });
        record.add(new VersionTold(number == null ? "" : number.strip(), told[0], told[1]));
    }

    /// In arXivRaw one text, in arXiv an element an author.
    private void authors() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = xml.next();
            SafeXml.refuse(event);
            if (event == XMLStreamConstants.END_ELEMENT) {
                record.add("authors", text.toString());
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                author();
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
    }

    private void author() throws XMLStreamException {
        String[] parts = {"", "", ""};
        children(name -> {
            String text = SafeXml.text(xml);
            switch (name) {
                case "forenames" -> parts[0] = text;
                case "keyname" -> parts[1] = text;
                case "suffix" -> parts[2] = text;
                default -> {}
            }
        });
        record.addAuthor(
                Stream.of(parts)
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
    }
}

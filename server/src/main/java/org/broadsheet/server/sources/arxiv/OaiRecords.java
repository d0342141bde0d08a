package org.broadsheet.server.sources.arxiv;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.source.Reading;
import org.jspecify.annotations.Nullable;

/// The records of an OAI-PMH answer, one after another, however long it is. Where the XML breaks
/// the records end, and [#broken] says why; what came before is not lost. For one thread.
public final class OaiRecords {
    private final String source;
    private final Instant now;
    private final @Nullable XMLStreamReader xml;
    private int count;
    private String broken = "";
    private boolean isOai;
    private boolean isAtEnd;
    private Instant answered = Instant.EPOCH;
    private @Nullable OaiError error;
    private String token = "";
    private OptionalLong total = OptionalLong.empty();

    /// What the answer says is wrong.
    ///
    /// @param code of the protocol, as in `badArgument`
    public record OaiError(String code, String message) {
        @Override
        public String toString() {
            return message.isBlank() ? code : code + ": " + message;
        }
    }

    /// @param source what set-aside records are said to come from: the file or the source's name
    /// @param now records that stand for a later day are set aside
    public OaiRecords(InputStream in, String source, Instant now) {
        this.source = source;
        this.now = now;
        XMLStreamReader opened = null;
        try {
            opened =
                    SafeXml.reader(
                            new SoundText(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (XMLStreamException e) {
            broken = SafeXml.reason(e);
        }
        xml = opened;
    }

    /// The next reading, or null after the last. Never throws for what the answer holds.
    public @Nullable Reading next() {
        if (isAtEnd || xml == null || !broken.isEmpty()) {
            return null;
        }
        try {
            return next(xml);
        } catch (XMLStreamException e) {
            broken = SafeXml.reason(e);
            return null;
        }
    }

    private @Nullable Reading next(XMLStreamReader from) throws XMLStreamException {
        while (from.hasNext()) {
            int event = from.next();
            SafeXml.refuse(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (from.getLocalName()) {
                    case "OAI-PMH" -> isOai = true;
                    case "responseDate" -> answered = moment(SafeXml.text(from));
                    case "record" -> {
                        return reading(from);
                    }
                    case "error" -> error(from);
                    case "resumptionToken" -> token(from);
                    default -> requireOai(from.getLocalName());
                }
            }
        }
        isAtEnd = true;
        return null;
    }

    private void requireOai(String element) throws XMLStreamException {
        if (!isOai) {
            throw new XMLStreamException("it begins with <" + element + "> and not with <OAI-PMH>");
        }
    }

    private Reading reading(XMLStreamReader from) throws XMLStreamException {
        requireOai("record");
        count++;
        OaiRecord record = new OaiRecord();
        OaiFields.read(from, record);
        return new OaiReading(source, "record " + count, later(now, answered)).of(record);
    }

    private void error(XMLStreamReader from) throws XMLStreamException {
        requireOai("error");
        String code = from.getAttributeValue(null, "code");
        error = new OaiError(code == null ? "error" : code, SafeXml.line(SafeXml.text(from)));
    }

    private void token(XMLStreamReader from) throws XMLStreamException {
        requireOai("resumptionToken");
        String size = from.getAttributeValue(null, "completeListSize");
        if (size != null && size.strip().matches("\\d{1,15}")) {
            total = OptionalLong.of(Long.parseLong(size.strip()));
        }
        token = SafeXml.text(from).strip();
    }

    /// Whether it is an OAI-PMH answer at all; known once the first record was asked for.
    public boolean isOai() {
        return isOai;
    }

    /// Why the answer could not be read to its end; empty where it could.
    public String broken() {
        return broken;
    }

    public Optional<OaiError> error() {
        return Optional.ofNullable(error);
    }

    /// The token of the next page, empty on the last one; known at the end.
    public String token() {
        return token;
    }

    /// How many records the whole list has, where the answer says so.
    public OptionalLong total() {
        return total;
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

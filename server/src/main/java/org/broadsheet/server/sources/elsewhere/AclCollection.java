package org.broadsheet.server.sources.elsewhere;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.sources.citation.CitedDates;
import org.broadsheet.source.Naming;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Reject;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web.Answer;

/// Reads one file of the ACL Anthology: a collection of volumes of papers. A file that is no sound
/// XML is refused as a whole; a paper that lacks something is set aside. Document types, and with
/// them entities, are not accepted.
final class AclCollection {
    private static final String WHO = "the ACL Anthology";
    private static final int LONGEST_TEXT = 1 << 20;

    private final String source;
    private final String collection;
    private final Instant now;

    AclCollection(String source, String collection, Instant now) {
        this.source = source;
        this.collection = collection;
        this.now = now;
    }

    /// What stands above the papers of a volume.
    private record Volume(String id, LocalDate takenIn, String title, String year, String month) {}

    /// @param isWanted whether to read volumes that were taken in on that day
    List<Reading> read(Answer answer, Predicate<LocalDate> isWanted) throws SourceTrouble {
        if (Answers.isMissing(answer)) {
            throw Answers.trouble(answer, WHO, "the collection " + collection);
        }
        try {
            XMLStreamReader xml =
                    factory().createXMLStreamReader(new ByteArrayInputStream(answer.body()));
            try {
                return collection(xml, answer, isWanted);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw Answers.trouble(
                    answer,
                    WHO,
                    "sound XML (%s)".formatted(String.valueOf(e.getMessage()).replace('\n', ' ')));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private List<Reading> collection(
            XMLStreamReader xml, Answer answer, Predicate<LocalDate> isWanted)
            throws XMLStreamException, SourceTrouble {
        List<Reading> readings = new ArrayList<>();
        boolean isCollection = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw Answers.trouble(answer, WHO, "XML without a document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!isCollection && !xml.getLocalName().equals("collection")) {
                    throw Answers.trouble(answer, WHO, "a collection");
                }
                isCollection = true;
                if (xml.getLocalName().equals("volume")) {
                    volume(xml, isWanted, readings);
                }
            }
        }
        return readings;
    }

    private void volume(XMLStreamReader xml, Predicate<LocalDate> isWanted, List<Reading> readings)
            throws XMLStreamException {
        String id = attribute(xml, "id");
        LocalDate takenIn = day(attribute(xml, "ingest-date"));
        Volume volume = new Volume(id, takenIn, "", "", "");
        while (!isEnd(xml, "volume")) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "meta" -> {
                    Map<String, List<String>> meta = children(xml, "meta");
                    volume =
                            new Volume(
                                    id,
                                    takenIn,
                                    first(meta, "booktitle"),
                                    first(meta, "year"),
                                    first(meta, "month"));
                }
                case "paper" -> {
                    String number = attribute(xml, "id");
                    Map<String, List<String>> fields = children(xml, "paper");
                    if (isWanted.test(takenIn)) {
                        readings.add(paper(volume, number, fields));
                    }
                }
                case "frontmatter" -> children(xml, "frontmatter");
                default -> {}
            }
        }
    }

    private Reading paper(Volume volume, String number, Map<String, List<String>> fields) {
        String place = "%s, volume %s, paper %s".formatted(collection, volume.id(), number);
        try {
            return statement(volume, number, fields);
        } catch (IllegalArgumentException e) {
            return new Reading.SetAside(
                    new Reject(
                            source, place, String.valueOf(e.getMessage()), fields.toString(), now));
        }
    }

    private Statement statement(Volume volume, String number, Map<String, List<String>> fields) {
        String title = first(fields, "title");
        if (title.isBlank()) {
            throw new IllegalArgumentException("it has no title");
        }
        PaperId id = PaperId.of("acl:" + anthologyId(volume, number, first(fields, "url")));
        String doi = first(fields, "doi");
        PaperBuilder paper =
                Paper.of(id, title, new Origin(SourceName.ACL, volume.takenIn()))
                        .abstractText(first(fields, "abstract"))
                        .authors(fields.getOrDefault("author", List.of()))
                        .reference(new Reference(doi, journal(volume, fields), ""));
        published(volume, fields).ifPresent(paper::published);
        Set<PaperId> aliases = new LinkedHashSet<>();
        PaperId.ofDoi(doi).ifPresent(aliases::add);
        return new Statement(new Naming.Exact(id), paper.build(), List.of(), List.of(), aliases);
    }

    /// The id that the paper's address ends with, else the one that follows from the numbers: since
    /// 2020 `2024.acl-long.12`, before `P19-1012`, of workshops `W19-0112`.
    private String anthologyId(Volume volume, String number, String url) {
        if (url.matches("[A-Za-z0-9._-]+-[A-Za-z0-9._-]+")) {
            return url;
        }
        if (!collection.matches("[A-Z]\\d{2}")) {
            return "%s-%s.%s".formatted(collection, volume.id(), number);
        }
        boolean isWorkshop = collection.startsWith("W") || collection.equals("C69");
        return isWorkshop
                ? "%s-%s%s".formatted(collection, padded(volume.id(), 2), padded(number, 2))
                : "%s-%s%s".formatted(collection, volume.id(), padded(number, 3));
    }

    private static String padded(String number, int digits) {
        return "0".repeat(Math.max(0, digits - number.length())) + number;
    }

    private static String journal(Volume volume, Map<String, List<String>> fields) {
        String journal = first(fields, "journal");
        return journal.isEmpty() ? volume.title() : journal;
    }

    private static Optional<LocalDate> published(Volume volume, Map<String, List<String>> fields) {
        String year = first(fields, "year");
        String month = first(fields, "month");
        return CitedDates.day(
                year.isEmpty() ? volume.year() : year,
                month.isEmpty() ? volume.month() : month,
                "");
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).getFirst().strip();
    }

    /// The texts of the elements within this one, people as `First Last`, by their names.
    private static Map<String, List<String>> children(XMLStreamReader xml, String parent)
            throws XMLStreamException {
        Map<String, List<String>> found = new HashMap<>();
        while (!isEnd(xml, parent)) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String text =
                        name.equals("author") || name.equals("editor")
                                ? person(xml, name)
                                : text(xml, name);
                if (!text.isBlank()) {
                    found.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
                }
            }
        }
        return found;
    }

    private static String person(XMLStreamReader xml, String element) throws XMLStreamException {
        String first = "";
        String last = "";
        while (!isEnd(xml, element)) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String text = text(xml, name);
                // A name's variants in other scripts come after it.
                if (name.equals("first") && last.isEmpty()) {
                    first = text;
                } else if (name.equals("last") && last.isEmpty()) {
                    last = text;
                }
            }
        }
        return (first + " " + last).strip();
    }

    /// The text within an element; formulas between dollar signs.
    private static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.append(xml.getLocalName().equals("tex-math") ? "$" : "");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    text.append(xml.getLocalName().equals("tex-math") ? "$" : "");
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("an entity that is not defined");
                default -> {}
            }
            if (text.length() > LONGEST_TEXT) {
                throw new XMLStreamException("a text longer than any paper's in " + element);
            }
        }
        return text.toString();
    }

    private static boolean isEnd(XMLStreamReader xml, String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// The day on which a volume was taken in; of old ones none is told, and they count as taken in
    /// at the beginning.
    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return LocalDate.EPOCH;
        }
    }
}

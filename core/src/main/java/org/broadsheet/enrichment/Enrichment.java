package org.broadsheet.enrichment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Summary;
import org.jspecify.annotations.Nullable;

/// What is stated of a paper from its own text: keywords and an extract where no source states
/// keywords or a summary, and code links where none states links. It is stated as of the day of the
/// text, so that the same text always leads to the same statement.
public final class Enrichment {
    private final Enricher enricher;

    public Enrichment(Enricher enricher) {
        this.enricher = enricher;
    }

    /// The statement to keep; empty where the text leads to nothing, or other sources state it all.
    public Optional<Paper> of(Paper paper) {
        Map<Fact, Origin> origins = new EnumMap<>(Fact.class);
        Origin origin = new Origin(SourceName.AUTOMATIC, day(paper));
        List<String> keywords = List.of();
        Summary summary = null;
        if (!paper.abstractText().isEmpty()) {
            boolean lacksKeywords = isOpen(Fact.KEYWORDS, paper);
            boolean lacksSummary = isOpen(Fact.SUMMARY, paper);
            if (lacksKeywords || lacksSummary) {
                Enricher.Found found = enricher.of(paper.title(), paper.abstractText());
                if (lacksKeywords) {
                    keywords = found.keywords();
                    origins.put(Fact.KEYWORDS, origin);
                }
                if (lacksSummary) {
                    summary = extract(found.extract());
                    origins.put(Fact.SUMMARY, origin);
                }
            }
        }
        List<Link> links = isOpen(Fact.LINKS, paper) ? links(paper) : List.of();
        boolean hadLinks = paper.origins().containsKey(Fact.LINKS);
        if (!links.isEmpty() || hadLinks && isOpen(Fact.LINKS, paper)) {
            origins.put(Fact.LINKS, origin);
        }
        return origins.isEmpty()
                ? Optional.empty()
                : Optional.of(statement(paper, summary, links, keywords, origins));
    }

    private static @Nullable Summary extract(Optional<String> sentence) {
        return sentence.map(text -> new Summary("", text, Summary.Writer.EXTRACT)).orElse(null);
    }

    private static List<Link> links(Paper paper) {
        List<Link> links = new ArrayList<>();
        String text = paper.abstractText() + "\n" + paper.reference().comment();
        CodeLinks.in(text).forEach(url -> links.add(new Link(Link.Kind.CODE, url)));
        return links;
    }

    /// Whether no source but ourselves states it.
    private static boolean isOpen(Fact fact, Paper paper) {
        return !paper.origins().containsKey(fact) || paper.isWorkedOutHere(fact);
    }

    private static LocalDate day(Paper paper) {
        LocalDate day = LocalDate.EPOCH;
        for (Fact fact : List.of(Fact.TITLE, Fact.ABSTRACT, Fact.REFERENCE)) {
            Origin origin = paper.origins().get(fact);
            if (origin != null && origin.asOf().isAfter(day)) {
                day = origin.asOf();
            }
        }
        return day;
    }

    private static Paper statement(
            Paper paper,
            @Nullable Summary summary,
            List<Link> links,
            List<String> keywords,
            Map<Fact, Origin> origins) {
        return new Paper(
                paper.id(),
                paper.title(),
                "",
                summary,
                List.of(),
                null,
                List.of(),
                List.of(),
                links,
                keywords,
                List.of(),
                Reference.NONE,
                "",
                origins);
    }

    /// Sixteen hexadecimal digits that change when what is worked on does: the texts, and which
    /// facts other sources state.
    public static String fingerprint(Paper paper) {
        String text =
                String.join(
                        "\n",
                        paper.title(),
                        paper.abstractText(),
                        paper.reference().comment(),
                        isOpen(Fact.KEYWORDS, paper)
                                + " "
                                + isOpen(Fact.SUMMARY, paper)
                                + " "
                                + isOpen(Fact.LINKS, paper));
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

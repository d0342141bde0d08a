package org.broadsheet.server.text;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Fact;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Summary;

/// Writes a paper as Markdown. Formulas keep their LaTeX, which readers of Markdown typeset; signs
/// that Markdown or HTML would act on are escaped.
public final class Markdown {
    private Markdown() {}

    public static String of(Paper paper) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(escaped(paper.title())).append("\n\n");
        out.append(
                paper.authors().stream()
                        .map(Author::name)
                        .map(Markdown::escaped)
                        .collect(Collectors.joining(", ")));
        out.append(paper.authors().isEmpty() ? "" : "\n\n");
        facts(paper).forEach(fact -> out.append("- ").append(fact).append('\n'));
        if (!paper.abstractText().isEmpty()) {
            out.append("\n## Abstract\n\n").append(escaped(paper.abstractText())).append('\n');
        }
        Summary summary = paper.summary();
        if (summary != null) {
            out.append("\n## ").append(heading(summary)).append("\n\n");
            out.append(escaped(summary.text().isEmpty() ? summary.deck() : summary.text()))
                    .append('\n');
        }
        return out.toString();
    }

    private static String heading(Summary summary) {
        return switch (summary.by()) {
            case BROADSHEET -> "Summary by Broadsheet, not the authors’ abstract";
            case MODEL -> "Summary made by a language model at the source";
            case EXTRACT -> "Extract, chosen automatically";
            case HOUSE_MODEL ->
                    "Summary made here by the language model " + escaped(summary.model());
        };
    }

    private static List<String> facts(Paper paper) {
        List<String> facts = new java.util.ArrayList<>();
        facts.add("Id: " + escaped(paper.id().value()));
        LocalDate published = paper.published();
        if (published != null) {
            facts.add("Published: " + published);
        }
        if (!paper.categories().isEmpty()) {
            facts.add("Categories: " + escaped(String.join(", ", paper.categories())));
        }
        if (!paper.keywords().isEmpty()) {
            facts.add(keywords(paper) + ": " + escaped(String.join(", ", paper.keywords())));
        }
        if (paper.id().isArxiv()) {
            facts.add("arXiv: <https://arxiv.org/abs/" + paper.id() + ">");
        }
        for (Link link : paper.links()) {
            facts.add(label(link.kind()) + ": <" + link.url() + ">");
        }
        return facts;
    }

    private static String keywords(Paper paper) {
        return paper.isWorkedOutHere(Fact.KEYWORDS) ? "Keywords, chosen automatically" : "Keywords";
    }

    private static String label(Link.Kind kind) {
        return switch (kind) {
            case CODE -> "Code";
            case PROJECT -> "Project";
            case DISCUSSION -> "Discussion";
        };
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Formulas.Formula formula : Formulas.in(text)) {
            out.append(plain(text.substring(done, formula.start())));
            // "<" inside a formula could still open a tag where nothing typesets.
            out.append(text.substring(formula.start(), formula.end()).replace("<", "\\lt "));
            done = formula.end();
        }
        return out.append(plain(text.substring(done))).toString();
    }

    private static String plain(String text) {
        return PlainTex.readable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]#|~$])", "\\\\$1");
    }
}

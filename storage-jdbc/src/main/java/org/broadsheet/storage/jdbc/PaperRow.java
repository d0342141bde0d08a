package org.broadsheet.storage.jdbc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.enrichment.Enrichment;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.Text;
import org.broadsheet.search.TextForVector;

/// A paper with everything that its rows hold, worked out before the writing transaction begins.
///
/// @param vectorText the fingerprint of the text that its vector is made for
/// @param ownText the fingerprint of the text that it is enriched from
/// @param authors the keys of its authors, once each
record PaperRow(
        Paper paper,
        String body,
        String titleKey,
        long published,
        String vectorText,
        String ownText,
        Set<String> authors) {
    static PaperRow of(Paper paper) {
        return of(paper, PaperJson.write(paper));
    }

    private static PaperRow of(Paper paper, String body) {
        Set<String> authors = new LinkedHashSet<>();
        for (Author author : paper.authors()) {
            authors.add(author.key().value());
        }
        return new PaperRow(
                paper,
                body,
                Text.titleKey(paper.title()),
                Values.dayOrLast(paper.published()),
                TextForVector.fingerprint(paper),
                Enrichment.fingerprint(paper),
                authors);
    }

    static PaperRow read(String body) {
        return of(PaperJson.read(body), body);
    }

    String id() {
        return paper.id().value();
    }

    /// Its rows of `paper_author`.
    Set<List<Object>> authorParts() {
        return authors.stream()
                .map(key -> List.<Object>of(key, id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Its rows of `paper_category`.
    Set<List<Object>> categoryParts() {
        return paper.categories().stream()
                .map(category -> List.<Object>of(category, published, id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

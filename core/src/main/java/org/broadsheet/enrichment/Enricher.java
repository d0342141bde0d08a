package org.broadsheet.enrichment;

import java.util.List;
import java.util.Optional;

/// Keywords and the extract of a paper's text, with the tables and weights that come with the
/// program. Safe for many threads; the same text always gives the same.
public final class Enricher {
    private final Keywords keywords;
    private final Extract extract;

    public Enricher() {
        this(Lexicon.shipped());
    }

    public Enricher(Lexicon lexicon) {
        keywords = new Keywords(lexicon, Weights.OF_PHRASES);
        extract = new Extract(lexicon, keywords, Weights.OF_SENTENCES);
    }

    /// @param extract one sentence of the text; absent where the text has none
    public record Found(List<String> keywords, Optional<String> extract) {}

    public Found of(String title, String text) {
        List<Keywords.Scored> keys = keywords.scored(title, text, Keywords.COUNT);
        return new Found(
                keys.stream().map(one -> one.phrase().surface()).toList(),
                extract.of(title, text, keys));
    }

    /// At most so many keywords, the surest first.
    public List<String> keywords(String title, String text, int count) {
        return keywords.of(title, text, count);
    }

    /// All sentences of a text, as the extract is chosen from.
    public List<String> sentences(String title, String text) {
        return extract.sentences(title, text).stream().map(Extract.Sentence::text).toList();
    }
}

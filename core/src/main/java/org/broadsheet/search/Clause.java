package org.broadsheet.search;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// One part of a query. Every clause must hold for a paper to be found, except [Word] and [Prose],
/// which rank.
public sealed interface Clause {
    /// The clause as it is written in the query language.
    String text();

    /// A word, by which papers are ranked.
    record Word(String text) implements Clause {}

    /// Thirty words or more, as when an abstract was pasted: finds what is like it.
    record Prose(String text) implements Clause {}

    /// Words that must stand side by side, in a text or in an author's name.
    record Phrase(String words) implements Clause {
        public Phrase {
            refuseQuote(words);
        }

        @Override
        public String text() {
            return quoted(words);
        }
    }

    /// A lone id in whatever dress it was pasted: that paper first, then what is like it.
    record Named(String text) implements Clause {
        /// The ids it may mean, likeliest first.
        public List<PaperId> ids() {
            return PaperId.candidates(text);
        }
    }

    /// Part of one author's name.
    record AuthorNamed(String name) implements Clause {
        public AuthorNamed {
            refuseQuote(name);
        }

        @Override
        public String text() {
            return "author:" + value(name);
        }
    }

    /// A category and those below it: `cs` finds `cs.LG`.
    record InCategory(String category) implements Clause {
        public InCategory {
            refuseQuote(category);
        }

        @Override
        public String text() {
            return "cat:" + value(category);
        }
    }

    /// Part of an organisation's name, or its key.
    record FromOrganisation(String name) implements Clause {
        public FromOrganisation {
            refuseQuote(name);
        }

        @Override
        public String text() {
            return "org:" + value(name);
        }
    }

    /// A keyword in full.
    record WithKeyword(String keyword) implements Clause {
        public WithKeyword {
            refuseQuote(keyword);
        }

        @Override
        public String text() {
            return "keyword:" + value(keyword);
        }
    }

    /// Only these papers.
    record Among(List<PaperId> ids) implements Clause {
        public Among {
            ids = List.copyOf(ids);
        }

        @Override
        public String text() {
            String all = ids.stream().map(PaperId::value).collect(Collectors.joining(","));
            return "id:" + value(all);
        }
    }

    /// Published from one day to another, both counted; papers without a day are left out.
    ///
    /// @param from absent for no beginning
    /// @param to absent for no end
    record Published(@Nullable LocalDate from, @Nullable LocalDate to) implements Clause {
        @Override
        public String text() {
            return "date:" + DateRange.text(this);
        }

        public boolean holds(@Nullable LocalDate day) {
            return day != null
                    && (from == null || !day.isBefore(from))
                    && (to == null || !day.isAfter(to));
        }
    }

    record Has(Feature feature) implements Clause {
        @Override
        public String text() {
            return "has:" + feature.word();
        }
    }

    /// Near this paper in meaning, itself left out.
    record Like(PaperId paper) implements Clause {
        @Override
        public String text() {
            return "like:" + value(paper.value());
        }
    }

    /// What must not hold; of a word, that it occurs.
    record Not(Clause clause) implements Clause {
        @Override
        public String text() {
            return "-" + clause.text();
        }
    }

    private static String value(String text) {
        return text.contains(" ") ? quoted(text) : text;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static void refuseQuote(String text) {
        if (text.indexOf('"') >= 0) {
            throw new IllegalArgumentException("no quotation mark can stand inside " + text);
        }
    }
}

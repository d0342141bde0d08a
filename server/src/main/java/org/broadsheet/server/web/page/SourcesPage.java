package org.broadsheet.server.web.page;

import java.util.List;
import org.broadsheet.server.harvest.HarvestState;

/// How papers come in: the harvests, what waits, what was set aside.
///
/// @param heading what the operator should know first, in a sentence
/// @param harvests those that need somebody first, then the latest
/// @param next when the next harvest begins by itself, in words; empty while nothing is to come in
/// @param backlog work that goes on in the background
/// @param aside records set aside, by reason
/// @param house the house in figures
/// @param sources all that can be asked
public record SourcesPage(
        Frame frame,
        String heading,
        List<Row> harvests,
        String next,
        List<Line> backlog,
        List<Line> aside,
        List<Line> house,
        List<Askable> sources) {
    public SourcesPage {
        harvests = List.copyOf(harvests);
        backlog = List.copyOf(backlog);
        aside = List.copyOf(aside);
        house = List.copyOf(house);
        sources = List.copyOf(sources);
    }

    /// One harvest; the counts are those of its last run.
    ///
    /// @param key names it in forms
    /// @param parts what of the source is harvested, in words
    /// @param error why it needs somebody, or empty
    public record Row(
            String key,
            String label,
            String parts,
            HarvestState state,
            String error,
            String last,
            String took,
            String added,
            String changed,
            String rejected,
            String next) {
        /// The symbol of the sprite.
        public String sign() {
            return switch (state) {
                case WELL -> "r";
                case UNDER_WAY, WAITING -> "p";
                case STOPPED -> "warn";
            };
        }
    }

    /// One figure, with a remark under it that may be empty.
    public record Line(String label, String figure, String remark) {}

    /// A source by its name in commands.
    public record Askable(String name, String label, String home, String remark) {}
}

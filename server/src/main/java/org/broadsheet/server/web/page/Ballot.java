package org.broadsheet.server.web.page;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.PaperId;

/// A paper's votes, and the form to vote where the reader may.
///
/// @param title of the paper, in plain Unicode
/// @param own votes of this house's readers
/// @param offer whether the reader may vote, and has
/// @param comments of this house's readers
/// @param elsewhere what other places counted
/// @param note beside the button, to the reader alone; may be empty
public record Ballot(
        PaperId id,
        String title,
        long own,
        Offer offer,
        long comments,
        List<Tally> elsewhere,
        String note) {
    /// What the page offers the reader.
    public enum Offer {
        NONE,
        TO_VOTE,
        TO_TAKE_BACK
    }

    public Ballot {
        elsewhere = List.copyOf(elsewhere);
    }

    /// The same with that beside its button.
    public Ballot noting(String text) {
        return new Ballot(id, title, own, offer, comments, elsewhere, text);
    }

    public boolean isOffered() {
        return offer != Offer.NONE;
    }

    public String action() {
        return Addresses.paper(id) + "/vote";
    }

    public String pressed() {
        return offer == Offer.TO_TAKE_BACK ? "true" : "false";
    }

    /// What the button asks for.
    public String value() {
        return offer == Offer.TO_TAKE_BACK ? "none" : "up";
    }

    public String label() {
        String asks = offer == Offer.TO_TAKE_BACK ? "Take back the vote for " : "Vote for ";
        return asks + title + ", " + votes(own);
    }

    /// The counts that stand beside the button, or in its place: `31 votes here`, `140 votes at
    /// hosted daily papers`, `3 comments there`.
    public List<String> counts() {
        List<String> counts = new ArrayList<>();
        if (!isOffered() && own > 0) {
            counts.add(votes(own) + " here");
        }
        String place = "";
        for (Tally tally : elsewhere) {
            String where = tally.origin().equals(place) ? " there" : " at " + tally.origin();
            counts.add(counted(tally) + where);
            place = tally.origin();
        }
        return counts;
    }

    /// How many comments there are; empty for none.
    public String talk() {
        return comments == 0 ? "" : plural(comments, "comment");
    }

    /// Where they stand.
    public String talkUrl() {
        return Addresses.paper(id) + "#discussion";
    }

    private static String counted(Tally tally) {
        return switch (tally.kind()) {
            case VOTES -> votes(tally.count());
            case COMMENTS -> plural(tally.count(), "comment");
            case STARS -> plural(tally.count(), "star");
        };
    }

    private static String votes(long count) {
        return plural(count, "vote");
    }

    private static String plural(long count, String noun) {
        return count == 1 ? "1 " + noun : "%,d %ss".formatted(count, noun);
    }
}

package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.paper.PaperId;
import org.broadsheet.server.text.RichText;

/// One paper as lists and editions show it.
///
/// @param rank its number in the list, or 0 where the list has none
/// @param runs the verdicts of the report that stands for it, if it was run
/// @param topic the kicker above the title
/// @param deck the one or two sentences under the title; may be empty
/// @param more what the lead prints beside its deck
/// @param writer who wrote deck and text if not the authors, to be printed beside them
/// @param by who wrote the paper
/// @param day the day of the first version, as ISO text
/// @param reason why it stands here; empty where the order needs none
public record Story(
        PaperId id,
        int rank,
        Optional<Marks> runs,
        Optional<Link> topic,
        RichText title,
        RichText deck,
        RichText more,
        Optional<String> writer,
        String by,
        Optional<Day> day,
        Ballot ballot,
        List<Link> keywords,
        String reason) {
    public Story {
        keywords = List.copyOf(keywords);
    }

    public String url() {
        return Addresses.paper(id);
    }

    /// The id of its headline in the page.
    public String headline() {
        return "t-" + id;
    }

    /// The same without its day, for lists under a date.
    public Story undated() {
        return new Story(
                id,
                rank,
                runs,
                topic,
                title,
                deck,
                more,
                writer,
                by,
                Optional.empty(),
                ballot,
                keywords,
                reason);
    }

    /// @param iso for machines
    public record Day(String iso, String text) {}
}

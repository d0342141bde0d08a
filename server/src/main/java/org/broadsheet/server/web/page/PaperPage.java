package org.broadsheet.server.web.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.server.text.RichText;

/// One paper with all that is known of it.
///
/// @param authors the first of them
/// @param more the rest, folded away
/// @param keywordsLabel says who chose the keywords
/// @param standfirst one sentence in large type; may be empty
/// @param texts abstract and summaries, each with its heading and who wrote it
/// @param facts label and value, in the order of the page
/// @param sources which source states which facts
/// @param appearances the editions it appeared in, with its rank
/// @param curation what a curator can decide, for curators
/// @param runIt where it is run, if it can be
/// @param same the forms of a curator, for whom may use them
/// @param faces who voted for it
/// @param discussion what was said about it
public record PaperPage(
        Frame frame,
        Story story,
        List<Link> authors,
        List<Link> more,
        String published,
        List<Link> links,
        String keywordsLabel,
        List<Link> keywords,
        RichText standfirst,
        List<Passage> texts,
        List<Known> facts,
        List<Known> sources,
        List<Link> appearances,
        List<Story> similar,
        String bibtex,
        Optional<Curation> curation,
        Optional<RunIt> runIt,
        Optional<OtherIds> same,
        Faces faces,
        Discussion discussion) {
    /// @param note who wrote it, if not the authors
    public record Passage(String heading, List<RichText> paragraphs, Optional<String> note) {}

    /// The address that shows how the run under way goes on, without a fragment: to one with it a
    /// browser would only scroll. Empty while nothing runs.
    public String live() {
        return runIt.flatMap(RunIt::now)
                .filter(RunNow::isUnderWay)
                .map(now -> story.url() + "?run=" + now.id())
                .orElse("");
    }

    /// @param url empty where the value leads nowhere
    public record Known(String label, String value, String url) {}
}

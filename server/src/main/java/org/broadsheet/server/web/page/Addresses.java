package org.broadsheet.server.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.broadsheet.discussion.CommentId;
import org.broadsheet.edition.Period;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.RunId;

/// Where things are on this server: paths with their query, encoded.
public final class Addresses {
    private static final String IN_PATH = "-._~/:@!$&'()*+,=";
    private static final String IN_QUERY = "-._~/:@!$'()*,";

    private Addresses() {}

    public static String paper(PaperId id) {
        return "/papers/" + encoded(id.value(), IN_PATH);
    }

    /// A comment's permalink.
    public static String comment(PaperId paper, CommentId id) {
        return paper(paper) + "/comments/" + id;
    }

    /// A comment in its thread.
    public static String inThread(PaperId paper, CommentId id) {
        return paper(paper) + "#c-" + id;
    }

    public static String reader(String name) {
        return "/readers/" + encoded(name, IN_PATH);
    }

    public static String run(RunId id) {
        return "/lab/runs/" + id;
    }

    /// A file of a run.
    public static String run(RunId id, String file) {
        return run(id) + "/" + encoded(file, IN_PATH);
    }

    /// The part of a paper's page where it is run, about one run.
    ///
    /// @param more a further word of the query, or empty
    public static String paper(PaperId id, RunId run, String more) {
        return paper(id) + "?run=" + run + (more.isEmpty() ? "" : "&" + more) + "#run";
    }

    public static String author(AuthorKey key) {
        return "/authors/" + encoded(key.value(), IN_PATH);
    }

    public static String search(String query) {
        return "/papers?q=" + inQuery(query);
    }

    public static String search(String query, int page) {
        return search(query) + (page > 1 ? "&page=" + page : "");
    }

    public static String edition(Period period) {
        return switch (period) {
            case Period.Day day -> "/papers/date/" + day.label();
            case Period.Week week -> "/papers/week/" + week.label();
            case Period.Month month -> "/papers/month/" + month.label();
        };
    }

    /// The same edition as data.
    public static String editionData(Period period) {
        String kind =
                switch (period) {
                    case Period.Day _ -> "date";
                    case Period.Week _ -> "week";
                    case Period.Month _ -> "month";
                };
        return "/api/daily_papers?" + kind + "=" + period.label();
    }

    /// A page of the wire: of a category or of all, after a paper or from the top.
    public static String wire(Optional<String> category, Optional<PaperId> after) {
        StringBuilder address = new StringBuilder("/wire");
        category.ifPresent(c -> address.append("?cat=").append(inQuery(c)));
        after.ifPresent(id ->
                address.append(address.indexOf("?") < 0 ? "?" : "&")
                        .append("cursor=")
                        .append(inQuery(id.value())));
        return address.toString();
    }

    public static String inQuery(String text) {
        return encoded(text, IN_QUERY).replace("%20", "+");
    }

    private static String encoded(String text, String allowed) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
            out.append(isPlain ? Character.toString(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }
}

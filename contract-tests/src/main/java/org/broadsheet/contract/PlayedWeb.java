package org.broadsheet.contract;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.Web;

/// A web that answers what a test says, and remembers what it was asked. Safe for use from many
/// threads.
public final class PlayedWeb implements Web {
    private final Function<URI, Answer> answers;
    private final List<URI> asked = new ArrayList<>();

    public PlayedWeb(Function<URI, Answer> answers) {
        this.answers = answers;
    }

    public static Answer answer(String contentType, String body) {
        return new Answer(200, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /// As `Web` tells of a page that is not there.
    public static Answer notFound() {
        return new Answer(
                404, "text/html", "<html>Not here</html>".getBytes(StandardCharsets.UTF_8));
    }

    /// Answers every request with the same.
    public static PlayedWeb always(String contentType, String body) {
        return new PlayedWeb(_ -> answer(contentType, body));
    }

    /// Answers as the other web does, its bodies changed.
    public static Web changed(Web other, Function<byte[], byte[]> change) {
        return (address, headers) -> {
            Answer answer = other.get(address, headers);
            return new Answer(answer.status(), answer.contentType(), change.apply(answer.body()));
        };
    }

    /// Cannot be reached.
    public static Web dead() {
        return (address, _) -> {
            throw new IOException("nobody listens at " + address);
        };
    }

    /// Answers every request with a status that is neither 200 nor 404.
    public static Web refusing(int status) {
        return (address, _) -> {
            throw new SourceTrouble(
                    SourceTrouble.Remedy.AGAIN, address + " answered with status " + status);
        };
    }

    @Override
    public Answer get(URI address, Map<String, String> headers) {
        synchronized (asked) {
            asked.add(address);
        }
        return answers.apply(address);
    }

    /// All that was asked for so far, in order.
    public List<URI> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }
}

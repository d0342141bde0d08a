package org.broadsheet.server.summaries;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.paper.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A language model behind the chat interface of OpenAI, which other servers of models speak too.
/// One question at a time; whatever goes wrong is an [Answer], never an exception.
public final class ModelEndpoint implements AutoCloseable {
    private static final String TASK =
            "You summarise scientific abstracts. Answer with the summary alone: one or two plain"
                    + " sentences, at most 60 words, saying what was done and what was found. Add"
                    + " nothing that the abstract does not say.";
    private static final int MOST_TOKENS = 200;
    private static final int LONGEST_ANSWER_BYTES = 1 << 20;
    private static final int LONGEST_SUMMARY = 1_200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Place place;
    private final Duration patience;
    private final HttpClient http;

    /// @param address as in `http://localhost:11434/v1`; `/chat/completions` is added
    /// @param key empty where none is needed
    public record Place(URI address, String model, String key) {
        /// Never shows the key.
        @Override
        public String toString() {
            return model + " at " + address;
        }
    }

    /// What became of a question.
    public sealed interface Answer {
        record Told(String summary) implements Answer {}

        /// The server is busy or away: ask nothing for a while.
        record Busy(String why, Optional<Duration> retryAfter) implements Answer {}

        /// This question failed; others may not.
        record Failed(String why) implements Answer {}
    }

    /// What is asked.
    record Message(String role, String content) {}

    record Question(String model, List<Message> messages, int max_tokens, double temperature) {}

    /// @param patience how long one question may take in all
    public ModelEndpoint(Place place, Duration patience) {
        this.place = place;
        this.patience = patience;
        http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    public String model() {
        return place.model();
    }

    /// The summary of a paper's text.
    Answer summarise(String title, String text) throws InterruptedException {
        try {
            return answer(
                    http.send(request(title, text), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (java.net.http.HttpTimeoutException e) {
            return new Answer.Failed("no answer within " + patience.toSeconds() + " s");
        } catch (java.net.ConnectException e) {
            return new Answer.Busy("cannot be reached: " + e.getMessage(), Optional.empty());
        } catch (IOException e) {
            return new Answer.Failed("the connection broke: " + e.getMessage());
        }
    }

    private HttpRequest request(String title, String text) {
        Question question =
                new Question(
                        place.model(),
                        List.of(
                                new Message("system", TASK),
                                new Message("user", title + "\n\n" + text)),
                        MOST_TOKENS,
                        0);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        place.address().toString().replaceFirst("/+$", "")
                                                + "/chat/completions"))
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(question)));
        if (!place.key().isEmpty()) {
            request.header("Authorization", "Bearer " + place.key());
        }
        return request.build();
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        String body;
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(LONGEST_ANSWER_BYTES);
            body = new String(bytes, StandardCharsets.UTF_8);
        }
        if (status == 200) {
            return told(body);
        }
        boolean isForAll =
                status == 429 || status >= 500 || status == 401 || status == 403 || status == 404;
        String why = "answered %d: %s".formatted(status, shown(body));
        return isForAll ? new Answer.Busy(why, retryAfter(response)) : new Answer.Failed(why);
    }

    private static Answer told(String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JacksonException _) {
            return new Answer.Failed("answered no JSON: " + shown(body));
        }
        if (answer.hasNonNull("error")) {
            return new Answer.Failed(
                    "answered an error: " + shown(answer.path("error").toString()));
        }
        String summary =
                Text.paragraphs(
                        answer.path("choices")
                                .path(0)
                                .path("message")
                                .path("content")
                                .asString(""));
        if (summary.isEmpty() || summary.length() > LONGEST_SUMMARY) {
            return new Answer.Failed(
                    "answered no summary of 1 to %,d letters: %s"
                            .formatted(LONGEST_SUMMARY, shown(body)));
        }
        return new Answer.Told(summary);
    }

    /// In seconds; a date is not worth reading here.
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static String shown(String text) {
        String line = Text.oneLine(text);
        return line.length() <= 200 ? line : line.substring(0, 197) + "...";
    }

    /// Breaks off the question under way.
    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}

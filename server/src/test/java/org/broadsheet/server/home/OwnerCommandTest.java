package org.broadsheet.server.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.server.home.CommandEvent.Channel;
import org.broadsheet.server.home.CommandEvent.Line;
import org.broadsheet.server.home.CommandEvent.Progress;
import org.broadsheet.server.home.CommandEvent.Result;
import org.broadsheet.server.trial.RawHttp;
import org.broadsheet.server.trial.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class OwnerCommandTest {
    private final Counting counting = new Counting();
    private final List<CommandEvent> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // by start
    private TestHouse house;

    @BeforeAll
    void start() {
        house = TestHouse.taking(List.of(counting));
    }

    @AfterAll
    void end() {
        house.close();
    }

    record Span(int to, String word) {}

    /// Counts, and leaves with what it counted to; fails beyond ten.
    static final class Counting implements OwnerCommand<Span> {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public Class<Span> arguments() {
            return Span.class;
        }

        @Override
        public int run(Span span, Consumer<CommandEvent> sink) {
            if (span.to > 10) {
                throw new IllegalStateException("cannot count to " + span.to);
            }
            for (int i = 1; i <= span.to; i++) {
                sink.accept(new Progress(span.word, i, span.to));
            }
            sink.accept(new Line(Channel.OUT, "é\n\u2028"));
            return span.to;
        }
    }

    @Test
    void aCommandTellsTheSameHereAndInTheOwner() throws Exception {
        List<CommandEvent> here = new ArrayList<>();
        int code = counting.run(new Span(3, "counting"), here::add);
        here.add(new Result(code));
        int codeThere =
                client(TestHouse.TOKEN.value()).run("count", new Span(3, "counting"), told::add);
        assertThat(codeThere).isEqualTo(code).isEqualTo(3);
        assertThat(told).isEqualTo(here);
        told.clear();
    }

    @Test
    void aFailureInTheOwnerIsToldAndLeavesWithOne() throws Exception {
        List<CommandEvent> failed = new ArrayList<>();
        int code = client(TestHouse.TOKEN.value()).run("count", new Span(11, "x"), failed::add);
        assertThat(code).isEqualTo(1);
        assertThat(failed.getFirst())
                .isInstanceOfSatisfying(
                        Line.class, line -> assertThat(line.text()).contains("cannot count to 11"));
    }

    @Test
    void anotherTokenIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> client("x").run("count", new Span(1, "x"), told::add))
                .withMessageContaining("refused with 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "Authorization: Bearer ",
                "Authorization: Bearer 0123456789abcdeg",
                "Authorization: Basic 0123456789abcdef",
                "Origin: http://localhost",
            })
    void withoutTheTokenNobodyRunsAnything(String header) throws Exception {
        assertThat(
                        RawHttp.ask(
                                house.port(),
                                "POST /owner/commands/count HTTP/1.1",
                                "Host: localhost",
                                header,
                                "Content-Length: 0"))
                .containsPattern("^HTTP/1.1 40[13]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"to\":\"many\"}"})
    void argumentsThatCannotBeReadAreABadRequest(String body) throws Exception {
        assertThat(post("count", body)).startsWith("HTTP/1.1 400").contains("arguments of count");
    }

    @Test
    void anUnknownCommandNamesTheOnesThereAre() throws Exception {
        assertThat(post("drop", "{}")).startsWith("HTTP/1.1 404").contains("accepted are [count]");
    }

    @Test
    void anOwnerThatDiesMidwayIsNoticed() throws Exception {
        byte[] lines =
                "{\"event\":\"progress\",\"what\":\"x\",\"done\":1,\"total\":2}\n"
                        .getBytes(StandardCharsets.UTF_8);
        List<CommandEvent> seen = new ArrayList<>();
        assertThat(CommandLines.from(new ByteArrayInputStream(lines), seen::add)).isEmpty();
        assertThat(seen).containsExactly(new Progress("x", 1, 2));
    }

    private String post(String command, String body) throws IOException {
        return RawHttp.ask(
                house.port(),
                "POST /owner/commands/" + command + " HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + TestHouse.TOKEN.value(),
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
    }

    private OwnerClient client(String token) {
        return new OwnerClient(new Owner(1, "127.0.0.1", house.port(), token));
    }
}

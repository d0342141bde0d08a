package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.report.LabJson;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.Report;
import org.broadsheet.lab.work.Live;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.run.RunStore.Outcome;
import org.broadsheet.server.trial.coin.Coin;
import org.broadsheet.server.trial.coin.CoinRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lab's pages, forms, files and streams, over a laboratory without a worker.
class LabOverHttpTest {
    private static final String PAPER = "/papers/" + Coin.PAPER;
    private static final String REPORT = "/lab/runs/" + CoinRun.ID;
    private static final String FORM = "paper=" + Coin.PAPER + "&size=quick&seed=1&back=paper";

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeEach
    void start() throws Exception {
        house = PageHouse.with(Samples::few);
        CoinRun run = CoinRun.full();
        house.lab.takeIn(run.report(), run.files());
    }

    @AfterEach
    void end() {
        house.close();
    }

    private static Setting quick(Map<String, String> given) {
        return Setting.of(CoinRun.descriptor().parameters(), Size.QUICK, 1, given);
    }

    /// Asks for a run and puts it under way, as a worker would.
    private RunId begun() {
        Run run = house.lab.ask(CoinRun.descriptor(), quick(Map.of()));
        house.storage.runs().begin(run.id(), house.clock.instant());
        return run.id();
    }

    private void tell(RunId run, String stage, long done) {
        Live live =
                new Live(
                        stage,
                        done,
                        5,
                        2,
                        List.of(new Measured("heads", List.of(0.5))),
                        List.of(),
                        List.of("a line <of> the log"));
        house.storage.runs().tell(run, LabJson.write(live));
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aPaperThatRunsSaysWhatWasMeasuredAndOffersTheForm() throws Exception {
        String page = house.get(PAPER).body();
        assertThat(page)
                .contains(
                        "id=\"run\"",
                        "The paper says",
                        "A coin shows heads half of the time.",
                        "0.5, table 1",
                        "Not reproduced",
                        "The generator has no edge.",
                        "<svg viewBox",
                        "name=\"set.tosses\"",
                        "10 to 100,000; of each repetition",
                        "action=\"/lab/runs\"");
    }

    @Test
    void aPaperThatDoesNotRunHasNoSuchPart() throws Exception {
        assertThat(house.get("/papers/" + Samples.MATHS).body()).doesNotContain("id=\"run\"");
    }

    @Test
    void aPaperThatWasNeverRunSaysSo() throws Exception {
        try (PageHouse fresh = PageHouse.with(Samples::few)) {
            assertThat(fresh.get(PAPER).body())
                    .contains("Not run here yet", "Not run yet", "From 0.45 to 0.55")
                    .doesNotContain("Reproduced</span>");
            assertThat(fresh.get("/lab").body()).contains("Not run here yet");
        }
    }

    @Test
    void aLinkFillsTheFormWithTheValuesOfAnotherSize() throws Exception {
        assertThat(house.get(PAPER + "?size=paper").body())
                .contains("name=\"size\" value=\"paper\"", "maxlength=\"100\" value=\"100000\"");
        assertThat(house.get(PAPER + "?size=huge").statusCode()).isEqualTo(400);
    }

    @Test
    void listsMarkAPaperThatWasRunWithItsVerdicts() throws Exception {
        assertThat(house.get("/papers/date/2025-11-07").body())
                .contains(
                        "href=\"" + PAPER + "#run\"",
                        "aria-label=\"Runs: 1 reproduced, 1 partly, 1 not reproduced, 1 not tested\"");
    }

    @Test
    void askingForARunLeadsToThePaperWhereItIsWatched() throws Exception {
        var answer = house.post("/lab/runs", FORM + "&set.tosses=2,000");
        RunId id = house.lab.name(CoinRun.descriptor(), quick(Map.of("tosses", "2000")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).endsWith(PAPER + "?run=" + id + "#run");
        assertThat(house.lab.find(id).map(Run::state)).contains(Run.State.WAITING);
        assertThat(house.get(PAPER + "?run=" + id).body())
                .contains("Waiting for a worker", "data-live=\"/lab/runs/" + id + "/events\"")
                .contains("http-equiv=\"refresh\"", "/live.js");
    }

    @Test
    void withoutThePaperInMindItLeadsToTheRunsOwnPage() throws Exception {
        var answer = house.post("/lab/runs", "paper=arXiv:" + Coin.PAPER + "v2");
        RunId id = house.lab.name(CoinRun.descriptor(), quick(Map.of()));
        assertThat(location(answer)).endsWith("/lab/runs/" + id);
        assertThat(house.get("/lab/runs/" + id).body()).contains("Quick size, seed 1");
    }

    @Test
    void aBoxThatIsNotTickedIsANo() throws Exception {
        house.post("/lab/runs", FORM + "&set.noise=no");
        RunId id = house.lab.name(CoinRun.descriptor(), quick(Map.of("noise", "no")));
        assertThat(house.lab.find(id)).isPresent();
        house.post("/lab/runs", FORM + "&set.noise=no&set.noise=yes");
        assertThat(house.lab.find(house.lab.name(CoinRun.descriptor(), quick(Map.of()))))
                .isPresent();
    }

    @Test
    void aRunThatIsDoneIsAnsweredFromItsReport() throws Exception {
        CoinRun coin = CoinRun.full();
        Run asked = house.lab.ask(CoinRun.descriptor(), quick(Map.of()));
        String report = LabJson.write(coin.report());
        String summary = house.storage.runs().find(CoinRun.ID).map(Run::summary).orElseThrow();
        house.storage
                .runs()
                .end(asked.id(), new Outcome.Done(report, summary, Map.of()), CoinRun.STARTED);
        var answer = house.post("/lab/runs", FORM);
        assertThat(location(answer)).endsWith("?run=" + asked.id() + "&stored#run");
        assertThat(house.get(PAPER + "?run=" + asked.id() + "&stored").body())
                .contains("was done already, on 6 November 2025", "it was not run again");
    }

    @Test
    void aFormThatIsRefusedComesBackWithWhatWasGivenAndWhatIsAccepted() throws Exception {
        var answer =
                house.post(
                        "/lab/runs",
                        FORM.replace("seed=1", "seed=x") + "&set.tosses=9&set.bias=1.5");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "<title>Not accepted: ",
                        "Accepted are whole numbers from 10 to 100000; you gave 9",
                        "Accepted are whole numbers; you gave x",
                        "value=\"1.5\"",
                        "aria-invalid=\"true\"",
                        "autofocus");
        assertThat(house.lab.latest(List.of(Coin.PAPER), 10))
                .extracting(Run::id)
                .containsExactly(CoinRun.ID);
    }

    @ParameterizedTest(name = "{0} is answered {1}: {2}")
    @CsvSource({
        "paper=2510.00002, 404, There are 2510.00001",
        "paper=, 404, no reproduction",
        "paper=2510.00001&size=huge, 400, accepted are quick",
        "paper=2510.00001&set.sides=6, 400, No parameter"
    })
    void whatCannotBeAskedForIsToldWhatCan(String form, int status, String told) throws Exception {
        var answer = house.post("/lab/runs", form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void aRunIsStoppedAndRunAgain() throws Exception {
        RunId id = begun();
        var stopped = house.post("/lab/runs/" + id + "/cancel", "back=paper");
        assertThat(location(stopped)).endsWith(PAPER + "?run=" + id + "#run");
        assertThat(house.get(PAPER + "?run=" + id).body())
                .contains("was stopped", "Run again")
                .doesNotContain("data-live");
        var again = house.post("/lab/runs/" + id + "/again", "");
        assertThat(location(again)).endsWith("/lab/runs/" + id);
        assertThat(house.lab.find(id).map(Run::state)).contains(Run.State.WAITING);
    }

    @Test
    void aFailedRunTellsHowFarItGotWhyAndItsLog() throws Exception {
        RunId id = begun();
        tell(id, "repetition 2 of 5", 1);
        house.storage.runs().end(id, new Outcome.Failed("the coin <fell>"), house.clock.instant());
        assertThat(house.get("/lab/runs/" + id).body())
                .contains(
                        "Run " + id + " failed",
                        "Repetition 2 of 5",
                        "the coin &lt;fell&gt;",
                        "a line &lt;of&gt; the log",
                        "Run again");
        assertThat(house.get("/lab/runs/" + id + ".json").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherSiteCannotStartARun() throws Exception {
        var request =
                HttpRequest.newBuilder(house.at("/lab/runs"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "https://other.example")
                        .POST(HttpRequest.BodyPublishers.ofString(FORM))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        }
        assertThat(house.lab.latest(List.of(), 10)).hasSize(1);
    }

    @Test
    void aHouseForOthersShowsReportsAndTakesNoRuns() throws Exception {
        try (PageHouse others = PageHouse.readOnly(Samples::few)) {
            CoinRun run = CoinRun.full();
            others.lab.takeIn(run.report(), run.files());
            assertThat(others.get(PAPER).body())
                    .contains("Runs are not open to you here", "Read-only:", "The paper says")
                    .doesNotContain("action=\"/lab/runs\"");
            assertThat(others.post("/lab/runs", FORM).statusCode()).isEqualTo(403);
            assertThat(others.post(REPORT + "/again", "").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theLabCountsVerdictsByFamilyAndTellsWhatIsBroken() throws Exception {
        assertThat(house.get("/lab").body())
                .contains(
                        "Equations and dynamics",
                        "1 paper · 4 claims · 1 reproduced, 1 partly, 1 not reproduced, 1 not tested",
                        "1/4",
                        "4 min 12 s",
                        "org.example.Dice: &lt;nobody&gt; can make it");
    }

    @Test
    void aPaperThatRunsLeadsWithItsPictureAndWhatWasMeasured() throws Exception {
        Samples.submit(house.storage, LocalDate.of(2025, 10, 31), List.of(Coin.PAPER));
        assertThat(house.get("/papers/date/2025-10-31").body())
                .contains(
                        "data-paper=\"" + Coin.PAPER,
                        "<dt class=\"ours\">We measured</dt>",
                        "<figure class=\"figure exhibit\">",
                        "id=\"lead-",
                        "<a href=\"" + REPORT + "\">Run " + CoinRun.ID);
    }

    @Test
    void theLabShowsWhatIsUnderWay() throws Exception {
        tell(begun(), "tossing", 2);
        assertThat(house.get("/lab").body()).contains("Under way", "40 % · 3 s left");
    }

    @Test
    void aReportsPageHasEveryExhibitFileAndMeasurement() throws Exception {
        assertThat(house.get(REPORT).body())
                .contains(
                        "full size, seed 7",
                        "class=\"heat\"",
                        "<audio controls",
                        REPORT + "/clink.wav",
                        REPORT + "/landing.csv",
                        REPORT + "/tosses.csv",
                        "A machine of the tests",
                        "tossing &lt;b&gt;10000&lt;/b&gt; times &amp; more",
                        "95 % interval")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void theReportIsReadAsJson() throws Exception {
        var answer = house.get(REPORT + ".json");
        assertThat(header(answer, "content-type")).startsWith("application/json");
        assertThat(LabJson.read(answer.body(), Report.class).run()).isEqualTo(CoinRun.ID);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-1    | 206 | bytes 0-1/%1$d",
                "bytes=10-    | 206 | bytes 10-%2$d/%1$d",
                "bytes=-1     | 206 | bytes %2$d-%2$d/%1$d",
                "bytes=%1$d-  | 416 | bytes */%1$d",
                "bytes=0-1,3- | 200 | ''",
                "seconds=0-1  | 200 | ''"
            })
    void ofASoundTheAskedPartIsSent(String asked, int status, String sent) throws Exception {
        int length = Integer.parseInt(header(house.get(REPORT + "/clink.wav"), "content-length"));
        var answer = house.get(REPORT + "/clink.wav", "Range", asked.formatted(length, length - 1));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "accept-ranges")).isEqualTo("bytes");
        assertThat(header(answer, "content-range")).isEqualTo(sent.formatted(length, length - 1));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "shares.svg, image/svg+xml",
        "shares.csv, text/csv;charset=utf-8",
        "landing.svg, image/svg+xml",
        "landing.csv, text/csv;charset=utf-8",
        "sides.csv, text/csv;charset=utf-8",
        "portrait.png, image/png",
        "clink.wav, audio/wav",
        "tosses.csv, text/csv;charset=utf-8",
        "page.html, application/octet-stream"
    })
    void aFileComesWithItsTypeSealedAndTagged(String file, String type) throws Exception {
        var answer = house.get(REPORT + "/" + file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualToIgnoringCase(type);
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "content-security-policy"))
                .contains("default-src 'none'", "sandbox")
                .doesNotContain("script-src");
        String tag = header(answer, "etag");
        assertThat(house.get(REPORT + "/" + file, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void theRunsOwnFileComesBeforeTheExhibitOfItsName() throws Exception {
        assertThat(house.get(REPORT + "/tosses.csv").body()).isEqualTo("toss,heads\n1,yes\n");
    }

    @Test
    void theDataOfAChartIsExactAndWhole() throws Exception {
        List<String> lines = house.get(REPORT + "/shares.csv").body().lines().toList();
        assertThat(lines).hasSize(101);
        assertThat(lines.getFirst())
                .isEqualTo("curve,\"tosses, hundredths of all\",share of heads,low,high");
        assertThat(lines.getLast()).startsWith("heads,100,0.5").endsWith(",,");
    }

    @ParameterizedTest(name = "{0} is answered {1}: {2}")
    @CsvSource({
        "/lab/runs/139, 400, twelve hexadecimal digits",
        "/lab/runs/139/events, 400, twelve hexadecimal digits",
        "/lab/runs/0123456789ab, 404, 0123456789ab",
        "/lab/runs/0123456789ab.json, 404, 0123456789ab",
        "/lab/runs/0123456789ab/shares.svg, 404, 0123456789ab",
        "/lab/runs/c01dc01dc01d/nothing.svg, 404, landing.svg",
        "/lab/runs/c01dc01dc01d/shares.png, 404, shares.svg",
        "/lab/runs/c01dc01dc01d/portrait.csv, 404, portrait.png",
        "/papers/2510.00001?run=0123456789ab, 400, Not a run of this paper"
    })
    void anUnknownRunOrFileIsToldWhatThereIs(String path, int status, String told)
            throws Exception {
        var answer = house.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lab", "/papers/2510.00001"})
    void noPageOfTheLabIsKept(String path) throws Exception {
        String before = house.get(path).body();
        RunId id = begun();
        assertThat(house.get(PAPER).body()).contains("Run " + id + " is under way");
        assertThat(house.get("/lab").body()).contains("Under way");
        assertThat(before).doesNotContain("under way");
    }

    @Test
    void aRunIsFollowedToItsEnd() throws Exception {
        RunId id = begun();
        tell(id, "first", 1);
        try (Events events = Events.of(house, id)) {
            assertThat(events.next().orElseThrow())
                    .startsWith("progress")
                    .contains("First", "20 %", "share of heads", "a line &lt;of&gt; the log");
            tell(id, "second", 2);
            assertThat(events.next().orElseThrow()).startsWith("progress").contains("Second");
            house.lab.cancel(id);
            assertThat(events.next().orElseThrow()).startsWith("end");
            assertThat(events.next()).isEmpty();
        }
    }

    @Test
    void aRunThatIsOverHasNothingMoreToTell() throws Exception {
        try (Events events = Events.of(house, CoinRun.ID)) {
            assertThat(events.next().orElseThrow()).startsWith("end");
        }
    }

    @Test
    void aReaderTooManyIsToldToComeBack() throws Exception {
        RunId id = begun();
        List<Events> open = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < RunEvents.MOST_STREAMS; i++) {
                open.add(Events.of(house, id));
            }
            var refused = house.get("/lab/runs/" + id + "/events");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(header(refused, "retry-after")).isEqualTo("5");
        } finally {
            open.forEach(Events::close);
        }
    }

    /// A stream of events, read as a browser reads it.
    private record Events(HttpClient http, BufferedReader lines) implements AutoCloseable {
        static Events of(PageHouse house, RunId run) throws Exception {
            HttpClient http = HttpClient.newHttpClient();
            var answer =
                    http.send(
                            HttpRequest.newBuilder(house.at("/lab/runs/" + run + "/events"))
                                    .build(),
                            BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "content-type")).startsWith("text/event-stream");
            assertThat(header(answer, "cache-control")).isEqualTo("no-store");
            return new Events(
                    http,
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
        }

        /// The next event: its name, and its data below; empty at the end of the stream.
        Optional<String> next() throws Exception {
            StringBuilder event = new StringBuilder();
            String line = lines.readLine();
            while (line != null && !line.isEmpty()) {
                event.append(line.replaceFirst("^(event|data):", "")).append('\n');
                line = lines.readLine();
            }
            return event.isEmpty() ? Optional.empty() : Optional.of(event.toString());
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}

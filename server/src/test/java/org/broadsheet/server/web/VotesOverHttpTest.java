package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VotesOverHttpTest {
    private static final String VOTE = Addresses.paper(Samples.MATHS) + "/vote";

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeEach
    void start() {
        house = PageHouse.with(Samples::few);
    }

    @AfterEach
    void end() {
        house.close();
    }

    @Test
    void aVoteLeadsBackToThePageItWasCastOn() throws Exception {
        var answer =
                house.post(
                        VOTE,
                        "value=up",
                        "Referer",
                        house.at("/papers/date/2025-11-07").toString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse(""))
                .endsWith("/papers/date/2025-11-07#t-2510.00002");
        assertThat(house.get("/papers/date/2025-11-07").body())
                .contains("aria-pressed=\"true\"", "Take back the vote for");
    }

    @Test
    void aVoteFromAnotherSitesPageLeadsToThePaper() throws Exception {
        var answer = house.post(VOTE, "value=up", "Referer", "https://other.example/x");
        assertThat(answer.headers().firstValue("location").orElse(""))
                .endsWith("/papers/2510.00002");
    }

    @Test
    void aReaderCountsOnceHoweverOftenTheyVote() throws Exception {
        house.post(VOTE, "value=up");
        house.post(VOTE, "value=up");
        assertThat(house.storage.votes().of(List.of(Samples.MATHS))).hasSize(1);
    }

    @Test
    void aVoteTakenBackIsGone() throws Exception {
        house.post(VOTE, "value=up");
        house.post(VOTE, "value=none");
        assertThat(house.get(Addresses.paper(Samples.MATHS)).body())
                .contains("aria-pressed=\"false\"");
    }

    @Test
    void htmxGetsTheBallotAlone() throws Exception {
        var answer = house.post(VOTE, "value=up", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("<form")
                .contains("value=\"none\"")
                .doesNotContain("<html");
    }

    @Test
    void aVoteThatSaysNothingIsToldWhatIsAccepted() throws Exception {
        var answer = house.post(VOTE, "value=sideways");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("up or none");
    }

    @Test
    void aVoteForAnUnknownPaperFindsNothing() throws Exception {
        assertThat(house.post("/papers/2510.99999/vote", "value=up").statusCode()).isEqualTo(404);
    }
}

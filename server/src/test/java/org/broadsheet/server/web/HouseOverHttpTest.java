package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.house.HouseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseOverHttpTest {
    private static final String FORM = "/admin/house";
    private static final String FRONT = "/papers/date/2025-11-07";

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
    void theFrontPageAsksToBeSetUpUntilSomebodyDid() throws Exception {
        assertThat(house.get(FRONT).body()).contains("Make this house yours", FORM);
        house.post(FORM, "name=Broadsheet&line=&further=&keywords=");
        assertThat(house.get(FRONT).body()).doesNotContain("Make this house yours");
    }

    @Test
    void whatIsChosenStandsOnThePagesAtOnce() throws Exception {
        assertThat(house.get(FRONT).body()).contains(">Broadsheet</h1>");
        var answer =
                house.post(
                        FORM,
                        "name=The+Morning+Paper&line=by+the+reading+club&category=cs.CL"
                                + "&category=stat.ML&further=math.AP,+cond-mat&keywords=state+space%0D%0Aspeech%0D%0A");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse("")).endsWith(FORM + "?kept");
        assertThat(house.storage.house().now())
                .isEqualTo(
                        new HouseSettings(
                                "The Morning Paper",
                                "by the reading club",
                                List.of("cond-mat", "cs.CL", "math.AP", "stat.ML"),
                                List.of("state space", "speech")));
        assertThat(house.get(FRONT).body())
                .contains(
                        ">The Morning Paper</h1>",
                        "by the reading club",
                        "2025, The Morning Paper</title>");
        assertThat(house.get(FORM).body())
                .contains(
                        "value=\"cs.CL\" checked",
                        "value=\"cond-mat math.AP\"",
                        "state space\nspeech");
    }

    @Test
    void aChoiceThatIsNotAcceptedComesBackAsItWasTyped() throws Exception {
        var answer =
                house.post(
                        FORM,
                        "name=Ours&line=x&category=cs.CL&further=%3Cscript%3E+cs&keywords=heads");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "not a category: \"&lt;script&gt;\"; accepted are arXiv",
                        "value=\"Ours\"",
                        "value=\"cs.CL\" checked",
                        ">heads</textarea>")
                .doesNotContain("<script>");
        assertThat(house.storage.house().chosen()).isEmpty();
    }

    @Test
    void aNameMayHoldWhatLooksLikeMarkup() throws Exception {
        house.post(FORM, "name=%3Cb%3E%22Us%22&line=%3Ci%3E&further=&keywords=");
        assertThat(house.get(FRONT).body())
                .contains(">&lt;b&gt;\"Us\"</h1>", "&lt;i&gt;")
                .doesNotContain("<b>\"Us");
    }

    @Test
    void theFormIsForWhoeverRunsTheHouseAlone() throws Exception {
        try (PageHouse open = PageHouse.readOnly(Samples::few)) {
            assertThat(open.get(FORM).statusCode()).isEqualTo(403);
            assertThat(open.post(FORM, "name=Theirs").statusCode()).isEqualTo(403);
            assertThat(open.get(FRONT).body()).doesNotContain("Make this house yours");
            assertThat(open.storage.house().chosen()).isEmpty();
        }
    }

    @Test
    void aChoiceFromAnotherSitesPageIsRefused() throws Exception {
        var answer = house.post(FORM, "name=Theirs", "Origin", "https://other.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(house.storage.house().chosen()).isEmpty();
    }
}

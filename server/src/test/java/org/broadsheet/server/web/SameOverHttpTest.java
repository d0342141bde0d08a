package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A curator says on the page which papers are one.
class SameOverHttpTest {
    private static final PaperId DOI = PaperId.of("doi:10.1000/printed.1");
    private static final String PAGE = Addresses.paper(Samples.MATHS);
    private static final String UNITE = "deed=unite&id=https%3A%2F%2Fdoi.org%2F10.1000%2FPRINTED.1";
    private static final String PART = "deed=part&id=doi%3A10.1000%2Fprinted.1";

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeEach
    void start() {
        house = PageHouse.with(SameOverHttpTest::fill);
    }

    @AfterEach
    void end() {
        house.close();
    }

    private static void fill(Storage storage) {
        Samples.few(storage);
        storage.papers()
                .keep(
                        List.of(
                                Paper.of(
                                                DOI,
                                                "Zymurgy, as it was printed",
                                                new Origin(SourceName.DOI, LocalDate.EPOCH))
                                        .keywords(List.of("zymurgy"))
                                        .build()));
    }

    @Test
    void aUnitedPaperShowsTheFactsAndIdsOfBoth() throws Exception {
        var answer = house.post(PAGE + "/same", UNITE);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElse("")).endsWith(PAGE + "#same");
        assertThat(house.get(PAGE).body()).contains(DOI.value(), "zymurgy", ">Part</button>");
    }

    @Test
    void theOtherIdLeadsToThePaperOnPageAndInTheApi() throws Exception {
        house.post(PAGE + "/same", UNITE);
        var page = house.get(Addresses.paper(DOI));
        assertThat(page.statusCode()).isEqualTo(301);
        assertThat(page.headers().firstValue("location").orElse("")).endsWith(PAGE);
        var markdown = house.get(Addresses.paper(DOI) + ".md");
        assertThat(markdown.headers().firstValue("location").orElse("")).endsWith(PAGE + ".md");
        var data = house.get("/api" + Addresses.paper(DOI));
        assertThat(data.statusCode()).isEqualTo(301);
        assertThat(data.headers().firstValue("location").orElse("")).endsWith("/api" + PAGE);
    }

    @Test
    void theOtherPaperLeavesTheIndexAndItsWordsStay() throws Exception {
        house.catchUp();
        assertThat(house.get("/papers?q=zymurgy").body()).contains(Addresses.paper(DOI));
        house.post(PAGE + "/same", UNITE);
        assertThat(house.get("/papers?q=zymurgy").body())
                .contains("href=\"" + PAGE + "\"")
                .doesNotContain(Addresses.paper(DOI));
    }

    @Test
    void whatIsPartedHasItsOwnPageAgain() throws Exception {
        house.post(PAGE + "/same", UNITE);
        assertThat(house.post(PAGE + "/same", PART).statusCode()).isEqualTo(303);
        assertThat(house.get(Addresses.paper(DOI)).body()).contains("Zymurgy, as it was printed");
        assertThat(house.get(PAGE).body()).doesNotContain("zymurgy");
    }

    @Test
    void aWishThatCannotBeDoneComesBackWithTheReason() throws Exception {
        var unknown = house.post(PAGE + "/same", "deed=unite&id=doi%3A10.1000%2Fnowhere");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("no paper doi:10.1000/nowhere is known here", "role=\"alert\"")
                .contains("value=\"doi:10.1000/nowhere\"");
        assertThat(house.post(PAGE + "/same", "deed=unite&id=nonsense").body())
                .contains("not a paper id");
        assertThat(house.post(PAGE + "/same", PART).body()).contains("no other id");
        assertThat(house.post(PAGE + "/same", "deed=melt&id=x").statusCode()).isEqualTo(400);
        assertThat(house.post("/papers/2510.99999/same", UNITE).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyCuratorsSeeAndUseTheForms() throws Exception {
        try (PageHouse readOnly = PageHouse.readOnly(SameOverHttpTest::fill)) {
            assertThat(readOnly.get(PAGE).body()).doesNotContain("/same");
            assertThat(readOnly.post(PAGE + "/same", UNITE).statusCode()).isEqualTo(403);
            assertThat(readOnly.storage.papers().get(DOI)).isPresent();
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        var answer = house.post(PAGE + "/same", UNITE, "Origin", "https://other.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(house.storage.papers().get(DOI)).isPresent();
    }
}

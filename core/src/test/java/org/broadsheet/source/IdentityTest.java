package org.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.broadsheet.edition.Submission;
import org.broadsheet.edition.Tally;
import org.broadsheet.paper.AliasStore.Alias;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore.WirePlace;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.broadsheet.storage.InMemoryStorage;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.Test;

/// One paper known under several ids is one paper.
class IdentityTest {
    private static final String TITLE = "Idle Walks on Large Graphs";
    private static final PaperId ARXIV = PaperId.of("2406.10500");
    private static final PaperId ACL = PaperId.of("acl:P24-1001");
    private static final PaperId OPENREVIEW = PaperId.of("openreview:Walk1");
    private static final PaperId DOI = PaperId.of("doi:10.1000/walk");
    private static final PaperId LOCAL = PaperId.of("local:idle-walks");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Storage storage = new InMemoryStorage();
    private final Intake intake = new Intake(storage);

    private static PaperBuilder paper(PaperId id, SourceName source, int year) {
        LocalDate day = LocalDate.of(year, 6, 15);
        return Paper.of(id, TITLE, new Origin(source, day))
                .authors(List.of("Ada One", "Emmy Two"))
                .published(day);
    }

    private static Statement told(Paper paper, PaperId... aliases) {
        return new Statement(
                new Naming.Exact(paper.id()), paper, List.of(), List.of(), Set.of(aliases));
    }

    /// What five sources say of one paper: by a DOI, by an alias, by title alone; one counts, too.
    private static List<Statement> five() {
        Paper arxiv =
                paper(ARXIV, SourceName.ARXIV_OAI, 2024)
                        .abstractText("We walk.")
                        .reference(new Reference("10.1000/WALK", "", ""))
                        .build();
        Paper hosted =
                paper(OPENREVIEW, SourceName.OPENREVIEW, 2024).keywords(List.of("a")).build();
        return List.of(
                told(arxiv),
                told(paper(DOI, SourceName.DOI, 2024).build()),
                told(paper(ACL, SourceName.ACL, 2024).abstractText("We walk on.").build(), DOI),
                new Statement(
                        new Naming.Exact(OPENREVIEW),
                        hosted,
                        List.of(new Submission(OPENREVIEW, LocalDate.of(2026, 6, 1), NOW, "", "x")),
                        List.of(new Tally(OPENREVIEW, Tally.Kind.STARS, "x", 7, NOW))),
                told(paper(LOCAL, SourceName.CITATION_FILE, 2024).abstractText("Walks!").build()));
    }

    private List<Paper> papers() {
        return storage.papers().wire(WirePlace.TOP, 100);
    }

    @Property(tries = 200)
    void fiveSourcesTellOfOnePaperInWhateverOrderAndBatches(@ForAll Random random) {
        Storage fresh = new InMemoryStorage();
        Intake into = new Intake(fresh);
        List<Statement> statements = new ArrayList<>(five());
        Collections.shuffle(statements, random);
        int cut = random.nextInt(statements.size() + 1);
        into.keep(statements.subList(0, cut));
        into.keep(statements.subList(cut, statements.size()));

        Storage inOrder = new InMemoryStorage();
        five().forEach(one -> new Intake(inOrder).keep(List.of(one)));

        assertThat(fresh.papers().count()).isEqualTo(1);
        assertThat(fresh.papers().get(ARXIV)).isEqualTo(inOrder.papers().get(ARXIV)).isPresent();
        assertThat(fresh.aliases().of(ARXIV).stream().map(Alias::id).collect(Collectors.toSet()))
                .isEqualTo(Set.of(ACL, OPENREVIEW, DOI, LOCAL));
        assertThat(fresh.editions().of(ARXIV)).hasSize(1);
        assertThat(fresh.tallies().of(List.of(ARXIV), NOW)).hasSize(1);
        long latest = fresh.changes().latest();
        assertThat(into.keep(statements).isNews()).isFalse();
        assertThat(fresh.changes().latest()).isEqualTo(latest);
    }

    @Test
    void arxivsOwnDoiIsThePaperOfArxiv() {
        intake.keep(List.of(told(paper(ARXIV, SourceName.ARXIV_OAI, 2024).build())));
        PaperId doi = PaperId.of("doi:10.48550/arxiv.2406.10500");
        intake.keep(List.of(told(paper(doi, SourceName.DOI, 2024).keywords(List.of("k")).build())));

        assertThat(papers()).extracting(Paper::id).containsExactly(ARXIV);
        assertThat(papers().getFirst().keywords()).containsExactly("k");
    }

    @Test
    void twoPapersOfArxivAreNeverOne() {
        Stream.of("2406.10500", "2406.10501")
                .map(PaperId::of)
                .forEach(id ->
                        intake.keep(
                                List.of(
                                        told(
                                                paper(id, SourceName.ARXIV_OAI, 2024)
                                                        .reference(
                                                                new Reference(
                                                                        "10.1000/walk", "", ""))
                                                        .build()))));

        assertThat(papers()).hasSize(2);
        assertThat(storage.aliases().paper(DOI)).contains(ARXIV);
    }

    @Test
    void aTitleAloneJoinsNoPapersWithDifferentDois() {
        intake.keep(List.of(told(paper(DOI, SourceName.DOI, 2024).build())));
        intake.keep(
                List.of(
                        told(
                                paper(PaperId.of("doi:10.1000/other"), SourceName.DOI, 2024)
                                        .build())));

        assertThat(papers()).hasSize(2);
    }

    @Test
    void aTitleAloneJoinsNoPaperWhoseOtherDoiIsKnown() {
        intake.keep(five());
        intake.keep(
                List.of(
                        told(
                                paper(PaperId.of("doi:10.1000/other"), SourceName.DOI, 2024)
                                        .build())));

        assertThat(papers()).hasSize(2);
    }

    @Test
    void anotherYearIsAnotherPaper() {
        intake.keep(List.of(told(paper(DOI, SourceName.DOI, 2024).build())));
        intake.keep(List.of(told(paper(OPENREVIEW, SourceName.OPENREVIEW, 2025).build())));

        assertThat(papers()).hasSize(2);
    }

    @Test
    void idsThatLookAlikeAreDifferentPapers() {
        List<PaperId> ids =
                Stream.of("2406.01050", "2406.10500", "doi:10.1000/a", "doi:10.1000/\u0430")
                        .map(PaperId::of)
                        .toList();
        ids.forEach(id ->
                intake.keep(
                        List.of(
                                told(
                                        Paper.of(
                                                        id,
                                                        "A title",
                                                        new Origin(SourceName.DOI, LocalDate.EPOCH))
                                                .build()))));

        assertThat(papers()).hasSize(4);
    }

    @Test
    void doisInCapitalLettersAreTheSame() {
        assertThat(PaperId.parse("https://doi.org/10.1000/WALK")).isEqualTo(DOI);
        assertThat(PaperId.ofDoi("DOI: 10.1000/Walk")).contains(DOI);
    }

    @Test
    void whatACuratorPartedStaysParted() {
        five().forEach(one -> intake.keep(List.of(one)));
        storage.aliases().part(OPENREVIEW);

        intake.keep(five());

        assertThat(papers()).extracting(Paper::id).containsExactlyInAnyOrder(ARXIV, OPENREVIEW);
        assertThat(storage.editions().of(OPENREVIEW)).hasSize(1);
    }
}

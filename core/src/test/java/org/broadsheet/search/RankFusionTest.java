package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.RankFusion.Fused;
import org.broadsheet.search.RankFusion.Ranking;
import org.broadsheet.search.RankFusion.Share;
import org.broadsheet.search.SearchIndex.Scored;
import org.junit.jupiter.api.Test;

class RankFusionTest {
    @Test
    void eachListAddsOneOverSixtyPlusThePlace() {
        List<Fused> fused =
                RankFusion.fuse(List.of(ranking("words", 1, 2), ranking("meaning", 2, 3)));

        assertThat(fused).extracting(one -> one.id()).containsExactly(paper(2), paper(1), paper(3));
        assertThat(fused.getFirst().score()).isCloseTo(1.0 / 62 + 1.0 / 61, within(1e-15));
        assertThat(fused.getFirst().shares())
                .containsExactly(
                        new Share("words", 2, 0.5, 1.0 / 62), new Share("meaning", 1, 1, 1.0 / 61));
    }

    @Test
    void papersThatScoreTheSameStandLatestFirstThenById() {
        Scored old = new Scored(paper(1), 1, LocalDate.of(2020, 1, 1));
        Scored fresh = new Scored(paper(2), 1, LocalDate.of(2021, 1, 1));
        Scored undated = new Scored(paper(0), 1, null);
        List<Fused> fused =
                RankFusion.fuse(
                        List.of(
                                new Ranking("a", List.of(old)),
                                new Ranking("b", List.of(fresh)),
                                new Ranking("c", List.of(undated))));

        assertThat(fused).extracting(one -> one.id()).containsExactly(paper(2), paper(1), paper(0));
    }

    @Property
    void theScoreIsTheSumOfTheSharesAndTheOrderFollowsIt(
            @ForAll("ranks") List<Integer> words, @ForAll("ranks") List<Integer> meaning) {
        List<Fused> fused = fuse(words, meaning);

        assertThat(fused).isSortedAccordingTo(RankFusion.BEST_FIRST);
        for (Fused one : fused) {
            double sum = 0;
            for (Share share : one.shares()) {
                sum += share.adds();
            }
            assertThat(one.score()).isEqualTo(sum);
        }
    }

    @Property
    void everyPaperStandsInTheResultOnce(
            @ForAll("ranks") List<Integer> words, @ForAll("ranks") List<Integer> meaning) {
        List<PaperId> all = new ArrayList<>();
        words.forEach(one -> all.add(paper(one)));
        meaning.stream()
                .map(RankFusionTest::paper)
                .filter(id -> !all.contains(id))
                .forEach(all::add);

        assertThat(fuse(words, meaning))
                .extracting(Fused::id)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Property
    void whatStandsHigherInBothListsStandsHigher(
            @ForAll("ranks") List<Integer> words, @ForAll("ranks") List<Integer> meaning) {
        List<PaperId> order = fuse(words, meaning).stream().map(Fused::id).toList();
        for (int one : words) {
            for (int other : words) {
                boolean inBoth = meaning.contains(one) && meaning.contains(other);
                if (inBoth
                        && words.indexOf(one) < words.indexOf(other)
                        && meaning.indexOf(one) < meaning.indexOf(other)) {
                    assertThat(order.indexOf(paper(one))).isLessThan(order.indexOf(paper(other)));
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Integer>> ranks() {
        return Arbitraries.integers().between(0, 30).list().uniqueElements().ofMaxSize(15);
    }

    private static List<Fused> fuse(List<Integer> words, List<Integer> meaning) {
        return RankFusion.fuse(
                List.of(
                        ranking("words", words.toArray(Integer[]::new)),
                        ranking("meaning", meaning.toArray(Integer[]::new))));
    }

    private static Ranking ranking(String name, Integer... papers) {
        List<Scored> best = new ArrayList<>();
        for (int paper : papers) {
            best.add(new Scored(paper(paper), 1.0 / (best.size() + 1), null));
        }
        return new Ranking(name, best);
    }

    private static PaperId paper(int number) {
        return PaperId.of("2401.%05d".formatted(number));
    }
}

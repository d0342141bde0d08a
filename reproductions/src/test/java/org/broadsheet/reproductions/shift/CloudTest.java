package org.broadsheet.reproductions.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.methods.shift.Answers;
import org.broadsheet.methods.shift.Recipe;
import org.junit.jupiter.api.Test;

class CloudTest {
    private static final Recipe RECIPE = new Recipe(Grid.ARCHITECTURES.getFirst(), 16, 0.1);

    @Test
    void modelsThatOnlyGuessAreLeftOutAndCounted() {
        Cloud cloud = Cloud.of(List.of(model(50, 52), model(90, 10), model(90, 90)), 0);

        assertThat(cloud.models()).hasSize(2);
        assertThat(cloud.guessing()).isEqualTo(1);
    }

    @Test
    void tooFewModelsHaveNoShape() {
        assertThat(Cloud.of(List.of(model(60, 60), model(70, 75), model(90, 95)), 2).fit())
                .isEmpty();
    }

    @Test
    void modelsOfOneAccuracyHaveNoShape() {
        List<Cloud.Model> same = IntStream.range(0, 40).mapToObj(_ -> model(80, 70)).toList();

        assertThat(Cloud.of(same, 0).fit()).isEmpty();
        assertThat(Cloud.of(same, 0).probitFit()).isEmpty();
    }

    @Test
    void modelsOnALineHaveAShapeThatDoesNotBend() {
        List<Cloud.Model> line =
                IntStream.range(60, 100).mapToObj(right -> model(right, right)).toList();

        assertThat(Cloud.of(line, 0).fit().orElseThrow().gain()).isLessThan(1e-10);
    }

    /// Of 100 examples of each group.
    private static Cloud.Model model(int rightOnMajority, int rightOnMinority) {
        return new Cloud.Model(
                RECIPE, 1, new Answers(right(rightOnMajority), right(rightOnMinority)));
    }

    private static boolean[] right(int count) {
        boolean[] right = new boolean[100];
        Arrays.fill(right, 0, count, true);
        return right;
    }
}

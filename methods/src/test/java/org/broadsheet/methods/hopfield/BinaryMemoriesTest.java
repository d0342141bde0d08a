package org.broadsheet.methods.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinaryMemoriesTest {

    @Property(seed = "2008", tries = 200)
    void anUpdateNeverRaisesTheEnergyOfABinaryMemory(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        PatternSource source = source(seed);
        Patterns patterns = source.binary(count, 30);
        double[] query = source.binary(1, 30).pattern(0);

        for (AssociativeMemory memory : all(patterns)) {
            List<Double> energies = memory.retrieve(query, Stopping.after(10)).energies();
            for (int step = 1; step < energies.size(); step++) {
                // 1e-12: 60 terms of at most 1, or weights summed over 60 patterns.
                assertThat(energies.get(step)).isLessThanOrEqualTo(energies.get(step - 1) + 1e-12);
            }
        }
    }

    @Property(seed = "2008", tries = 200)
    void degreeTwoIsTheClassicalNetwork(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
        PatternSource source = source(seed);
        // 32 elements: every field is a whole number of 32nds in both, so ties are ties in both.
        Patterns patterns = source.binary(count, 32);
        double[] query = source.binary(1, 32).pattern(0);

        assertThat(new DenseBinaryHopfield(patterns, new Interaction.Polynomial(2)).update(query))
                .containsExactly(new ClassicalHopfield(patterns).update(query));
    }

    @Test
    void everyMemoryRestoresAFlippedPattern() {
        PatternSource source = source(4);
        Patterns patterns = source.binary(5, 100);
        double[] query = source.flipped(patterns.pattern(2), 10);

        for (AssociativeMemory memory : all(patterns)) {
            assertThat(memory.retrieve(query, Stopping.WHEN_STABLE).state())
                    .containsExactly(patterns.pattern(2));
        }
    }

    @Test
    void theClassicalNetworkHoldsATenthButNotAFifthOfItsElements() {
        // The transition is at 0.138 d for large d; 400 elements blur it, not by a factor of 1.4.
        assertThat(meanOverlap(40, 400)).isGreaterThan(0.97);
        assertThat(meanOverlap(80, 400)).isLessThan(0.8);
    }

    @Test
    void aSteeperEnergyHoldsMore() {
        Patterns patterns = source(8).binary(200, 64);
        double[] query = source(9).flipped(patterns.pattern(0), 6);

        assertThat(new ClassicalHopfield(patterns).update(query)).isNotEqualTo(patterns.pattern(0));
        assertThat(new DenseBinaryHopfield(patterns, new Interaction.Polynomial(5)).update(query))
                .containsExactly(patterns.pattern(0));
        assertThat(new DenseBinaryHopfield(patterns, new Interaction.Exponential()).update(query))
                .containsExactly(patterns.pattern(0));
    }

    @Test
    void anElementThatIsNotOneOrMinusOneIsNamed() {
        Patterns grey = Patterns.of(new double[] {1, -1}, new double[] {1, 0.5});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassicalHopfield(grey))
                .withMessageContaining("Pattern 1 has 0.5 at element 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseBinaryHopfield(grey, new Interaction.Exponential()))
                .withMessageContaining("0.5");
    }

    @Test
    void aStateThatIsNotBinaryIsNamed() {
        for (AssociativeMemory memory : all(source(1).binary(2, 3))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> memory.update(new double[] {1, -1, 0.25}))
                    .withMessageContaining("0.25 at element 2");
        }
    }

    @Test
    void aDegreeUnderTwoIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interaction.Polynomial(1))
                .withMessage("The degree is 1; 2 to 100 are accepted");
    }

    private static double meanOverlap(int count, int size) {
        Patterns patterns = source(12).binary(count, size);
        var memory = new ClassicalHopfield(patterns);
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            double[] state = memory.retrieve(patterns.pattern(i), Stopping.WHEN_STABLE).state();
            sum += patterns.similarities(state)[i] / size;
        }
        return sum / 20;
    }

    private static List<AssociativeMemory> all(Patterns patterns) {
        return List.of(
                new ClassicalHopfield(patterns),
                new DenseBinaryHopfield(patterns, new Interaction.Polynomial(3)),
                new DenseBinaryHopfield(patterns, new Interaction.Polynomial(4)),
                new DenseBinaryHopfield(patterns, new Interaction.Exponential()));
    }

    private static PatternSource source(long seed) {
        return new PatternSource(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }
}

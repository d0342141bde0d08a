package org.broadsheet.reproductions.shift;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.shift.Recipe;
import org.broadsheet.methods.shift.Recipe.Architecture;
import org.broadsheet.methods.shift.Recipe.Bend;

/// This is the grid of models: five architectures, five rates, the batches, and five epochs after
/// which each is judged. Full size has 500.
final class Grid {
    static final List<Architecture> ARCHITECTURES =
            List.of(
                    new Architecture("8 ReLU", Bend.RELU, List.of(8)),
                    new Architecture("32 ReLU", Bend.RELU, List.of(32)),
                    new Architecture("128 ReLU", Bend.RELU, List.of(128)),
                    new Architecture("32 tanh", Bend.TANH, List.of(32)),
                    new Architecture("16+16 ReLU", Bend.RELU, List.of(16, 16)));

    static final int[] EPOCHS = {1, 2, 4, 8, 16};
    static final double[] RATES = {0.01, 0.02, 0.05, 0.1, 0.2};
    private static final int[] BATCHES = {16, 32, 64, 128};

    private Grid() {}

    static List<Recipe> recipes(Setting setting) {
        List<Recipe> recipes = new ArrayList<>();
        int batches = setting.count("batches");
        for (Architecture architecture : ARCHITECTURES) {
            for (int batch = 0; batch < batches; batch++) {
                for (double rate : RATES) {
                    recipes.add(
                            new Recipe(
                                    architecture,
                                    BATCHES[batch],
                                    rate * setting.real("rate-factor")));
                }
            }
        }
        return recipes;
    }
}

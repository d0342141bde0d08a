package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.dynamics.Orbit;
import org.broadsheet.methods.dynamics.PhasePoint;
import org.broadsheet.methods.dynamics.Potential;
import org.broadsheet.methods.dynamics.Stability;
import org.broadsheet.methods.ordinal.NaturalTime;
import org.broadsheet.reproductions.ordinal.Specimen.Nature;
import org.broadsheet.reproductions.ordinal.Specimen.Pace;

/// Orbits of one energy in a potential, drawn from the section x = 0 until there are as many
/// chaotic as regular ones. What they are is told by the alignment index after a long time; those
/// that it leaves undecided are left out.
///
/// @param name of the potential
/// @param energy of all orbits
/// @param reach the largest |y| that the energy allows on the section
/// @param step of the leapfrog
/// @param labelTime how long the label follows an orbit: hundreds of swings
record LabelledOrbits(
        String name,
        Potential potential,
        double energy,
        double reach,
        double step,
        double labelTime) {
    /// Samples in a natural time, about those of the paper's double pendulum (106).
    static final int SAMPLES = 100;

    /// How many orbits are labelled at most for each that is wanted.
    private static final int PATIENCE = 200;

    /// @param naturalTime from a long stretch, so that durations mean the same for all
    record Labelled(String system, Orbit orbit, boolean chaotic, double naturalTime) {
        /// The coordinate x over so many natural times.
        Specimen specimen(double duration) {
            int steps = (int) Math.ceil(naturalTime / SAMPLES / orbit.step());
            var resampled =
                    new Orbit(orbit.potential(), orbit.start(), naturalTime / SAMPLES / steps);
            int length = (int) Math.round(duration * SAMPLES) + 1;
            return new Specimen(
                    system,
                    chaotic ? Nature.CHAOTIC : Nature.REGULAR,
                    Pace.FLOW,
                    resampled.sampled(steps, length).column("x"));
        }

        /// The largest Lyapunov exponent over the same stretch: what the equations of motion tell.
        double lyapunov(double duration) {
            return orbit.stability(duration * naturalTime).lyapunov();
        }
    }

    /// Half of them chaotic, half regular.
    List<Labelled> draw(int ofEachKind, RandomGenerator random) {
        List<Labelled> chaotic = new ArrayList<>();
        List<Labelled> regular = new ArrayList<>();
        int tries = 0;
        while (chaotic.size() < ofEachKind || regular.size() < ofEachKind) {
            if (tries++ == PATIENCE * ofEachKind) {
                throw new IllegalArgumentException(
                        ("of %d orbits in the %s at energy %s, %d are chaotic and %d regular or"
                                        + " more; wanted are %d of each: choose another energy")
                                .formatted(
                                        tries - 1,
                                        name,
                                        energy,
                                        chaotic.size(),
                                        regular.size(),
                                        ofEachKind));
            }
            var orbit = new Orbit(potential, start(random), step);
            Stability.Kind kind = orbit.stability(labelTime).kind();
            List<Labelled> kept = kind == Stability.Kind.CHAOTIC ? chaotic : regular;
            if (kind != Stability.Kind.UNDECIDED && kept.size() < ofEachKind) {
                kept.add(labelled(orbit, kind));
            }
        }
        chaotic.addAll(regular);
        return chaotic;
    }

    private Labelled labelled(Orbit orbit, Stability.Kind kind) {
        boolean chaotic = kind == Stability.Kind.CHAOTIC;
        double[] x = orbit.sampled(1, (int) (labelTime / 10 / step)).column("x");
        return new Labelled(
                (chaotic ? "chaotic" : "regular") + " orbits, " + name,
                orbit,
                chaotic,
                NaturalTime.byMeanCrossings(x, step));
    }

    /// Uniform over the part of the section that the energy allows.
    private PhasePoint start(RandomGenerator random) {
        double fastest = Math.sqrt(2 * (energy - potential.value(0, 0)));
        while (true) {
            double y = reach * (2 * random.nextDouble() - 1);
            double py = fastest * (2 * random.nextDouble() - 1);
            if (potential.value(0, y) + py * py / 2 < energy) {
                return potential.onSection(energy, y, py);
            }
        }
    }
}

package org.broadsheet.methods.pinn;

/// This is the steady fall of a gas with `p = k ρ^Γ` onto a black hole of mass 1 (F. C. Michel,
/// Astrophysics and Space Science 15, 1972), found from its two constants: the mass flux `ρ W v r²
/// √f` and the energy `h W √f`, with `f = 1 - 2/r`, `W = 1/√(1-v²)` and `h = 1 + Γ/(Γ-1) k
/// ρ^(Γ-1)`. Radii are in units of the mass (G = c = 1), speeds v are those seen by an observer at
/// rest, positive inwards. The flow is slower than sound outside the sonic radius and faster
/// inside.
public final class MichelFlow {
    private static final double HORIZON = 2;
    private final double exponent;
    private final double scale;
    private final double sonicRadius;
    private final double sonicSpeed;
    private final double energy;
    private final double flux;

    /// One radius of a flow.
    ///
    /// @param density ρ
    /// @param speed v, of 1
    public record State(double density, double speed) {}

    /// @param exponent Γ, above 1 and below 5/3
    /// @param scale k, positive
    /// @param sonicRadius above 2
    /// @throws IllegalArgumentException if such a gas is never as fast as sound at that radius
    public MichelFlow(double exponent, double scale, double sonicRadius) {
        if (!(exponent > 1 && exponent < 5.0 / 3)) {
            throw new IllegalArgumentException(
                    "an exponent of " + exponent + "; accepted are above 1 and below 5/3");
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("k = " + scale + "; accepted are positive numbers");
        }
        if (!(sonicRadius > HORIZON && sonicRadius <= 1e6)) {
            throw new IllegalArgumentException(
                    "a sonic radius of " + sonicRadius + "; accepted are above 2, up to 1e6");
        }
        this.exponent = exponent;
        this.scale = scale;
        this.sonicRadius = sonicRadius;
        double square = 1 / (2 * sonicRadius);
        double sound = square / (1 - 3 * square);
        if (!(sound > 0 && sound < exponent - 1)) {
            throw new IllegalArgumentException(
                    ("no flow of exponent %s has its sonic radius at %s: sound would need the"
                                    + " square %.3f of its speed there, and has at most %.3f;"
                                    + " accepted are larger radii or exponents")
                            .formatted(exponent, sonicRadius, sound, exponent - 1));
        }
        sonicSpeed = Math.sqrt(sound);
        double enthalpy = 1 / (1 - sound / (exponent - 1));
        double density = density(enthalpy);
        energy = enthalpy * lorentz(sonicSpeed) * redshift(sonicRadius);
        flux = flux(sonicRadius, density, sonicSpeed);
    }

    /// That of the paper's example: Γ = 4/3, k = 0.1, sonic radius 40.5.
    public static MichelFlow ofPaper() {
        return new MichelFlow(4.0 / 3, 0.1, 40.5);
    }

    public double exponent() {
        return exponent;
    }

    public double scale() {
        return scale;
    }

    public double sonicRadius() {
        return sonicRadius;
    }

    /// v at the sonic radius.
    public double sonicSpeed() {
        return sonicSpeed;
    }

    /// h W √f, the same at every radius.
    public double energy() {
        return energy;
    }

    /// ρ W v r² √f, the same at every radius.
    public double flux() {
        return flux;
    }

    /// The flow at a radius: the slow root of the two constants outside the sonic radius, the fast
    /// one inside, by bisection to the last digits.
    ///
    /// @param radius above 2
    public State at(double radius) {
        double fastest = fastestFlux(radius);
        if (Math.abs(radius - sonicRadius) < 1e-9 * sonicRadius) {
            return state(radius, fastest);
        }
        return radius > sonicRadius ? slow(radius, flux, fastest) : fast(radius, flux, fastest);
    }

    /// The speed at a radius in a flow of the same energy with another mass flux, the slow root or
    /// the fast one.
    ///
    /// @param share of the transonic flow's mass flux, positive
    /// @return NaN where such a flow does not reach
    public double speed(double radius, double share, boolean isFast) {
        double fastest = fastestFlux(radius);
        if (flux(radius, state(radius, fastest).density, fastest) < share * flux) {
            return Double.NaN;
        }
        return (isFast ? fast(radius, share * flux, fastest) : slow(radius, share * flux, fastest))
                .speed;
    }

    /// The speed at which a flow of this energy carries most at a radius: that of sound.
    private double fastestFlux(double radius) {
        double low = 0;
        double high = mostSpeed(radius);
        for (int i = 0; i < 200 && low < high; i++) {
            double speed = (low + high) / 2;
            if (speed == low || speed == high) {
                break;
            }
            if (speed * speed < soundSquare(density(enthalpy(radius, speed)))) {
                low = speed;
            } else {
                high = speed;
            }
        }
        return (low + high) / 2;
    }

    private State slow(double radius, double wanted, double fastest) {
        return bisect(radius, wanted, 0, fastest);
    }

    private State fast(double radius, double wanted, double fastest) {
        return bisect(radius, wanted, mostSpeed(radius), fastest);
    }

    /// From a speed that carries too little to one that carries enough.
    private State bisect(double radius, double wanted, double little, double enough) {
        double less = little;
        double more = enough;
        while (true) {
            double speed = (less + more) / 2;
            if (speed == less || speed == more) {
                return state(radius, speed);
            }
            if (flux(radius, state(radius, speed).density, speed) < wanted) {
                less = speed;
            } else {
                more = speed;
            }
        }
    }

    /// The speed at which the gas has no pressure left: h = 1.
    private double mostSpeed(double radius) {
        double lorentz = energy / redshift(radius);
        return Math.sqrt(1 - 1 / (lorentz * lorentz));
    }

    private State state(double radius, double speed) {
        return new State(density(enthalpy(radius, speed)), speed);
    }

    private double enthalpy(double radius, double speed) {
        return energy / (lorentz(speed) * redshift(radius));
    }

    private double density(double enthalpy) {
        double base = (enthalpy - 1) * (exponent - 1) / (exponent * scale);
        return Math.pow(Math.max(0, base), 1 / (exponent - 1));
    }

    /// The square of the speed of sound, `(Γ-1) Γ k ρ^Γ / ((Γ-1) ρ + Γ k ρ^Γ)`.
    public double soundSquare(double density) {
        double pressure = exponent * scale * Math.pow(density, exponent - 1);
        return (exponent - 1) * pressure / (exponent - 1 + pressure);
    }

    /// ρ W v r² √f of any flow.
    public static double flux(double radius, double density, double speed) {
        return density * lorentz(speed) * speed * radius * radius * redshift(radius);
    }

    /// h W √f of any flow of this gas.
    public double energy(double radius, double density, double speed) {
        double enthalpy = 1 + exponent / (exponent - 1) * scale * Math.pow(density, exponent - 1);
        return enthalpy * lorentz(speed) * redshift(radius);
    }

    private static double lorentz(double speed) {
        return 1 / Math.sqrt(1 - speed * speed);
    }

    private static double redshift(double radius) {
        return Math.sqrt(1 - HORIZON / radius);
    }
}

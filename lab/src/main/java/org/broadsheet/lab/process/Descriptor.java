package org.broadsheet.lab.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.lab.Abstract;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Parameter;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.paper.PaperId;

/// All of a reproduction but its method: what the server knows of it.
public record Descriptor(
        PaperId paper, Abstract about, List<Parameter> parameters, List<Claim> claims) {
    public Descriptor {
        parameters = List.copyOf(parameters);
        claims = List.copyOf(claims);
        requireDistinct("parameter", parameters, Parameter::name);
        requireDistinct("claim", claims, Claim::id);
    }

    static Descriptor of(Reproduction reproduction) {
        return new Descriptor(
                reproduction.paper(),
                reproduction.about(),
                reproduction.parameters(),
                reproduction.claims());
    }

    private static <T> void requireDistinct(String what, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T one : all) {
            if (!seen.add(name.apply(one))) {
                throw new IllegalArgumentException(
                        "two of its %ss are named \"%s\"".formatted(what, name.apply(one)));
            }
        }
    }

    /// What a class path holds.
    ///
    /// @param kernel the kind of its arithmetic, see [Arithmetic]
    /// @param broken what could not be described, and why
    public record Catalogue(String kernel, List<Descriptor> descriptors, List<String> broken) {
        public Catalogue {
            descriptors = List.copyOf(descriptors);
            broken = List.copyOf(broken);
        }
    }
}

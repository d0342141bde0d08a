package org.broadsheet.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Which values of a metric bear a claim out. The ends count.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.AtMost.class, name = "at-most"),
    @JsonSubTypes.Type(value = Rule.AtLeast.class, name = "at-least"),
    @JsonSubTypes.Type(value = Rule.Between.class, name = "between")
})
public sealed interface Rule {
    double low();

    double high();

    /// As in `at most 0.05`.
    String words();

    default boolean accepts(double value) {
        return value >= low() && value <= high();
    }

    static Rule atMost(double limit) {
        return new AtMost(limit);
    }

    static Rule atLeast(double limit) {
        return new AtLeast(limit);
    }

    static Rule between(double low, double high) {
        return new Between(low, high);
    }

    /// Within a distance of a value.
    static Rule near(double value, double tolerance) {
        return new Between(value - tolerance, value + tolerance);
    }

    record AtMost(double limit) implements Rule {
        @Override
        public double low() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public double high() {
            return limit;
        }

        @Override
        public String words() {
            return "at most " + Figures.rounded(limit, 6);
        }
    }

    record AtLeast(double limit) implements Rule {
        @Override
        public double low() {
            return limit;
        }

        @Override
        public double high() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public String words() {
            return "at least " + Figures.rounded(limit, 6);
        }
    }

    record Between(double low, double high) implements Rule {
        public Between {
            if (!(low <= high)) {
                throw new IllegalArgumentException(
                        "a rule from " + low + " to " + high + "; the first must not be larger");
            }
        }

        @Override
        public String words() {
            return "from " + Figures.rounded(low, 8) + " to " + Figures.rounded(high, 8);
        }
    }
}

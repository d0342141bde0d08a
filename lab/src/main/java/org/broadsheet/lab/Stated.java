package org.broadsheet.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Where a claim's number stands. Only a number that was read in a source is printed as the
/// paper's; one that is remembered or derived is not a number of the paper.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stated.Figure.class, name = "figure"),
    @JsonSubTypes.Type(value = Stated.Program.class, name = "program"),
    @JsonSubTypes.Type(value = Stated.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Stated.Nowhere.class, name = "nowhere")
})
public sealed interface Stated {
    /// One line for the reader.
    String line();

    /// A number read in the paper or its authors' documents.
    ///
    /// @param figure with its unit, as in `13.2259°`
    /// @param where as in `table 2` or `the repository's README`
    record Figure(String figure, String where) implements Stated {
        @Override
        public String line() {
            return figure + ", " + where;
        }
    }

    /// A number that the authors' own program gave when we ran it.
    record Program(String figure) implements Stated {
        @Override
        public String line() {
            return figure + ", from the authors’ program, run by us";
        }
    }

    /// Stated without a number.
    ///
    /// @param where as in `the abstract`
    record Words(String where) implements Stated {
        @Override
        public String line() {
            return "Stated in words, " + where;
        }
    }

    /// No number of the paper could be read.
    record Nowhere() implements Stated {
        @Override
        public String line() {
            return "No figure available";
        }
    }
}

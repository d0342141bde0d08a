package org.broadsheet.server.web.page;

import java.util.List;
import org.broadsheet.lab.Size;
import org.broadsheet.paper.PaperId;
import org.jspecify.annotations.Nullable;

/// The form that asks for a run.
///
/// @param sizes to fill the form with the values of another size
/// @param hint how long such a run takes
public record RunForm(
        PaperId paper, Size size, List<SizeLink> sizes, List<Field> fields, String hint) {
    public RunForm {
        sizes = List.copyOf(sizes);
        fields = List.copyOf(fields);
    }

    public record SizeLink(Size size, String label, String url) {}

    public boolean isRefused() {
        return fields.stream().anyMatch(Field::isRefused);
    }

    /// How a value is typed.
    public enum Kind {
        WHOLE,
        REAL,
        CHOICE,
        SWITCH
    }

    /// @param name as it is sent
    /// @param help one line below it, with what is accepted
    /// @param options to choose from; none unless a choice
    /// @param error what was given and what is accepted; empty where it is accepted
    /// @param isFirstRefused whether the reader should be led here
    public record Field(
            String name,
            String label,
            String unit,
            String help,
            Kind kind,
            List<String> options,
            String value,
            String error,
            boolean isFirstRefused) {
        public Field {
            options = List.copyOf(options);
        }

        public boolean isRefused() {
            return !error.isEmpty();
        }

        /// The same, where the reader should be led.
        public Field asFirst() {
            return new Field(name, label, unit, help, kind, options, value, error, true);
        }

        /// The id of its control in the page.
        public String id() {
            return "f-" + name.replace('.', '-');
        }

        /// The id of what describes it.
        public @Nullable String described() {
            return isRefused() ? id() + "-e" : help.isEmpty() ? null : id() + "-h";
        }
    }
}

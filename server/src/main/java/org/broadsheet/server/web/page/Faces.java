package org.broadsheet.server.web.page;

import java.util.List;

/// Who voted for a paper: the first of them, and how many more there are.
public record Faces(List<Person> first, long more) {
    public static final Faces NONE = new Faces(List.of(), 0);

    public Faces {
        first = List.copyOf(first);
    }

    public boolean isEmpty() {
        return first.isEmpty();
    }
}

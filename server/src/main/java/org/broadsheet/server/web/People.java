package org.broadsheet.server.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.reader.Handle;
import org.broadsheet.reader.Reader;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderStore;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Person;
import org.jspecify.annotations.Nullable;

/// Readers as pages show them. One without an account is the reader of a house on one machine, or
/// had one once.
public record People(ReaderStore readers) {
    private static final Person LOCAL = new Person("The reader of this house", "", "R", 0);
    private static final Person FORMER = new Person("A former reader", "", "–", 0);

    /// All of these readers.
    Map<ReaderId, Person> of(Collection<ReaderId> ids) {
        Map<ReaderId, Reader> known = readers.of(ids);
        Map<ReaderId, Person> people = new HashMap<>();
        ids.forEach(id -> people.put(id, person(id, known.get(id))));
        return people;
    }

    Person of(ReaderId id) {
        return person(id, readers.get(id).orElse(null));
    }

    /// The ids of those who go by these names.
    Map<String, ReaderId> named(Collection<String> names) {
        Map<String, ReaderId> found = new HashMap<>();
        readers.named(names).forEach((name, reader) -> found.put(Handle.of(name), reader.id()));
        return found;
    }

    Set<ReaderId> idsOf(Collection<String> names) {
        return names.isEmpty() ? Set.of() : Set.copyOf(named(names).values());
    }

    private static Person person(ReaderId id, @Nullable Reader reader) {
        if (reader == null) {
            return id.equals(ReaderId.LOCAL) ? LOCAL : FORMER;
        }
        return new Person(
                reader.shown(),
                Addresses.reader(reader.name()),
                initials(reader.shown()),
                Math.floorMod(id.value().hashCode(), Person.COLOURS));
    }

    /// The first letters of the first and the last word.
    private static String initials(String shown) {
        List<String> words = List.of(shown.strip().split("[\\s._-]+"));
        List<String> ends = words.size() == 1 ? words : List.of(words.getFirst(), words.getLast());
        return ends.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> new String(Character.toChars(word.codePointAt(0))))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}

package org.broadsheet.server.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.account.Credentials;
import org.broadsheet.account.Session;
import org.broadsheet.reader.Reader;
import org.jspecify.annotations.Nullable;

/// This is all that the house keeps about a reader, but for the hashes of secrets.
///
/// @param left what the reader left in the house, by its word ([Theirs])
public record Export(Account account, List<Place> sessions, Map<String, List<Record>> left) {
    public record Account(
            String id,
            String name,
            String shown,
            String role,
            Instant joined,
            @Nullable Instant blockedSince,
            String address,
            String addressToConfirm) {}

    public record Place(Instant signedIn, Instant lastUsed, String agent, String address) {}

    static Export of(
            Reader reader, Credentials credentials, List<Session> sessions, List<Theirs> theirs) {
        Map<String, List<Record>> left = new LinkedHashMap<>();
        theirs.forEach(it -> left.put(it.what(), new ArrayList<>(it.of(reader.id()))));
        return new Export(
                new Account(
                        reader.id().value(),
                        reader.name(),
                        reader.shown(),
                        reader.role().name(),
                        reader.joined(),
                        reader.blockedSince(),
                        credentials.address(),
                        credentials.pending()),
                sessions.stream()
                        .map(it -> new Place(it.created(), it.seen(), it.agent(), it.address()))
                        .toList(),
                left);
    }
}

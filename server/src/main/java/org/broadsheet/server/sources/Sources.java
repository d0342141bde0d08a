package org.broadsheet.server.sources;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.broadsheet.server.sources.arxiv.ArxivApi;
import org.broadsheet.server.sources.arxiv.ArxivOai;
import org.broadsheet.server.sources.arxiv.ArxivRss;
import org.broadsheet.source.Source;

/// The sources that papers can be harvested from: those that come with Broadsheet, and those that
/// somebody put on the class path as services (`docs/sources.md`).
public final class Sources {
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private Sources(List<Source> all) {
        for (Source source : all) {
            Source before = sources.putIfAbsent(source.name(), source);
            if (before != null) {
                throw new IllegalStateException(
                        "two sources have the name \"%s\": %s and %s; give one another name"
                                .formatted(
                                        source.name(),
                                        before.getClass().getName(),
                                        source.getClass().getName()));
            }
        }
    }

    /// All of them.
    ///
    /// @param addresses of services that the operator moved elsewhere, by the sources' names
    public static Sources of(Map<String, URI> addresses, InstantSource clock) {
        List<Source> all = new ArrayList<>(builtIn(addresses, clock));
        ServiceLoader.load(Source.class).forEach(all::add);
        return new Sources(all);
    }

    private static List<Source> builtIn(Map<String, URI> addresses, InstantSource clock) {
        return List.of(
                new ArxivOai(addresses.getOrDefault(ArxivOai.NAME, ArxivOai.ADDRESS), clock),
                new ArxivApi(addresses.getOrDefault(ArxivApi.NAME, ArxivApi.ADDRESS), clock),
                new ArxivRss(addresses.getOrDefault(ArxivRss.NAME, ArxivRss.ADDRESS), clock));
    }

    public List<Source> all() {
        return List.copyOf(sources.values());
    }

    public Optional<Source> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /// The source of that name.
    ///
    /// @throws IllegalArgumentException when there is none, naming those that there are
    public Source require(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no source is called \"%s\"; there are %s"
                                        .formatted(name, String.join(", ", sources.keySet()))));
    }
}

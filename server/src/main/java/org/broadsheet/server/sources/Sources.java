package org.broadsheet.server.sources;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.server.sources.arxiv.ArxivApi;
import org.broadsheet.server.sources.arxiv.ArxivOai;
import org.broadsheet.server.sources.arxiv.ArxivRss;
import org.broadsheet.server.sources.elsewhere.AclAnthology;
import org.broadsheet.server.sources.elsewhere.Biorxiv;
import org.broadsheet.server.sources.elsewhere.DoiResolver;
import org.broadsheet.server.sources.elsewhere.OpenReview;
import org.broadsheet.server.sources.elsewhere.OwnSources;
import org.broadsheet.source.Source;

/// The sources that papers can be harvested from: those that come with Broadsheet, and those that
/// people wrote themselves (`docs/sources.md`). Whoever made it closes it.
public final class Sources implements AutoCloseable {
    /// The hosted page.
    public static final URI HOSTED = URI.create("https://huggingface.co/");

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final OwnSources own;

    private Sources(List<Source> builtIn, Path folder) {
        builtIn.forEach(source -> sources.put(source.name(), source));
        own = OwnSources.in(folder, Set.copyOf(sources.keySet()));
        own.all().forEach(source -> sources.put(source.name(), source));
    }

    /// All of them.
    ///
    /// @param addresses where services are asked, by the sources' names
    /// @param folder where the jars of people's own sources are; need not exist
    public static Sources of(Map<String, URI> addresses, InstantSource clock, Path folder) {
        return new Sources(builtIn(addresses, clock), folder);
    }

    private static List<Source> builtIn(Map<String, URI> addresses, InstantSource clock) {
        URI biorxiv = addresses.getOrDefault("biorxiv", Biorxiv.ADDRESS);
        return List.of(
                new ArxivOai(addresses.getOrDefault(ArxivOai.NAME, ArxivOai.ADDRESS), clock),
                new ArxivApi(addresses.getOrDefault(ArxivApi.NAME, ArxivApi.ADDRESS), clock),
                new ArxivRss(addresses.getOrDefault(ArxivRss.NAME, ArxivRss.ADDRESS), clock),
                new HostedDaily(addresses.getOrDefault(HostedDaily.NAME, HOSTED), clock),
                new DoiResolver(
                        addresses.getOrDefault(DoiResolver.NAME, DoiResolver.ADDRESS), clock),
                new AclAnthology(
                        addresses.getOrDefault(AclAnthology.NAME, AclAnthology.ADDRESS), clock),
                new OpenReview(addresses.getOrDefault(OpenReview.NAME, OpenReview.ADDRESS), clock),
                new Biorxiv(Biorxiv.Server.BIORXIV, biorxiv, clock),
                new Biorxiv(Biorxiv.Server.MEDRXIV, biorxiv, clock));
    }

    /// Why people's own sources could not be loaded, a sentence each.
    public List<String> troubles() {
        return own.troubles();
    }

    @Override
    public void close() {
        own.close();
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

package org.broadsheet.server.sources.elsewhere;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.source.Source;

/// The sources that people wrote themselves: those that the jars of one folder name in
/// `META-INF/services/org.broadsheet.source.Source`. They run with the rights of this process. What
/// cannot be loaded is told and stops nothing else. Closing it ends the loading of their classes.
public final class OwnSources implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final URLClassLoader classes;
    private final List<Source> sources = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    private OwnSources(URLClassLoader classes) {
        this.classes = classes;
    }

    /// Loads the sources of all jars in the folder, which need not exist.
    ///
    /// @param taken the names of the sources that come with Broadsheet
    public static OwnSources in(Path folder, Set<String> taken) {
        List<String> unreadable = new ArrayList<>();
        URL[] jars = jars(folder, unreadable);
        OwnSources own =
                new OwnSources(new URLClassLoader("sources", jars, Source.class.getClassLoader()));
        own.troubles.addAll(unreadable);
        if (jars.length > 0) {
            own.load(new HashSet<>(taken));
        }
        return own;
    }

    /// Those that could be loaded, in the order of their jars.
    public List<Source> all() {
        return List.copyOf(sources);
    }

    /// Why others could not be, a sentence each.
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    private void load(Set<String> taken) {
        Iterator<ServiceLoader.Provider<Source>> providers =
                ServiceLoader.load(Source.class, classes).stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<Source> provider = providers.next();
                if (classes.equals(provider.type().getClassLoader())) {
                    take(provider.get(), taken);
                }
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                // Of a broken class or service file the loader tells once and goes on behind it.
                troubles.add("An own source cannot be loaded: " + e.getMessage());
            }
        }
    }

    private void take(Source source, Set<String> taken) {
        String name = String.valueOf(source.name());
        String type = source.getClass().getName();
        if (!NAME.matcher(name).matches()) {
            troubles.add(
                    "The own source %s is called \"%s\"; accepted are small letters, digits and hyphens, as in our-lab"
                            .formatted(type, name));
        } else if (!taken.add(name)) {
            troubles.add(
                    "The own source %s is called \"%s\", as another is; give it a name of its own"
                            .formatted(type, name));
        } else {
            sources.add(source);
        }
    }

    private static URL[] jars(Path folder, List<String> troubles) {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(OwnSources::url)
                    .toArray(URL[]::new);
        } catch (IOException | UncheckedIOException e) {
            troubles.add("The folder %s cannot be read: %s".formatted(folder, e.getMessage()));
            return new URL[0];
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.broadsheet.server.trial.coin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.broadsheet.lab.Reproduction;

/// Packs the coin as a stranger packs a reproduction: its class, and the name of it for the service
/// loader.
public final class CoinJar {
    private CoinJar() {}

    /// Puts the jar into the lab's folder of a home.
    public static void into(Path home) throws IOException {
        Path lab = Files.createDirectories(home.resolve("lab"));
        String name = Coin.class.getName();
        String file = name.replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(lab.resolve("coin.jar")));
                InputStream code = CoinJar.class.getClassLoader().getResourceAsStream(file)) {
            jar.putNextEntry(new ZipEntry(file));
            Objects.requireNonNull(code, file).transferTo(jar);
            jar.putNextEntry(new ZipEntry("META-INF/services/" + Reproduction.class.getName()));
            jar.write(name.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package org.broadsheet.benchmarks.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.benchmarks.process.Running;
import org.broadsheet.benchmarks.process.Site;

/// The peer: nginx sending the same page, compressed beforehand, with the same headers.
final class Nginx implements AutoCloseable {
    /// Headers that nginx works out by itself.
    private static final Set<String> OWN =
            Set.of(
                    "content-type",
                    "content-length",
                    "content-encoding",
                    "etag",
                    "vary",
                    "date",
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "last-modified");

    private static final String CONFIGURATION =
            """
            daemon off;
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log stderr;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              open_file_cache max=100;
              gzip_static on;
              gzip_vary on;
              default_type "text/html; charset=utf-8";
              client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
              uwsgi_temp_path %1$s; scgi_temp_path %1$s;
              server {
                listen 127.0.0.1:%2$d;
                root %1$s;
                %3$s
              }
            }
            """;

    private final Running program;
    private final Site site;

    private Nginx(Running program, Site site) {
        this.program = program;
        this.site = site;
    }

    /// Starts it with the page as Broadsheet sent it, plain and compressed.
    static Nginx serving(Path nginx, Path folder, byte[] plain, HttpResponse<byte[]> compressed) {
        Site site = Site.onFreePort();
        Path configuration = folder.resolve("nginx.conf");
        try {
            Files.write(folder.resolve("page.html"), plain);
            Files.write(folder.resolve("page.html.gz"), compressed.body());
            Files.writeString(
                    configuration,
                    CONFIGURATION.formatted(folder, site.port(), headers(compressed.headers())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Running program =
                Running.start(
                        List.of(
                                nginx.toString(),
                                "-c",
                                configuration.toString(),
                                "-p",
                                folder + "/"),
                        Map.of(),
                        folder.resolve("nginx.log"));
        site.firstPage(program, path());
        return new Nginx(program, site);
    }

    static String path() {
        return "/page.html";
    }

    Site site() {
        return site;
    }

    private static String headers(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .filter(header -> !OWN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)))
                .flatMap(header ->
                        header.getValue().stream()
                                .map(value ->
                                        "add_header %s %s;"
                                                .formatted(header.getKey(), quoted(value))))
                .collect(Collectors.joining("\n    "));
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public void close() {
        site.close();
        program.close();
    }
}

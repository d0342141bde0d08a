package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.broadsheet.server.trial.Checkout;

/// A real nginx with the configuration that we ship, on free ports of this machine, with a
/// certificate for `localhost` made for the occasion. Only names, ports and paths are changed.
final class NginxInFront implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Process nginx;
    private final Path log;
    private final SSLContext trusting;
    private final int http;
    private final int https;

    private NginxInFront(Process nginx, Path log, SSLContext trusting, int http, int https) {
        this.nginx = nginx;
        this.log = log;
        this.trusting = trusting;
        this.http = http;
        this.https = https;
    }

    static NginxInFront of(int upstream, Path folder) throws Exception {
        Path program = program();
        KeyStore keys = keys(folder);
        int http = freePort();
        int https = freePort();
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, configuration(folder, upstream, http, https));
        Path log = folder.resolve("nginx.log");
        Process nginx =
                new ProcessBuilder(program.toString(), "-c", file.toString(), "-p", folder + "/")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
        NginxInFront front = new NginxInFront(nginx, log, trusting, http, https);
        front.awaitListening();
        return front;
    }

    /// It is required: `.ci/run` installs it, and so says this where it is missing.
    private static Path program() {
        return Stream.of(
                        "/usr/sbin/nginx",
                        "/usr/bin/nginx",
                        "/usr/local/bin/nginx",
                        "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "nginx is missing, and this test needs it: the configuration that"
                                        + " we ship is tried with it. On Debian: apt-get install"
                                        + " nginx-light"));
    }

    private static String configuration(Path folder, int upstream, int http, int https)
            throws IOException {
        String shipped = Checkout.read("docs/deploy/nginx.conf");
        String here =
                shipped.replace("server 127.0.0.1:8080;", "server 127.0.0.1:" + upstream + ";")
                        .replace("listen 80;", "listen 127.0.0.1:" + http + ";")
                        .replace("listen 443 ssl;", "listen 127.0.0.1:" + https + " ssl;")
                        .replace(
                                "https://papers.example.org$request_uri",
                                "https://localhost:" + https + "$request_uri")
                        .replace("papers.example.org/", "")
                        .replace("papers.example.org", "localhost")
                        .replace("/etc/ssl/", folder + "/");
        assertThat(here).doesNotContain("8080;", "listen 80;", "listen 443", "/etc/ssl/");
        return """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log stderr;
        events { worker_connections 256; }
        http {
        access_log off;
        client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
        uwsgi_temp_path %1$s; scgi_temp_path %1$s;
        %2$s
        }
        """
                .formatted(folder, here);
    }

    private static KeyStore keys(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "localhost",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        pem(
                folder.resolve("privkey.pem"),
                "PRIVATE KEY",
                keys.getKey("localhost", PASSWORD).getEncoded());
        pem(
                folder.resolve("fullchain.pem"),
                "CERTIFICATE",
                keys.getCertificate("localhost").getEncoded());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
        return trusted;
    }

    private static void pem(Path file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        Files.writeString(
                file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            if (!nginx.isAlive()) {
                break;
            }
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), https)) {
                return;
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("nginx does not listen:\n" + Files.readString(log));
    }

    HttpClient client() {
        return HttpClient.newBuilder().sslContext(trusting).build();
    }

    URI at(String path) {
        return URI.create("https://localhost:" + https + path);
    }

    URI plain(String path) {
        return URI.create("http://localhost:" + http + path);
    }

    @Override
    public void close() {
        nginx.destroy();
        nginx.onExit().join();
    }
}

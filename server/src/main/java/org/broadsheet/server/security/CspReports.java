package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadsheet.limit.Limit;
import org.broadsheet.limit.RateLimiter;
import org.broadsheet.paper.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes what browsers say a page of ours did against its content policy: a sign that somebody put
/// in what does not belong there, or that we broke a page. It is counted and written to the log;
/// nothing else comes of it, so nobody needs leave to send one. Sizes and numbers are limited.
@Controller
public final class CspReports {
    static final String PATH = "/csp-reports";
    static final int MOST_BYTES = 16_384;
    static final Limit LIMIT = new Limit(30, Duration.ofMinutes(1));

    private static final int MOST_TOLD = 10;
    private static final System.Logger LOG = System.getLogger(CspReports.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    private final RateLimiter limits;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();

    public CspReports(RateLimiter limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// Whether the request brings a report.
    public static boolean isOne(HttpServletRequest request) {
        return request.getMethod().equals("POST") && PATH.equals(request.getRequestURI());
    }

    /// How many violations were told since the start.
    public long count() {
        return count.get();
    }

    @PostMapping(PATH)
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        if (!limits.take("csp-report", ClientAddress.counted(request), LIMIT, clock.instant())) {
            return ResponseEntity.status(429)
                    .header("Retry-After", String.valueOf(LIMIT.within().toSeconds()))
                    .build();
        }
        byte[] body = read(request.getInputStream());
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(413).build();
        }
        List<String> told = told(body);
        told.forEach(one -> LOG.log(Level.WARNING, "a browser reports: {0}", one));
        count.addAndGet(told.size());
        return ResponseEntity.status(told.isEmpty() ? 400 : 204).build();
    }

    private static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(MOST_BYTES + 1);
    }

    /// The violations in a report of either form; none if it is no report.
    private static List<String> told(byte[] body) {
        List<String> told = new ArrayList<>();
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode old = json.path("csp-report");
            if (old.isObject()) {
                told.add(line(old, "effective-directive", "blocked-uri", "document-uri"));
            }
            for (JsonNode one : json) {
                JsonNode violation = one.path("body");
                boolean isOurs = one.path("type").asString("").equals("csp-violation");
                if (isOurs && violation.isObject() && told.size() < MOST_TOLD) {
                    told.add(line(violation, "effectiveDirective", "blockedURL", "documentURL"));
                }
            }
        } catch (JacksonException _) {
            return List.of();
        }
        return told;
    }

    private static String line(JsonNode report, String directive, String blocked, String page) {
        return "%s stopped %s on %s"
                .formatted(value(report, directive), value(report, blocked), value(report, page));
    }

    /// Somebody's text: one line, short, and an address without what was asked for there.
    private static String value(JsonNode report, String name) {
        String text = Text.oneLine(report.path(name).asString("")).replaceFirst("[?#].*", "");
        return text.length() <= 200 ? text : text.substring(0, 197) + "...";
    }
}

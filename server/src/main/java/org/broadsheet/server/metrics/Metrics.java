package org.broadsheet.server.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Answers whoever watches the house, in Prometheus' format or OpenMetrics, as they ask for.
@Controller
public final class Metrics {
    private final Access access;
    private final Supplier<PrometheusRegistry> registry;

    /// @param registry asked for at each scrape
    public Metrics(Access access, Supplier<PrometheusRegistry> registry) {
        this.access = access;
        this.registry = registry;
    }

    @GetMapping("/metrics")
    void scrape(HttpServletRequest request, HttpServletResponse response) throws IOException {
        access.require(request, Right.ADMINISTER);
        ExpositionFormatWriter writer =
                ExpositionFormats.init().findWriter(request.getHeader("Accept"));
        response.setContentType(writer.getContentType());
        response.setHeader("Cache-Control", "no-store");
        writer.write(response.getOutputStream(), registry.get().scrape());
    }
}

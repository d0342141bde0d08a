package org.broadsheet.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// The headers by which every answer limits what a browser does with it.
public final class SecurityHeaders {
    /// Reports go by `report-uri` alone: all browsers know it, and where `report-to` stands beside
    /// it Chromium waits for a secure connection and tells nothing of a house on plain http.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; report-uri "
                    + CspReports.PATH;

    private static final String[][] ALWAYS = {
        {"Content-Security-Policy", CONTENT_SECURITY_POLICY},
        {"X-Frame-Options", "DENY"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "same-origin"},
        {
            "Permissions-Policy",
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(),"
                    + " microphone=(), payment=(), usb=()"
        },
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    };

    private static final String ONE_YEAR = "max-age=31536000";

    private SecurityHeaders() {}

    /// Kept answers go to whoever asks, by http or https, so this is written for each request anew.
    static void writeSecure(HttpServletRequest request, HttpServletResponse response) {
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
    }

    /// A handler may have said something stricter of its own.
    static void write(HttpServletRequest request, HttpServletResponse response) {
        for (String[] header : ALWAYS) {
            if (!response.containsHeader(header[0])) {
                response.setHeader(header[0], header[1]);
            }
        }
        writeSecure(request, response);
    }
}

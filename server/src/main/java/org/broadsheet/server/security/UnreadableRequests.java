package org.broadsheet.server.security;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// The answer to requests that Tomcat cannot read and turns away before any filter sees them, in
/// our words and with our headers. Whatever else ends without an answer gets one here, too.
public final class UnreadableRequests extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        try {
            refusal(response.getStatus()).write(request, response);
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("whoever asked has gone", e);
        }
    }

    private static Refusal refusal(int status) {
        return status == 400
                ? new Refusal(
                        400,
                        "BadRequest",
                        "The request cannot be read: its address or its headers hold characters"
                                + " that are not accepted. Write others than letters, digits and"
                                + " -._~ as UTF-8 with percent signs, as in %C3%A9.")
                : new Refusal(status, "Failed", "The request failed with status " + status + ".");
    }
}

package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// A view with headers of its own.
record Headed(View view, Map<String, String> headers) implements View {
    /// Nobody on its way, and no browser after it, may keep it.
    static View unkept(View view) {
        return new Headed(view, Map.of("Cache-Control", "no-store"));
    }

    /// A refusal that ends by itself: whoever asks is told after how many seconds.
    static View later(View view, long seconds) {
        return new Headed(
                view, Map.of("Cache-Control", "no-store", "Retry-After", String.valueOf(seconds)));
    }

    /// What htmx puts in the place of the form that was sent, wherever that form's answers go
    /// otherwise.
    static View inPlace(View view) {
        return new Headed(view, Map.of("HX-Retarget", "this"));
    }

    @Override
    public @Nullable String getContentType() {
        return view.getContentType();
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        headers.forEach(response::setHeader);
        view.render(model, request, response);
    }
}

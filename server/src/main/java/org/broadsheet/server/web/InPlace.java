package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// A view that htmx puts in the place of the form that was sent, wherever that form's answers go
/// otherwise.
record InPlace(View view) implements View {
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
        response.setHeader("HX-Retarget", "this");
        view.render(model, request, response);
    }
}

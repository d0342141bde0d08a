package org.broadsheet.server.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/// The templates in `src/main/jte`, compiled into the jar. A controller returns
/// `pages.show("index", page)`, so there are no view names to resolve and the template's one
/// parameter is typed.
public final class Pages {
    /// Where the build puts the compiled templates; the server's POM says the same.
    public static final String GENERATED_PACKAGE = "org.broadsheet.server.templates";

    private final TemplateEngine templates;

    public Pages(TemplateEngine templates) {
        this.templates = templates;
    }

    /// The page drawn by the template `name.jte`, which takes the given record as its one
    /// parameter.
    View show(String name, Record page) {
        return new JteView(name + ".jte", page);
    }

    private final class JteView implements View {
        private final String template;
        private final Record page;

        private JteView(String template, Record page) {
            this.template = template;
            this.page = page;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> unused,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var html = new Utf8ByteOutput();
            templates.render(template, page, html);
            response.setContentType(getContentType());
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        }
    }
}

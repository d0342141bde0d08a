package org.broadsheet.server.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The templates in `src/main/jte`, compiled into the jar. A controller returns `pages.show("wire",
/// page)`, so there are no view names to resolve and the template's one parameter is typed.
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
        return show(name, page, HttpStatus.OK);
    }

    View show(String name, Record page, HttpStatus status) {
        return new JteView(name + ".jte", page, status);
    }

    /// The same as text: a part of a page for a stream of events.
    String draw(String name, Record page) {
        StringOutput html = new StringOutput();
        templates.render(name + ".jte", page, html);
        return html.toString();
    }

    /// Sends the reader to another path of this server; 301 where that is so for good, 302 where it
    /// may change, 303 after a POST.
    View redirect(String path, HttpStatus status) {
        RedirectView redirect = new RedirectView(path);
        redirect.setStatusCode(status);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }

    private final class JteView implements View {
        private final String template;
        private final Record page;
        private final HttpStatus status;

        private JteView(String template, Record page, HttpStatus status) {
            this.template = template;
            this.page = page;
            this.status = status;
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
            response.setStatus(status.value());
            response.setContentType(getContentType());
            response.setContentLength(html.getContentLength());
            html.writeTo(response.getOutputStream());
        }
    }
}

package org.broadsheet.server.round;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Draws digests as HTML, by the template `mail/digest.jte`. Safe for many threads.
public final class DigestHtml implements Function<DigestMail, String> {
    /// Where the build puts the compiled templates; the server's POM says the same.
    private static final String GENERATED_PACKAGE = "org.broadsheet.server.templates";

    private @Nullable TemplateEngine templates;

    @Override
    public String apply(DigestMail mail) {
        StringOutput html = new StringOutput();
        engine().render("mail/digest.jte", mail, html);
        return html.toString();
    }

    /// Made with the first digest: most starts of the program write none.
    private synchronized TemplateEngine engine() {
        TemplateEngine made = templates;
        if (made == null) {
            made =
                    TemplateEngine.createPrecompiled(
                            null,
                            ContentType.Html,
                            DigestHtml.class.getClassLoader(),
                            GENERATED_PACKAGE);
            templates = made;
        }
        return made;
    }
}

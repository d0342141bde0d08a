package org.broadsheet.server.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// HTML that holds nothing but what [CommentText] lets through, and that templates therefore print
/// as it is. Made there alone.
public final class SafeHtml implements Content {
    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    public String html() {
        return html;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }
}

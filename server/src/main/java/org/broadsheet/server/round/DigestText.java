package org.broadsheet.server.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sets a digest as plain text.
final class DigestText {
    private static final int WIDTH = 68;
    private static final String RULE = "=".repeat(WIDTH);

    private final StringBuilder text = new StringBuilder();

    private DigestText() {}

    static String of(DigestMail mail) {
        DigestText set = new DigestText();
        set.head(mail);
        for (int i = 0; i < mail.items().size(); i++) {
            set.item(i + 1, mail.items().get(i));
        }
        set.foot(mail);
        return set.text.toString();
    }

    private void head(DigestMail mail) {
        line(mail.house().toUpperCase(Locale.ROOT));
        line(mail.day());
        line("");
        wrapped("", "", mail.news() + " The whole edition:");
        line(mail.edition());
        line("");
        line(RULE);
    }

    private void item(int number, DigestMail.Item item) {
        String indent = " ".repeat(Math.max(3, String.valueOf(number).length() + 2));
        line("");
        wrapped(number + indent.substring(String.valueOf(number).length()), indent, item.title());
        wrapped(indent, indent, item.deck());
        wrapped(indent, indent, item.facts());
        wrapped(indent, indent, item.runs());
        if (!item.why().isEmpty()) {
            wrapped(indent, indent, "Why: " + item.why());
        }
        line(indent + item.url());
    }

    private void foot(DigestMail mail) {
        line("");
        line(RULE);
        line("");
        wrapped("", "", mail.terms());
        line("");
        line("Change days and topics: " + mail.change());
        line("Unsubscribe: " + mail.leave());
        line("");
        wrapped("", "", "Nothing in this mail is tracked: no images, no redirects.");
    }

    private void wrapped(String first, String indent, String words) {
        if (words.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : words.strip().split("\\s+")) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        lines.forEach(this::line);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

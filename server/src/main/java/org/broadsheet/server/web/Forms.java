package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.server.account.Passwords;
import org.broadsheet.server.web.page.FormPage;
import org.broadsheet.server.web.page.FormPage.Field;
import org.broadsheet.server.web.page.FormPage.Field.Need;
import org.broadsheet.server.web.page.FormPage.Hidden;
import org.broadsheet.server.web.page.FormPage.Ways;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/// Draws pages with one short form about an account, and reads what was typed into them.
public final class Forms {
    private final Pages pages;
    private final Frames frames;

    public Forms(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    /// A page being put together.
    static final class Form {
        private final String headline;
        private final String path;
        private final List<Hidden> hidden = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private String standfirst = "";
        private String action = "";
        private String button = "";
        private Optional<String> problem = Optional.empty();
        private Optional<Ways> ways = Optional.empty();

        Form(String headline, String path) {
            this.headline = headline;
            this.path = path;
        }

        Form saying(String text) {
            standfirst = text;
            return this;
        }

        Form sending(String label, String to) {
            button = label;
            action = to;
            return this;
        }

        Form with(Field field) {
            fields.add(field);
            return this;
        }

        Form hiding(String name, String value) {
            hidden.add(new Hidden(name, value));
            return this;
        }

        Form leading(String url, String label) {
            links.add(new Link(url, label));
            return this;
        }

        Form or(Ways others) {
            ways = Optional.of(others);
            return this;
        }

        Form refused(String why) {
            problem = Optional.of(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".");
            return this;
        }
    }

    View show(Form form) {
        return show(form, form.problem.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    }

    View show(Form form, HttpStatus status) {
        return Headed.unkept(
                pages.show(
                        "form",
                        new FormPage(
                                frames.of(form.headline, form.headline, form.path, Section.NONE),
                                "Readers",
                                form.headline,
                                form.standfirst,
                                form.problem,
                                Optional.empty(),
                                form.action,
                                form.hidden,
                                form.fields,
                                form.button,
                                form.links,
                                form.ways),
                        status));
    }

    static Field name(String value) {
        return new Field(
                "name",
                "Name",
                Need.REQUIRED,
                "text",
                value,
                "username",
                "What others mention you by, as @ada: small letters, digits, - and _.",
                64);
    }

    static Field shown(String value) {
        return new Field(
                "shown",
                "Shown on pages",
                Need.OPTIONAL,
                "text",
                value,
                "name",
                "As in Ada Lovelace. Empty: your name.",
                120);
    }

    static Field newPassword() {
        return new Field(
                "password",
                "Password",
                Need.REQUIRED,
                "password",
                "",
                "new-password",
                "At least %d characters; not one that many people have."
                        .formatted(Passwords.SHORTEST),
                2 * Passwords.LONGEST);
    }

    static Field address(String value, Need need, String help) {
        return new Field("address", "Mail address", need, "email", value, "email", help, 254);
    }

    static String typed(String name, HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}

package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.broadsheet.house.HouseSettings;
import org.broadsheet.house.HouseSettings.Registration;
import org.broadsheet.house.HouseStore;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.HousePage;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// Lets whoever runs the house say what it is called and what is to come in. The front page leads
/// here until somebody did.
@Controller
public final class HousePages {
    static final String PATH = "/admin/house";

    private final Pages pages;
    private final Frames frames;
    private final HouseStore house;
    private final Access access;
    private final Keeping keeping;

    public HousePages(
            Pages pages, Frames frames, HouseStore house, Access access, Keeping keeping) {
        this.pages = pages;
        this.frames = frames;
        this.house = house;
        this.access = access;
        this.keeping = keeping;
    }

    @GetMapping("/admin")
    View admin() {
        return pages.redirect("/admin/sources", HttpStatus.FOUND);
    }

    @GetMapping(PATH)
    View form(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        keeping.once(request);
        boolean isKept = request.getParameter("kept") != null;
        return pages.show("house", page(Typed.of(house.now()), Optional.empty(), isKept));
    }

    /// A choice that is not accepted comes back as it was typed, with what is.
    @PostMapping(PATH)
    View choose(HttpServletRequest request) {
        access.require(request, Right.ADMINISTER);
        Typed typed = Typed.of(request);
        try {
            house.choose(typed.settings());
        } catch (IllegalArgumentException e) {
            return pages.show(
                    "house",
                    page(typed, Optional.of(String.valueOf(e.getMessage())), false),
                    HttpStatus.BAD_REQUEST);
        }
        return pages.redirect(PATH + "?kept", HttpStatus.SEE_OTHER);
    }

    private HousePage page(Typed typed, Optional<String> problem, boolean isKept) {
        return new HousePage(
                frames.of(
                        "The house",
                        "What this house is called, and what comes in.",
                        PATH,
                        Section.NONE),
                typed.name,
                typed.line,
                Categories.offered(typed.categories),
                String.join(" ", Categories.further(typed.categories)),
                String.join("\n", typed.keywords),
                typed.registration,
                problem,
                isKept);
    }

    /// What stands in the form, accepted or not.
    private record Typed(
            String name,
            String line,
            List<String> categories,
            List<String> keywords,
            String registration) {
        static Typed of(HouseSettings house) {
            return new Typed(
                    house.name(),
                    house.line(),
                    house.categories(),
                    house.keywords(),
                    house.registration().name().toLowerCase(Locale.ROOT));
        }

        static Typed of(HttpServletRequest request) {
            String[] ticked = request.getParameterValues("category");
            Stream<String> further =
                    Arrays.stream(text("further", request).split("[\\s,;]+"))
                            .filter(word -> !word.isEmpty());
            return new Typed(
                    text("name", request),
                    text("line", request),
                    List.copyOf(
                            new TreeSet<>(
                                    Stream.concat(
                                                    ticked == null
                                                            ? Stream.empty()
                                                            : Arrays.stream(ticked),
                                                    further)
                                            .toList())),
                    text("keywords", request)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    text("registration", request));
        }

        private static String text(String name, HttpServletRequest request) {
            return Objects.requireNonNullElse(request.getParameter(name), "");
        }

        HouseSettings settings() {
            return new HouseSettings(name, line, categories, keywords, chosen());
        }

        private Registration chosen() {
            return switch (registration) {
                case "closed" -> Registration.CLOSED;
                case "", "invitation" -> Registration.INVITATION;
                case "open" -> Registration.OPEN;
                default ->
                        throw new IllegalArgumentException(
                                "not a way to register: \"%s\"; accepted are closed, invitation and open"
                                        .formatted(registration));
            };
        }
    }
}

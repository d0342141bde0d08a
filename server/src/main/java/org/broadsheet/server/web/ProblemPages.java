package org.broadsheet.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Search;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.NotAllowed;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.web.lab.Repertoire.Known;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.ProblemPage;
import org.broadsheet.server.web.page.Section;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Says what went wrong, what is accepted and where to go next; never how the program is built.
@Controller
@ControllerAdvice
public final class ProblemPages implements ErrorController {
    private static final int PERHAPS = 5;

    private final Pages pages;
    private final Frames frames;
    private final Stories stories;
    private final Search search;
    private final Access access;
    private final Clock clock;

    public ProblemPages(
            Pages pages,
            Frames frames,
            Stories stories,
            Search search,
            Access access,
            Clock clock) {
        this.pages = pages;
        this.frames = frames;
        this.stories = stories;
        this.search = search;
        this.access = access;
        this.clock = clock;
    }

    @ExceptionHandler(BadAddress.class)
    View badAddress(BadAddress refused, HttpServletRequest request) {
        return show(
                HttpStatus.BAD_REQUEST,
                "That address cannot be read",
                sentence(String.valueOf(refused.getMessage())),
                request,
                onward(),
                List.of());
    }

    /// What the server itself refuses or fails at.
    @RequestMapping("/error")
    View failed(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return switch (Objects.requireNonNullElse(status, HttpStatus.NOT_FOUND)) {
            case NOT_FOUND -> notThere(request);
            case HttpStatus refused when refused.is4xxClientError() ->
                    show(
                            refused,
                            "That request was not accepted",
                            "The server answered: %d, %s."
                                    .formatted(refused.value(), refused.getReasonPhrase()),
                            request,
                            onward(),
                            List.of());
            case HttpStatus failed ->
                    show(
                            failed,
                            "Something broke here",
                            "The fault is ours, and it is written in the server’s log. Nothing you"
                                    + " did is lost;"
                                    + " try again in a moment.",
                            request,
                            onward(),
                            List.of());
        };
    }

    View notThere(HttpServletRequest request) {
        return show(
                HttpStatus.NOT_FOUND,
                "Nothing is at this address",
                "Perhaps it was mistyped. Editions are at addresses such as"
                        + " /papers/date/2025-11-07, papers at"
                        + " /papers/2008.02217.",
                request,
                onward(),
                List.of());
    }

    /// @param meant the ids that the text may mean; empty where it is none
    View noPaper(String text, List<PaperId> meant, HttpServletRequest request) {
        List<Link> steps = new ArrayList<>();
        meant.stream()
                .filter(PaperId::isArxiv)
                .forEach(id ->
                        steps.add(
                                new Link(
                                        "https://arxiv.org/abs/" + id,
                                        "Look for " + id + " at arXiv")));
        steps.addAll(onward());
        String accepted =
                meant.isEmpty()
                        ? "“"
                                + shortened(text)
                                + "” is no paper’s id. Accepted is "
                                + PaperId.ACCEPTED
                        : "The house has no paper "
                                + meant.getFirst()
                                + (mayFetch(request)
                                        ? " yet."
                                        : ". Papers come in with: broadsheet import FILE…");
        List<Paper> perhaps = meant.isEmpty() ? found(text) : List.of();
        String fetched = meant.isEmpty() || !mayFetch(request) ? "" : meant.getFirst().value();
        return show(
                HttpStatus.NOT_FOUND,
                new Problem("No such paper here", accepted, steps, perhaps, fetched),
                request);
    }

    private boolean mayFetch(HttpServletRequest request) {
        return access.allows(request, Right.SUBMIT);
    }

    /// No source knows the paper.
    View nowhere(PaperId id, HttpServletRequest request) {
        return show(
                HttpStatus.NOT_FOUND,
                "No source knows that paper",
                "All that give ids of its kind were asked for " + id + ".",
                request,
                onward(),
                List.of());
    }

    /// A source that may know the paper could not be asked.
    View notAsked(PaperId id, String why, HttpServletRequest request) {
        return show(
                HttpStatus.BAD_GATEWAY,
                new Problem(
                        "The source cannot be asked now",
                        sentence(why) + " Nothing is lost; try again in a while.",
                        onward(),
                        List.of(),
                        id.value()),
                request);
    }

    /// What a problem's page says.
    ///
    /// @param fetched the id that a button offers to ask the sources for, or empty
    private record Problem(
            String headline, String text, List<Link> steps, List<Paper> perhaps, String fetched) {}

    View noAuthor(String name, HttpServletRequest request) {
        String words = AuthorKey.of(name).value().replace('-', ' ');
        return show(
                HttpStatus.NOT_FOUND,
                "No papers by that author",
                "No paper in the house prints the name “" + shortened(words) + "”.",
                request,
                List.of(
                        new Link(
                                Addresses.search("author:\"" + words + "\""),
                                "Search for the name"),
                        new Link("/papers", "Today’s edition")),
                found(words));
    }

    View noRun(RunId id, HttpServletRequest request) {
        return show(
                HttpStatus.NOT_FOUND,
                "No such run here",
                "The house knows no run "
                        + id
                        + ". A run’s name is made of what it is asked to do; the runs of this house"
                        + " are on their papers’ pages.",
                request,
                labOnward(),
                List.of());
    }

    View noReport(Run run, HttpServletRequest request) {
        return show(
                HttpStatus.NOT_FOUND,
                "This run has no report",
                "Only a run that is done has a report and files. Run %s is %s."
                        .formatted(run.id(), run.state().name().toLowerCase(Locale.ROOT)),
                request,
                List.of(new Link(Addresses.run(run.id()), "The run"), new Link("/lab", "The lab")),
                List.of());
    }

    /// @param names of what there is
    View noFile(RunId id, String name, List<String> names, HttpServletRequest request) {
        return show(
                HttpStatus.NOT_FOUND,
                "No such file of this run",
                "Run %s has no “%s”. There %s."
                        .formatted(
                                id,
                                shortened(name),
                                names.isEmpty() ? "is none" : "are " + String.join(", ", names)),
                request,
                List.of(new Link(Addresses.run(id), "The run"), new Link("/lab", "The lab")),
                List.of());
    }

    View noReproduction(String paper, Known known, HttpServletRequest request) {
        String there =
                known.all().stream()
                        .map(one -> one.paper().value())
                        .collect(Collectors.joining(", "));
        return show(
                HttpStatus.NOT_FOUND,
                "This paper does not run here",
                "There is no reproduction of “%s”. %s"
                        .formatted(
                                shortened(paper),
                                known.isKnown()
                                        ? "There are " + (there.isEmpty() ? "none" : there) + "."
                                        : known.trouble()),
                request,
                labOnward(),
                List.of());
    }

    @ExceptionHandler(NotAllowed.class)
    View notAllowed(NotAllowed refused, HttpServletRequest request) {
        return show(
                HttpStatus.FORBIDDEN,
                "That is not open to you here",
                sentence(String.valueOf(refused.getMessage())),
                request,
                onward(),
                List.of());
    }

    private static List<Link> labOnward() {
        return List.of(new Link("/lab", "The lab"), new Link("/papers", "Today’s edition"));
    }

    View noComment(Paper paper, HttpServletRequest request) {
        return show(
                HttpStatus.NOT_FOUND,
                "No such comment here",
                "Nothing with this address was said about this paper, or you may not read it.",
                request,
                List.of(new Link(Addresses.paper(paper.id()) + "#discussion", "The discussion")),
                List.of());
    }

    View noReader(String name, HttpServletRequest request) {
        return show(
                HttpStatus.NOT_FOUND,
                "No reader of that name here",
                "Nobody goes by \"%s\" in this house.".formatted(shortened(name)),
                request,
                List.of(new Link("/comments", "The latest comments")),
                List.of());
    }

    View notYours(HttpServletRequest request) {
        return show(
                HttpStatus.FORBIDDEN,
                "That is not yours to do",
                "Comments are changed by those who wrote them, and judged by others.",
                request,
                onward(),
                List.of());
    }

    View mayNotVote(HttpServletRequest request) {
        return show(
                HttpStatus.FORBIDDEN,
                "Votes are not open to you here",
                "This house is read-only for visitors.",
                request,
                onward(),
                List.of());
    }

    /// Somebody sends more than is accepted.
    View tooMany(Spent spent, HttpServletRequest request) {
        return Headed.later(
                show(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "That was too often",
                        sentence(spent.message()) + " Go back and send it again then.",
                        request,
                        onward(),
                        List.of()),
                spent.seconds());
    }

    private View show(
            HttpStatus status,
            String headline,
            String text,
            HttpServletRequest request,
            List<Link> steps,
            List<Paper> perhaps) {
        return show(status, new Problem(headline, text, steps, perhaps, ""), request);
    }

    private View show(HttpStatus status, Problem problem, HttpServletRequest request) {
        boolean isOurs = status.is5xxServerError() && status != HttpStatus.BAD_GATEWAY;
        Frame frame =
                isOurs
                        ? frames.bare(problem.headline, problem.text, path(request))
                        : frames.of(problem.headline, problem.text, path(request), Section.NONE);
        return pages.show(
                "problem",
                new ProblemPage(
                        frame,
                        status.value(),
                        problem.headline,
                        problem.text,
                        shortened(path(request)),
                        problem.steps,
                        problem.perhaps.isEmpty()
                                ? List.of()
                                : stories.of(problem.perhaps, AsOf.read("", clock), request),
                        problem.fetched),
                status);
    }

    /// Papers that the words of a mistyped address find; a search in trouble is no second problem.
    private List<Paper> found(String text) {
        String words = text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        if (!words.matches("(?s).*\\p{L}{3}.*") || words.length() > 200) {
            return List.of();
        }
        try {
            return search.find(words, 0, PERHAPS).hits().stream().map(Hit::paper).toList();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private static List<Link> onward() {
        return List.of(
                new Link("/papers", "Today’s edition"),
                new Link("/wire", "All papers that came in"));
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static String sentence(String message) {
        String text = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 117) + "…";
    }
}

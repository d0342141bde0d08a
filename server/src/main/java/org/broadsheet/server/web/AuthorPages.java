package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.AuthorKey;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.AuthorPage;
import org.broadsheet.server.web.page.Frame;
import org.broadsheet.server.web.page.Link;
import org.broadsheet.server.web.page.Section;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// An author's papers. All spellings of a name share one page; a name in another spelling leads to
/// it.
@Controller
public final class AuthorPages {
    private static final int COAUTHORS = 12;

    private final Pages pages;
    private final Frames frames;
    private final Stories stories;
    private final PaperStore papers;
    private final ProblemPages problems;
    private final Keeping keeping;
    private final Clock clock;

    public AuthorPages(
            Pages pages,
            Frames frames,
            Stories stories,
            PaperStore papers,
            ProblemPages problems,
            Keeping keeping,
            Clock clock) {
        this.pages = pages;
        this.frames = frames;
        this.stories = stories;
        this.papers = papers;
        this.problems = problems;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/authors/{name}")
    View author(@PathVariable("name") String name, HttpServletRequest request) {
        AuthorKey key = AuthorKey.of(name);
        List<Paper> written = papers.by(key);
        if (written.isEmpty()) {
            return problems.noAuthor(name, request);
        }
        if (!key.value().equals(name)) {
            return pages.redirect(Addresses.author(key), HttpStatus.MOVED_PERMANENTLY);
        }
        keeping.untilChanged(request);
        return pages.show("author", page(key, written, request));
    }

    private AuthorPage page(AuthorKey key, List<Paper> written, HttpServletRequest request) {
        List<String> spellings = commonest(names(written, author -> author.key().equals(key)));
        String name = spellings.getFirst();
        String count = EditionLayout.count(written.size());
        Frame frame =
                frames.of(name, count + " by " + name + ".", Addresses.author(key), Section.NONE);
        return new AuthorPage(
                frame,
                name,
                count + " in the house",
                spellings,
                coauthors(written, key),
                stories.of(written, AsOf.read("", clock), request));
    }

    private static List<Link> coauthors(List<Paper> written, AuthorKey key) {
        Map<String, Integer> names = names(written, author -> !author.key().equals(key));
        return commonest(names).stream()
                .limit(COAUTHORS)
                .map(name -> new Link(Addresses.author(AuthorKey.of(name)), name))
                .toList();
    }

    private static Map<String, Integer> names(List<Paper> written, Predicate<Author> which) {
        Map<String, Integer> names = new LinkedHashMap<>();
        written.forEach(paper ->
                paper.authors().stream()
                        .filter(which)
                        .forEach(author -> names.merge(author.name(), 1, Integer::sum)));
        return names;
    }

    private static List<String> commonest(Map<String, Integer> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}

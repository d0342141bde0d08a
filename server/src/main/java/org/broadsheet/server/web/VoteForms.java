package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.limit.Allowance;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.PaperStore;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.server.api.PathText;
import org.broadsheet.server.security.Allowances;
import org.broadsheet.server.security.Spent;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.Ballot;
import org.broadsheet.vote.VoteStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Takes the votes. Without a script the reader comes back to the page they voted on; htmx swaps
/// the paper's ballot alone. Saying the same again changes nothing.
@Controller
public final class VoteForms {
    private static final String VOTE = "/vote";

    private final Pages pages;
    private final PaperStore papers;
    private final VoteStore votes;
    private final Ballots ballots;
    private final Voters voters;
    private final ProblemPages problems;
    private final SameForms same;
    private final TalkForms talk;
    private final Allowances allowances;
    private final Clock clock;

    public VoteForms(
            Pages pages,
            PaperStore papers,
            VoteStore votes,
            Ballots ballots,
            Voters voters,
            ProblemPages problems,
            SameForms same,
            TalkForms talk,
            Allowances allowances,
            Clock clock) {
        this.pages = pages;
        this.papers = papers;
        this.votes = votes;
        this.ballots = ballots;
        this.voters = voters;
        this.problems = problems;
        this.same = same;
        this.talk = talk;
        this.allowances = allowances;
        this.clock = clock;
    }

    /// @param value `up` or `none`
    @PostMapping("/papers/{*path}")
    View vote(
            @RequestParam(name = "value", defaultValue = "") String value,
            HttpServletRequest request) {
        String path = PathText.after("/papers/", request);
        if (path.endsWith(Curating.SAME)) {
            String named = path.substring(0, path.length() - Curating.SAME.length());
            Optional<Paper> paper = paper(named);
            return paper.isPresent()
                    ? same.take(paper.get(), request)
                    : problems.noPaper(named, List.of(), request);
        }
        Optional<TalkForms.Wish> wish = TalkForms.Wish.of(path);
        if (wish.isPresent()) {
            Optional<Paper> paper = paper(wish.get().paper());
            return paper.isPresent()
                    ? talk.take(wish.get(), paper.get(), request)
                    : problems.noPaper(wish.get().paper(), List.of(), request);
        }
        if (!path.endsWith(VOTE)) {
            return problems.notThere(request);
        }
        String id = path.substring(0, path.length() - VOTE.length());
        Optional<Paper> paper = paper(id);
        if (paper.isEmpty()) {
            return problems.noPaper(id, List.of(), request);
        }
        Optional<ReaderId> voter = voters.voter(request);
        if (voter.isEmpty()) {
            return problems.mayNotVote(request);
        }
        Optional<Spent> spent = allowances.take(Allowance.VOTE, request);
        if (spent.isPresent()) {
            return tooMany(spent.get(), paper.get(), request);
        }
        count(voter.get(), paper.get().id(), value);
        return answer(paper.get(), request);
    }

    private Optional<Paper> paper(String id) {
        return PaperId.candidates(id).stream().findFirst().flatMap(papers::get);
    }

    private void count(ReaderId reader, PaperId paper, String value) {
        switch (value) {
            case "up" -> votes.cast(reader, paper, clock.instant());
            case "none" -> votes.withdraw(reader, paper, clock.instant());
            default ->
                    throw new BadAddress(
                            "not a vote: \"%s\"; accepted for value is up or none"
                                    .formatted(
                                            value.length() <= 40
                                                    ? value
                                                    : value.substring(0, 37) + "..."));
        }
    }

    /// For htmx the ballot as it stands, with the reason beside its button.
    private View tooMany(Spent spent, Paper paper, HttpServletRequest request) {
        return TalkForms.isPart(request)
                ? Headed.later(
                        pages.show(
                                "part/ballot",
                                ballot(paper, request).noting(spent.message()),
                                HttpStatus.TOO_MANY_REQUESTS),
                        spent.seconds())
                : problems.tooMany(spent, request);
    }

    private Ballot ballot(Paper paper, HttpServletRequest request) {
        return Objects.requireNonNull(
                ballots.of(List.of(paper), AsOf.read("", clock), request).get(paper.id()));
    }

    private View answer(Paper paper, HttpServletRequest request) {
        if (TalkForms.isPart(request)) {
            return pages.show("part/ballot", ballot(paper, request));
        }
        return pages.redirect(cameFrom(paper, request), HttpStatus.SEE_OTHER);
    }

    /// The page of ours that the form stood on, at the paper's headline.
    private static String cameFrom(Paper paper, HttpServletRequest request) {
        // By the name that the browser asked for: a proxy in front may listen on another port.
        String own = request.getHeader("Host") + "/";
        String referer = String.valueOf(request.getHeader("Referer"));
        String from = referer.replaceFirst("^https?://", "");
        if (from.equals(referer) || !from.startsWith(own)) {
            return Addresses.paper(paper.id());
        }
        String page = from.substring(own.length()).replaceFirst("#.*", "").replaceFirst("^/+", "");
        return "/" + page + "#t-" + Addresses.paper(paper.id()).substring("/papers/".length());
    }
}

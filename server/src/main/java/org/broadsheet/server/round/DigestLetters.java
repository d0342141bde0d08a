package org.broadsheet.server.round;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadsheet.delivery.Claimed;
import org.broadsheet.delivery.Letter;
import org.broadsheet.delivery.Letter.Field;
import org.broadsheet.delivery.LetterWriter;
import org.broadsheet.delivery.Mailing;
import org.broadsheet.delivery.MailingStore;
import org.broadsheet.edition.Period;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.round.Chosen;
import org.broadsheet.round.Pools;
import org.broadsheet.round.Preferences.Form;
import org.broadsheet.round.Span;
import org.broadsheet.round.Subscription;
import org.broadsheet.round.SubscriptionStore;
import org.broadsheet.server.text.Dates;
import org.broadsheet.server.text.Deck;
import org.broadsheet.server.text.RichText;
import org.broadsheet.server.web.page.Addresses;

/// Writes digests: of the papers that were queued for a reader, as the edition stood when its
/// mailing was made, with the reader's own reasons.
public final class DigestLetters implements LetterWriter {
    private static final int LONGEST_TITLE = 110;

    private final SubscriptionStore subscriptions;
    private final MailingStore mailings;
    private final Pools pools;
    private final Look look;
    private final Passes passes;

    /// How a house's digests look.
    ///
    /// @param name of the house
    /// @param site before which paths are put
    /// @param runs what the runs of papers came to, in a few words
    /// @param html draws a digest
    public record Look(
            Supplier<String> name,
            Supplier<String> site,
            Function<Collection<PaperId>, Map<PaperId, String>> runs,
            Function<DigestMail, String> html) {}

    public DigestLetters(
            SubscriptionStore subscriptions,
            MailingStore mailings,
            Pools pools,
            Look look,
            Passes passes) {
        this.subscriptions = subscriptions;
        this.mailings = mailings;
        this.pools = pools;
        this.look = look;
        this.passes = passes;
    }

    /// @throws IllegalStateException if the subscription is gone
    @Override
    public Letter write(Claimed claimed) {
        Mailing mailing =
                mailings.find(claimed.id().mailing())
                        .orElseThrow(() -> gone("mailing", claimed.id().mailing().value()));
        Subscription subscription =
                subscriptions
                        .get(claimed.id().subscriber())
                        .orElseThrow(() -> gone("subscription", claimed.id().subscriber().value()));
        return letter(
                subscription,
                mailing,
                pools.of(mailing).tell(mailings.papers(claimed.id()), subscription.preferences()));
    }

    private static IllegalStateException gone(String what, String id) {
        return new IllegalStateException("there is no %s \"%s\" any more".formatted(what, id));
    }

    /// The digest that somebody would get of a mailing.
    Letter letter(Subscription subscription, Mailing mailing, List<Chosen> papers) {
        DigestMail mail = mail(subscription, Span.of(mailing.edition()), papers);
        boolean isRich = subscription.preferences().form() == Form.RICH;
        return new Letter(
                mail.subject(),
                mail.text(),
                isRich ? look.html().apply(mail) : "",
                fields(subscription, mailing));
    }

    private DigestMail mail(Subscription subscription, Span span, List<Chosen> papers) {
        String site = look.site().get();
        String pass = passes.of(subscription.id());
        Map<PaperId, String> runs =
                look.runs().apply(papers.stream().map(one -> one.paper().id()).toList());
        return new DigestMail(
                subject(span, papers),
                look.name().get(),
                days(span),
                papers.size() == 1
                        ? "One paper that is new to you."
                        : "%,d papers that are new to you.".formatted(papers.size()),
                site + Addresses.edition(new Period.Day(span.last())),
                papers.stream().map(one -> item(one, site, runs)).toList(),
                terms(subscription),
                site + "/digest/" + pass,
                site + "/digest/" + pass + "/unsubscribe");
    }

    /// Leads with the first paper, for that is what its reader looks for.
    private static String subject(Span span, List<Chosen> papers) {
        String title = title(papers.getFirst().paper());
        String lead =
                title.length() <= LONGEST_TITLE
                        ? title
                        : title.substring(0, LONGEST_TITLE).strip() + " …";
        return papers.size() == 1
                ? "%s: %s".formatted(Dates.weekdayOfYear(span.last()), lead)
                : "%s: %s, and %d more"
                        .formatted(Dates.weekdayOfYear(span.last()), lead, papers.size() - 1);
    }

    private static String days(Span span) {
        return span.first().equals(span.last())
                ? Dates.weekday(span.last())
                : Dates.full(span.first()) + " to " + Dates.full(span.last());
    }

    private static DigestMail.Item item(Chosen chosen, String site, Map<PaperId, String> runs) {
        Paper paper = chosen.paper();
        return new DigestMail.Item(
                site + Addresses.paper(paper.id()),
                title(paper),
                RichText.of(Deck.of(paper)).readable(),
                facts(chosen),
                runs.getOrDefault(paper.id(), ""),
                chosen.reason());
    }

    private static String title(Paper paper) {
        return RichText.of(paper.title()).readable();
    }

    private static String facts(Chosen chosen) {
        List<String> facts = new ArrayList<>();
        int authors = chosen.paper().authors().size();
        if (authors > 0) {
            facts.add(
                    authors == 1
                            ? chosen.paper().authors().getFirst().name()
                            : "%,d authors".formatted(authors));
        }
        LocalDate published = chosen.paper().published();
        if (published != null) {
            facts.add(Dates.brief(published));
        }
        if (chosen.votes() > 0) {
            facts.add(chosen.votes() == 1 ? "1 vote" : "%,d votes".formatted(chosen.votes()));
        }
        return String.join(" · ", facts);
    }

    private String terms(Subscription subscription) {
        ZoneId zone = subscription.preferences().cadence().zone();
        String since =
                subscriptions
                        .consent(subscription.id())
                        .map(yes ->
                                ", because you confirmed it on "
                                        + Dates.full(yes.at().atZone(zone).toLocalDate()))
                        .orElse("");
        return "You get this %s%s. A paper comes once. Days without news bring no mail."
                .formatted(Terms.of(subscription.preferences().cadence()), since);
    }

    /// RFC 2369, 2919 and 8058, and what large providers ask for.
    private List<Field> fields(Subscription subscription, Mailing mailing) {
        String site = look.site().get();
        String host = site.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
        String leave = site + "/digest/" + passes.of(subscription.id()) + "/unsubscribe";
        return List.of(
                new Field("List-Id", "<digest." + host + ">"),
                new Field("List-Unsubscribe", "<" + leave + ">"),
                new Field("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                new Field("List-Subscribe", "<" + site + "/digest>"),
                new Field("List-Help", "<" + site + "/digest>"),
                new Field("List-Archive", "<" + site + "/papers>"),
                new Field("List-Post", "NO"),
                new Field("Precedence", "bulk"),
                new Field("Feedback-ID", mailing.edition() + ":digest:broadsheet:" + host));
    }
}

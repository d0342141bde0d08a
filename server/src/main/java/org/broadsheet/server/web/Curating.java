package org.broadsheet.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.broadsheet.paper.AliasStore;
import org.broadsheet.paper.AliasStore.Alias;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Uniting;
import org.broadsheet.server.security.Access;
import org.broadsheet.server.security.Right;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.server.web.page.OtherIds;
import org.broadsheet.server.web.page.OtherIds.Other;

/// A curator's word on which papers are one, as the pages show and take it.
public final class Curating {
    /// What the address of the forms ends with.
    static final String SAME = "/same";

    private final AliasStore aliases;
    private final Access access;
    private final Runnable follow;

    /// @param follow brings the index up to the store
    public Curating(AliasStore aliases, Access access, Runnable follow) {
        this.aliases = aliases;
        this.access = access;
        this.follow = follow;
    }

    /// The ids that the paper is known under beside its own.
    List<Alias> others(PaperId paper) {
        return aliases.of(paper);
    }

    /// The paper that another id stands for.
    Optional<PaperId> paper(PaperId id) {
        return aliases.paper(id);
    }

    /// The forms, for who may use them.
    Optional<OtherIds> forms(PaperId paper, HttpServletRequest request) {
        return access.allows(request, Right.CURATE)
                ? Optional.of(forms(paper, "", ""))
                : Optional.empty();
    }

    /// The forms after a word that was not taken.
    OtherIds forms(PaperId paper, String refused, String typed) {
        List<Other> others =
                aliases.of(paper).stream()
                        .map(alias ->
                                new Other(
                                        alias.id().value(),
                                        alias.isTold() ? "with facts of its own" : "a name only"))
                        .toList();
        return new OtherIds(Addresses.paper(paper) + SAME, others, refused, typed);
    }

    /// Makes the two papers one.
    ///
    /// @return the paper that they became
    /// @throws IllegalArgumentException saying what is wrong with the wish
    PaperId unite(PaperId paper, String other, HttpServletRequest request) {
        access.require(request, Right.CURATE);
        PaperId kept = new Uniting(aliases).unite(paper, PaperId.parse(other));
        follow.run();
        return kept;
    }

    /// Takes an id off the paper.
    ///
    /// @throws IllegalArgumentException saying what is wrong with the wish
    void part(PaperId paper, String other, HttpServletRequest request) {
        access.require(request, Right.CURATE);
        PaperId alias = PaperId.parse(other);
        boolean isOfPaper = aliases.of(paper).stream().anyMatch(one -> one.id().equals(alias));
        if (!isOfPaper) {
            throw new IllegalArgumentException("%s is no other id of %s".formatted(alias, paper));
        }
        new Uniting(aliases).part(alias);
        follow.run();
    }
}

package org.broadsheet.server.house;

import java.util.function.Consumer;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Uniting;
import org.broadsheet.server.home.CommandEvent;
import org.broadsheet.server.home.OwnerCommand;

/// `paper unite` and `paper part`: which papers are one.
public final class PaperCommand implements OwnerCommand<PaperCommand.Arguments> {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final House house;

    /// What is to be done.
    public enum Deed {
        UNITE,
        PART
    }

    /// @param one the paper, or the id to take off, as typed
    /// @param other the same paper under another id, as typed; empty when parting
    /// @param json whether to answer for programs
    public record Arguments(Deed deed, String one, String other, boolean json) {}

    /// The answer for programs.
    ///
    /// @param paper the paper that they became, or that the id was taken off
    record Done(Deed deed, String paper) {}

    public PaperCommand(House house) {
        this.house = house;
    }

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public int run(Arguments arguments, Consumer<CommandEvent> sink) {
        Telling telling = new Telling(sink);
        PaperId one;
        PaperId other;
        try {
            one = PaperId.parse(arguments.one());
            other = arguments.deed() == Deed.UNITE ? PaperId.parse(arguments.other()) : one;
        } catch (IllegalArgumentException e) {
            telling.error(String.valueOf(e.getMessage()));
            return USAGE;
        }
        try {
            Uniting uniting = new Uniting(house.storage().aliases());
            PaperId paper =
                    switch (arguments.deed()) {
                        case UNITE -> uniting.unite(one, other);
                        case PART -> uniting.part(one);
                    };
            house.followUniting();
            telling.line(
                    arguments.json()
                            ? Telling.json(new Done(arguments.deed(), paper.value()))
                            : told(arguments.deed(), one, other, paper));
            return 0;
        } catch (IllegalArgumentException e) {
            telling.error(String.valueOf(e.getMessage()));
            return FAILED;
        }
    }

    private static String told(Deed deed, PaperId one, PaperId other, PaperId paper) {
        return switch (deed) {
            case UNITE -> {
                PaperId gone = paper.equals(one) ? other : one;
                yield "%s is %s now; `broadsheet paper part %s` parts them again."
                        .formatted(gone, paper, gone);
            }
            case PART -> "%s is no longer %s, and stays apart from it.".formatted(one, paper);
        };
    }
}

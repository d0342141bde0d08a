package org.broadsheet.server.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.broadsheet.server.home.CommandEvent;
import picocli.CommandLine.Model.CommandSpec;

/// Shows what a command tells: answers on the standard output, everything else on the standard
/// error output, so that answers can be piped on.
final class Terminal implements Consumer<CommandEvent> {
    private final PrintWriter out;
    private final PrintWriter err;
    private final ProgressLine progress;

    private Terminal(PrintWriter out, PrintWriter err, ProgressLine progress) {
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    static Terminal of(CommandSpec spec, JsonOption json) {
        PrintWriter err = spec.commandLine().getErr();
        return new Terminal(
                spec.commandLine().getOut(),
                err,
                json.isOn() ? ProgressLine.silent() : ProgressLine.on(err, isInteractive()));
    }

    /// Whether a person looks at it.
    static boolean isInteractive() {
        return System.console() != null && System.console().isTerminal();
    }

    @Override
    public void accept(CommandEvent event) {
        switch (event) {
            case CommandEvent.Progress(String what, long done, long total) ->
                    progress.show(what, done, total);
            case CommandEvent.Line(CommandEvent.Channel channel, String text) -> {
                progress.clear();
                say(channel, text);
            }
            case CommandEvent.Result _ -> progress.clear();
        }
    }

    private void say(CommandEvent.Channel channel, String text) {
        PrintWriter to =
                switch (channel) {
                    case OUT -> out;
                    case ERR -> err;
                };
        to.println(text);
        to.flush();
    }
}

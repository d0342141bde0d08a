package org.broadsheet.server.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.server.security.Refusal;
import org.broadsheet.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;

/// Where the owner takes commands from other processes on its machine: `POST
/// /owner/commands/{name}` with the arguments as JSON and the token; the answer is the command's
/// events, one line each, as they come.
@Controller
public final class OwnerEndpoint {
    static final String ROUTE = "/owner/commands/";

    private static final Logger LOG = LoggerFactory.getLogger(OwnerEndpoint.class);

    private final OwnerToken token;
    private final Map<String, OwnerCommand<?>> commands;

    public OwnerEndpoint(OwnerToken token, Collection<OwnerCommand<?>> commands) {
        this.token = token;
        this.commands =
                commands.stream()
                        .collect(Collectors.toMap(OwnerCommand::name, Function.identity()));
    }

    @PostMapping(ROUTE + "{name}")
    void run(
            @PathVariable("name") String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        OwnerCommand<?> command = commands.get(name);
        if (!token.isShownBy(request)) {
            new Refusal(401, "OwnerTokenNeeded", "Only commands of this home's owner come in here.")
                    .write(request, response);
        } else if (command == null) {
            new Refusal(
                            404,
                            "CommandNotFound",
                            "no command \"%s\"; accepted are %s"
                                    .formatted(name, commands.keySet().stream().sorted().toList()))
                    .write(request, response);
        } else {
            run(command, request, response);
        }
    }

    private <A extends Record> void run(
            OwnerCommand<A> command, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        A arguments;
        try {
            arguments = CommandLines.arguments(request.getInputStream(), command.arguments());
        } catch (JacksonException e) {
            new Refusal(
                            400,
                            "BadArguments",
                            "the arguments of %s cannot be read: %s"
                                    .formatted(command.name(), e.getOriginalMessage()))
                    .write(request, response);
            return;
        }
        response.setContentType(CommandLines.TYPE);
        response.flushBuffer();
        Consumer<CommandEvent> sink = CommandLines.to(response.getOutputStream());
        sink.accept(new CommandEvent.Result(run(command, arguments, sink)));
    }

    private <A extends Record> int run(
            OwnerCommand<A> command, A arguments, Consumer<CommandEvent> sink) {
        try {
            return command.run(arguments, sink);
        } catch (StorageException | UncheckedIOException e) {
            LOG.warn("the command {} could not go on: {}", command.name(), e.getMessage());
            sink.accept(line(String.valueOf(e.getMessage())));
            return Opening.Unusable.EXIT_CODE;
        } catch (RuntimeException e) {
            LOG.error("the command {} failed", command.name(), e);
            sink.accept(line(command.name() + " failed in the owner; its log says why: " + e));
            return 1;
        }
    }

    private static CommandEvent line(String text) {
        return new CommandEvent.Line(CommandEvent.Channel.ERR, text);
    }
}

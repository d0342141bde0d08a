package org.broadsheet.server.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.broadsheet.run.Run;
import org.broadsheet.run.RunId;
import org.broadsheet.server.web.lab.LabParts;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Streams how a run goes on: an event `progress` with the part of its page whenever that changed,
/// and an event `end` when there is a report, a reason or a cancellation to be read on the page.
///
/// Each open stream has a virtual thread, which looks into the store twice a second, for the run
/// may go on in another process.
@Controller
public final class RunEvents implements ApplicationListener<ContextClosedEvent> {
    /// More readers than this at once are told to come back; their pages load again by themselves.
    static final int MOST_STREAMS = 64;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int LOOKS_UNTIL_A_SIGN_OF_LIFE = 20;
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Pages pages;
    private final LabParts parts;
    private final Semaphore free = new Semaphore(MOST_STREAMS);
    private volatile boolean closed;

    public RunEvents(Pages pages, LabParts parts) {
        this.pages = pages;
        this.parts = parts;
    }

    @GetMapping("/lab/runs/{id}/events")
    ResponseEntity<SseEmitter> events(@PathVariable("id") String text) {
        RunId id = LabPages.id(text);
        if (parts.lab().find(id).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (!free.tryAcquire()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "5")
                    .build();
        }
        SseEmitter stream = new SseEmitter(0L);
        AtomicBoolean gone = new AtomicBoolean();
        stream.onCompletion(() -> gone.set(true));
        stream.onError(_ -> gone.set(true));
        Thread.ofVirtual().name("run-events").start(() -> follow(id, stream, gone));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    /// Ends when the run does, when the reader is gone, or when the server closes.
    private void follow(RunId id, SseEmitter stream, AtomicBoolean gone) {
        try {
            String told = "";
            int silent = 0;
            Optional<Run> run = parts.lab().find(id);
            while (!closed && !gone.get() && run.isPresent() && !run.get().state().isEnd()) {
                String now = run.get().state() + run.get().live();
                if (!now.equals(told)) {
                    told = now;
                    silent = 0;
                    send(
                            stream,
                            "progress",
                            pages.draw("part/progress", parts.progress(run.get())));
                } else if (++silent % LOOKS_UNTIL_A_SIGN_OF_LIFE == 0) {
                    stream.send(SseEmitter.event().comment("still running"));
                }
                Thread.sleep(BETWEEN_LOOKS);
                run = parts.lab().find(id);
            }
            if (!closed && !gone.get()) {
                send(stream, "end", "");
            }
            stream.complete();
        } catch (IOException | IllegalStateException _) {
            // The reader is gone, or the store is closed: nobody is left to be told.
            stream.complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private static void send(SseEmitter stream, String name, String data) throws IOException {
        stream.send(SseEmitter.event().name(name).data(data, HTML));
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        closed = true;
    }
}
